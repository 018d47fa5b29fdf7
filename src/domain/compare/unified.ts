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
	return splitHunks(changes).reduce((text, hunk) => text + renderHunk(hunk), '--- intended\n+++ running\n');
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

function renderHunk(changes: readonly Change[]): string {
	const [first] = changes;
	const at = (number: number | null | undefined): number => number ?? 0;
	const intended = changes.find(({ intendedLine }) => intendedLine !== null)?.intendedLine;
	const running = changes.find(({ runningLine }) => runningLine !== null)?.runningLine;
	const section = first?.lineage[0];
	let text = `@@ -${at(intended)} +${at(running)} @@${section === undefined ? '' : ` ${section}`}\n`;
	let previous: Change | null = null;
	for (const change of changes) {
		// Changes of one section share their lineage.
		if (change.lineage !== previous?.lineage) text += renderParents(change, previous);
		text += renderChange(change);
		previous = change;
	}
	return text;
}

/** Those that do not stand in the hunk already, as context or as a line of their own. */
function renderParents({ lineage }: Change, previous: Change | null): string {
	const shown = previous === null ? [] : [...previous.lineage, previous.line];
	const common = lineage.findIndex((parent, depth) => shown[depth] !== parent);
	if (common === -1) return '';
	return lineage
		.slice(common)
		.map((parent, depth) => ` ${indent(common + depth)}${parent}\n`)
		.join('');
}

function renderChange({ kind, lineage, line, runningText, intendedLine, runningLine }: Change): string {
	const indentation = indent(lineage.length);
	switch (kind) {
		case 'missing':
			return `-${indentation}${line}\n`;
		case 'extra':
			return `+${indentation}${line}\n`;
		case 'changed':
			return `-${indentation}${line}\n+${indentation}${runningText}\n`;
		case 'moved':
			return `!${indentation}${line}  (moved: intended line ${intendedLine}, running line ${runningLine})\n`;
	}
}

function indent(depth: number): string {
	return '  '.repeat(depth);
}
