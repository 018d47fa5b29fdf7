import type { ConfigNode } from '../../src/domain/config/config-node.ts';
import { mergeSections, sectionHeaders } from '../../src/domain/config/merge-sections.ts';
import { printTree } from '../../src/domain/config/print.ts';
import { scanLines } from '../../src/domain/config/scan-lines.ts';
import type { Change } from '../../src/domain/drift-report.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { buildTree } from './at-once.ts';

/** A section that can be written to. */
interface Draft {
	readonly text: string;
	readonly children: Draft[];
}

/** What a device would run after somebody had done what the changes say, one by one; for configs without ordered lists. */
export function applyChanges(running: string, changes: readonly Change[], platform: Platform): string {
	const root: Draft = { text: '', children: draftOf(buildTree(scanLines(running, platform.syntax), platform)) };
	// Lines of a section go before the section, and come after it.
	for (const { kind, lineage, line, runningText } of changes.toReversed()) {
		if (kind === 'extra') remove(root, lineage, line);
		if (kind === 'changed') remove(root, lineage, runningText ?? '');
	}
	for (const { kind, lineage, line } of changes) {
		if (kind === 'missing' || kind === 'changed') sectionAt(root, lineage).children.push({ text: line, children: [] });
	}
	return printTree(nodesOf(root.children), platform.syntax);
}

function draftOf(nodes: readonly ConfigNode[]): Draft[] {
	return mergeSections(nodes, sectionHeaders([nodes])).map(({ text, children }) => ({
		text,
		children: draftOf(children),
	}));
}

function sectionAt(root: Draft, lineage: readonly string[]): Draft {
	let section = root;
	for (const header of lineage) {
		const next = section.children.findLast(({ text }) => text === header);
		if (next === undefined) throw new Error(`there is no section "${header}"`);
		section = next;
	}
	return section;
}

function remove(root: Draft, lineage: readonly string[], line: string): void {
	const { children } = sectionAt(root, lineage);
	const at = children.findLastIndex(({ text, children: inside }) => text === line && inside.length === 0);
	if (at === -1) throw new Error(`there is no line "${line}" without content`);
	children.splice(at, 1);
}

function nodesOf(drafts: readonly Draft[]): readonly ConfigNode[] {
	return drafts.map(({ text, children }) => ({ text, lineNumber: 0, body: null, children: nodesOf(children) }));
}
