import type { Trees } from '../compare/comparable-trees.ts';
import {
	isAboutSeveral,
	overlaps,
	type RangedLine,
	type ReadRanged,
	rangedLinesAmong,
	rangedReader,
} from '../compare/ranges/ranged-line.ts';
import { spellerOf } from '../compare/spellings/spelling.ts';
import type { ConfigNode } from '../config/tree.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import { type Adopting, putInPlaceOf } from './adopting.ts';

/**
 * Takes over what the two sides cut into other stretches (`line vty 0 15`, `line vty 0 4`): where it differs, the file gets the
 * lines of the device in place of its own that are about the same things.
 *
 * @returns the differences that are done with
 */
export function adoptRanges(siblings: Trees, lineage: readonly string[], adopting: Adopting): ReadonlySet<Change> {
	const { platform, changes, isChosen } = adopting;
	const done = new Set<Change>();
	if (platform.ranges === undefined) return done;
	const here = changes.all.filter((change) => lineage.every((header, depth) => change.lineage[depth] === header));
	for (const change of here) {
		if (done.has(change)) continue;
		const [stretch] = textsOf(change, lineage).flatMap(
			(text) => stretchAround(text, siblings, { lineage, platform }) ?? [],
		);
		if (stretch === undefined) continue;
		const ofStretch = here.filter((each) => textsOf(each, lineage).some(stretch.has));
		if (!ofStretch.every(isChosen) || ofStretch.some((each) => done.has(each))) continue;
		const [first, ...others] = siblings.intended.filter((node) =>
			isIn(stretch.intended, node, ofStretch, 'intendedLine'),
		);
		const shown = siblings.running.filter((node) => isIn(stretch.running, node, ofStretch, 'runningLine'));
		if (first === undefined || shown.length === 0) continue;
		putInPlaceOf([first, ...others], shown, adopting);
		for (const each of ofStretch) done.add(each);
	}
	return done;
}

/** The lines of a section that a difference is about, or in. */
function textsOf({ lineage, line, runningText }: Change, { length }: readonly string[]): readonly string[] {
	const header = lineage[length];
	if (header !== undefined) return [header];
	return runningText === null ? [line] : [line, runningText];
}

/** A line of the stretch, or one that changed for or into a line of it. */
function isIn(
	nodes: readonly ConfigNode[],
	node: ConfigNode,
	changes: readonly Change[],
	side: 'intendedLine' | 'runningLine',
): boolean {
	return (
		nodes.includes(node) || changes.some((change) => change.kind === 'changed' && change[side] === node.lineNumber)
	);
}

/** What of both sides is about the same things, however each cuts them. */
interface CutStretch extends Trees {
	/** Whether a line is about one of these things. */
	readonly has: (text: string) => boolean;
}

/** What a line is a piece of; null where no side cuts these things otherwise than the other. */
export function stretchAround(
	text: string,
	siblings: Trees,
	{ lineage, platform }: { readonly lineage: readonly string[]; readonly platform: Platform },
): CutStretch | null {
	const read = rangedReader(lineage, platform.ranges, spellerOf(platform));
	const start = read?.(text) ?? null;
	if (read === null || start === null) return null;
	const [ours, theirs] = [linesAmong(siblings.intended, read), linesAmong(siblings.running, read)];
	const lines = [start];
	const has = (line: RangedLine): boolean => lines.some((known) => overlaps(known, line));
	let left = [...ours.values(), ...theirs.values()];
	for (let found: readonly RangedLine[] = [start]; found.length > 0; lines.push(...found)) {
		found = left.filter(has);
		left = left.filter((line) => !found.includes(line));
	}
	if (!lines.some(isAboutSeveral)) return null;
	const partsAmong = (all: ReadonlyMap<ConfigNode, RangedLine>): readonly ConfigNode[] =>
		[...all].flatMap(([node, line]) => (has(line) ? [node] : []));
	const [intended, running] = [partsAmong(ours), partsAmong(theirs)];
	const isCut = new Set([...intended, ...running].map((node) => node.text)).size > 1;
	if (!isCut) return null;
	return {
		intended,
		running,
		has: (other) => {
			const line = read(other);
			return line !== null && has(line);
		},
	};
}

function linesAmong(nodes: readonly ConfigNode[], read: ReadRanged): ReadonlyMap<ConfigNode, RangedLine> {
	const known = linesOfLevels.get(nodes);
	if (known !== undefined) return known;
	const lines = rangedLinesAmong(nodes, read);
	linesOfLevels.set(nodes, lines);
	return lines;
}

/** Every section of the top level asks for the lines of the top level. */
const linesOfLevels = new WeakMap<readonly ConfigNode[], ReadonlyMap<ConfigNode, RangedLine>>();
