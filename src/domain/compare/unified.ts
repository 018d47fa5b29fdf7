import type { Change } from '../drift-report.ts';
import { atOnce, inRanges, type Steps } from '../steps.ts';

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
	return atOnce(renderInSteps(changes));
}

/** The same in steps. */
export function* renderInSteps(changes: readonly Change[]): Steps<string> {
	if (changes.length === 0) return '';
	const starts = yield* hunkStarts(changes);
	const pieces = ['--- intended\n+++ running'];
	let hunk = 0;
	yield* inRanges(changes.length, (from, to) => {
		const lines: string[] = [];
		let previous = changes[from - 1] ?? null;
		for (let index = from; index < to; index += 1) {
			if (index === starts[hunk]) {
				hunk += 1;
				lines.push(renderHeader(changes, index, starts[hunk] ?? changes.length));
				previous = null;
			}
			const change = changes[index] as Change;
			// Changes of one section share their lineage.
			if (change.lineage !== previous?.lineage) addParents(lines, change, previous);
			addChange(lines, change);
			previous = change;
		}
		pieces.push(lines.join('\n'));
	});
	pieces.push('');
	return pieces.join('\n');
}

/**
 * Indices of the changes that begin a hunk. Changes of one top-level section belong together, and so do top-level lines that
 * stand next to each other.
 */
function* hunkStarts(changes: readonly Change[]): Steps<readonly number[]> {
	const starts: number[] = [];
	/** Sections of the current hunk whose header is itself a change in it. */
	let headers = new Set<string>();
	yield* inRanges(changes.length, (from, to) => {
		let previous = changes[from - 1] ?? null;
		for (let index = from; index < to; index += 1) {
			const change = changes[index] as Change;
			const section = change.lineage[0];
			const before: string | undefined = previous?.lineage[0];
			const stands = section !== undefined && (section === before || headers.has(section));
			const follows = section === undefined && (before === undefined || headers.has(before));
			if (previous === null || !(stands || (follows && isNear(previous, change)))) {
				starts.push(index);
				headers = new Set();
			}
			if (section === undefined) headers.add(change.line);
			previous = change;
		}
	});
	return starts;
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

function renderHeader(changes: readonly Change[], from: number, to: number): string {
	const first = (line: 'intendedLine' | 'runningLine'): number => {
		for (let index = from; index < to; index += 1) {
			const number = changes[index]?.[line] ?? null;
			if (number !== null) return number;
		}
		return 0;
	};
	const section = changes[from]?.lineage[0];
	return `@@ -${first('intendedLine')} +${first('runningLine')} @@${section === undefined ? '' : ` ${section}`}`;
}

/** Those that do not stand in the hunk already, as context or as a line of their own. */
function addParents(lines: string[], { lineage }: Change, previous: Change | null): void {
	const shown = previous === null ? [] : [...previous.lineage, previous.line];
	const common = lineage.findIndex((parent, depth) => shown[depth] !== parent);
	if (common === -1) return;
	for (const [depth, parent] of lineage.entries()) if (depth >= common) lines.push(` ${indent(depth)}${parent}`);
}

function addChange(lines: string[], { kind, lineage, line, runningText, intendedLine, runningLine }: Change): void {
	const indentation = indent(lineage.length);
	switch (kind) {
		case 'missing':
			lines.push(`-${indentation}${line}`);
			return;
		case 'extra':
			lines.push(`+${indentation}${line}`);
			return;
		case 'changed':
			lines.push(`-${indentation}${line}`, `+${indentation}${runningText}`);
			return;
		case 'moved':
			lines.push(`!${indentation}${line}  (moved: intended line ${intendedLine}, running line ${runningLine})`);
			return;
	}
}

function indent(depth: number): string {
	INDENTS[depth] ??= '  '.repeat(depth);
	return INDENTS[depth];
}

const INDENTS: string[] = [];
