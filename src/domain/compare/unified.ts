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

/** Changes of one top-level section belong together, and so do top-level lines that stand next to each other. */
function splitHunks(changes: readonly Change[]): readonly (readonly Change[])[] {
	const hunks: Change[][] = [];
	/** Sections of the current hunk whose header is itself a change in it. */
	let headers = new Set<string>();
	let previous: Change | null = null;
	for (const change of changes) {
		const section = change.lineage[0];
		const before: string | undefined = previous?.lineage[0];
		const stands = section !== undefined && (section === before || headers.has(section));
		const follows = section === undefined && (before === undefined || headers.has(before));
		if (previous !== null && (stands || (follows && isNear(previous, change)))) hunks.at(-1)?.push(change);
		else {
			hunks.push([change]);
			headers = new Set();
		}
		if (section === undefined) headers.add(change.line);
		previous = change;
	}
	return hunks;
}

/** As many lines as a diff shows around a change. Where one side cannot tell, nothing says that they stand apart. */
const NEAR_LINES = 3;

function isNear(one: Change, other: Change): boolean {
	const distances = [
		distance(one.intendedLine, other.intendedLine),
		distance(one.runningLine, other.runningLine),
	].filter((lines) => lines !== null);
	return distances.length === 0 || distances.some((lines) => lines <= NEAR_LINES);
}

function distance(one: number | null, other: number | null): number | null {
	return one === null || other === null ? null : Math.abs(one - other);
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
