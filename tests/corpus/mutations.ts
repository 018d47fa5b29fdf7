import type { ConfigNode } from '../../src/domain/config/config-node.ts';
import type { Change } from '../../src/domain/drift-report.ts';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import type { CompiledMasks } from '../../src/domain/masking/registry.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { buildTree } from '../support/at-once.ts';
import { writingOf } from './writing.ts';

/** One change to one line of a config, and what must be reported of it. */
export interface ConfigMutation {
	readonly kind: 'changed' | 'missing' | 'extra';
	/** The config after it: the running one. */
	readonly text: string;
	readonly lineNumber: number;
	readonly lineage: readonly string[];
	/** The line as it was (masked), or for `extra` the one that was added. */
	readonly line: string;
	/** The line that came for one that says what is so anyway: all there is to tell, unless both are about the same. */
	readonly instead?: string;
}

const LINES_PER_CONFIG = 20;

/** Changes, takes away and adds one line after each of some lines, spread evenly over the config. */
export function mutationsOf(text: string, masks: CompiledMasks): readonly ConfigMutation[] {
	const lines = text.split('\n');
	const writing = writingOf(masks.platform.syntax.style);
	const leaves = leavesOf(buildTree(maskContent(text, masks).lines, masks.platform)).filter(
		({ node, lineage }) => writing.isWhole(lines[node.lineNumber - 1] ?? '') && !isKeyOf(lineage, node),
	);
	const step = Math.max(1, Math.floor(leaves.length / LINES_PER_CONFIG));
	return leaves
		.filter((_, index) => index % step === 0)
		.flatMap(({ node, lineage }) => {
			const at = node.lineNumber - 1;
			const printed = lines.slice(at, at + printedLines(lines, at, masks.platform.syntax.continuation));
			const [raw = ''] = printed;
			const place = { lineNumber: node.lineNumber, lineage };
			const withLines = (...replacement: string[]): string =>
				lines.toSpliced(at, printed.length, ...replacement).join('\n');
			const changed = printed.with(-1, writing.change(printed.at(-1) ?? ''));
			const instead = changed.join(' ').trim();
			const isDefault = saysDefault(node.text, masks);
			const change = { ...place, kind: 'changed' as const, text: withLines(...changed), line: node.text };
			return [
				// Nothing changes where a line goes that says what is so anyway, or where another such line comes for it.
				...(isDefault ? [] : [change, { ...place, kind: 'missing' as const, text: withLines(), line: node.text }]),
				...(isDefault && !saysDefault(instead, masks) ? [{ ...change, instead }] : []),
				{
					...place,
					kind: 'extra' as const,
					text: withLines(...printed, writing.addedLine(raw)),
					line: writing.addedStatement(raw),
				},
			];
		});
}

/** Whether a line says what is so without it, by the rules of its platform. */
export function saysDefault(line: string, { platform }: CompiledMasks): boolean {
	return platform.defaults?.some((rule) => rule.line.test(line)) ?? false;
}

/**
 * Whether these changes say the mutation and nothing else. A line with too few words in common is missing and extra, and of a
 * list only the values that differ are.
 */
export function isExactly(
	changes: readonly Change[],
	{ kind, lineage, line, instead }: ConfigMutation,
	{ platform }: CompiledMasks,
): boolean {
	if (!changes.every((change) => change.lineage.join('\n') === lineage.join('\n'))) return false;
	const [first] = changes;
	if (changes.length === 1 && first?.kind === 'extra' && instead !== undefined) return first.line === instead;
	if (changes.length === 1) return first?.kind === kind && first.line === line;
	const kinds = changes.map((change) => change.kind).toSorted();
	const lost = [line, ...listsOfOne(line, platform)];
	return kind === 'changed' && kinds.join() === 'extra,missing' && changes.some((change) => lost.includes(change.line));
}

/** A line with a list of words, written once for each of them. */
function listsOfOne(line: string, { lists = [] }: Platform): readonly string[] {
	return lists
		.filter(({ form }) => form === 'words')
		.flatMap(({ pattern }) => {
			const { head, values } = pattern.exec(line)?.groups ?? {};
			return head === undefined || values === undefined ? [] : values.split(' ').map((value) => `${head}${value}`);
		});
}

/** How many lines a statement was printed on. */
function printedLines(lines: readonly string[], at: number, continuation: string | undefined): number {
	if (continuation === undefined) return 1;
	const end = lines.findIndex((line, index) => index >= at && !line.trimEnd().endsWith(continuation));
	return end === -1 ? lines.length - at : end - at + 1;
}

interface Leaf {
	readonly node: ConfigNode;
	readonly lineage: readonly string[];
}

function leavesOf(nodes: readonly ConfigNode[], lineage: readonly string[] = []): readonly Leaf[] {
	return nodes.flatMap((node) => {
		if (node.body !== null) return [];
		return node.children.length === 0 ? [{ node, lineage }] : leavesOf(node.children, [...lineage, node.text]);
	});
}

/** An entry of a document is called by this line: without it, it is another entry. */
function isKeyOf(lineage: readonly string[], { text }: ConfigNode): boolean {
	return lineage.at(-1)?.includes(` ${text}`) ?? false;
}
