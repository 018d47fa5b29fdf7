import type { Change } from '../drift-report.ts';

/**
 * Writes changes as unified text: labelled intended and running, a hunk per top-level section, every line under its
 * parents. `!` marks a line that moved inside an ordered section.
 *
 * @example
 * --- intended
 * +++ running
 * @@ -12 +14 @@ interface Ethernet1
 *  interface Ethernet1
 * +  shutdown
 */
export function renderUnified(changes: readonly Change[]): string {
	if (changes.length === 0) return '';
	const hunks = splitHunks(changes).map(renderHunk);
	return `${['--- intended', '+++ running', ...hunks.flat()].join('\n')}\n`;
}

/** Neighbouring changes of one top-level section belong together, and so do neighbouring top-level lines. */
function splitHunks(changes: readonly Change[]): readonly (readonly Change[])[] {
	const hunks: Change[][] = [];
	/** Section of the current hunk; empty for top-level lines, which may head content of their own. */
	let section: string | null = null;
	let headers = new Set<string>();
	for (const change of changes) {
		const next = change.lineage[0] ?? '';
		const current = hunks.at(-1);
		if (current !== undefined && (section === next || headers.has(next))) current.push(change);
		else {
			hunks.push([change]);
			section = next;
			headers = new Set();
		}
		if (next === '') headers.add(change.line);
	}
	return hunks;
}

function renderHunk(changes: readonly Change[]): readonly string[] {
	const [first] = changes;
	const at = (number: number | null | undefined): number => number ?? 0;
	const intended = changes.find(({ intendedLine }) => intendedLine !== null)?.intendedLine;
	const running = changes.find(({ runningLine }) => runningLine !== null)?.runningLine;
	const section = first?.lineage[0];
	const lines = [`@@ -${at(intended)} +${at(running)} @@${section === undefined ? '' : ` ${section}`}`];
	/** Parents that stand in the hunk already, as context or as lines of their own. */
	let shown: readonly string[] = [];
	for (const change of changes) {
		const common = change.lineage.findIndex((parent, depth) => shown[depth] !== parent);
		const from = common === -1 ? change.lineage.length : common;
		for (const [depth, parent] of change.lineage.entries()) {
			if (depth >= from) lines.push(` ${indent(depth)}${parent}`);
		}
		lines.push(...renderChange(change));
		shown = [...change.lineage, change.line];
	}
	return lines;
}

function renderChange(change: Change): readonly string[] {
	const indentation = indent(change.lineage.length);
	const { line, runningText } = change;
	switch (change.kind) {
		case 'missing':
			return [`-${indentation}${line}`];
		case 'extra':
			return [`+${indentation}${line}`];
		case 'changed':
			return [`-${indentation}${line}`, `+${indentation}${runningText}`];
		case 'moved':
			return [
				`!${indentation}${line}  (moved: intended line ${change.intendedLine}, running line ${change.runningLine})`,
			];
	}
}

function indent(depth: number): string {
	return '  '.repeat(depth);
}
