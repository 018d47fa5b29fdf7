import {
	isAboutSeveral,
	overlaps,
	type RangedLine,
	type ReadRanged,
	rangedLinesAmong,
	rangedReader,
	rulesIn,
} from '../compare/ranges/ranged-line.ts';
import type { Siblings } from '../compare/siblings/siblings.ts';
import { spellerOf } from '../compare/spellings/spelling.ts';
import type { ConfigNode } from '../config/config-node.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import type { Adopting } from './adopting.ts';
import { changesIn, type Replacement } from './replacement.ts';

/** What the two sides cut into other stretches: `line vty 0 15`, `line vty 0 4`. */
export function replacedRanges(
	siblings: Siblings,
	lineage: readonly string[],
	adopting: Adopting,
): readonly Replacement[] {
	const stretchAround = cutStretches(siblings, { lineage, platform: adopting.platform });
	if (stretchAround === null) return [];
	const here = changesIn(lineage, adopting);
	const met = new Set<Change>();
	return here.flatMap((change): readonly Replacement[] => {
		if (met.has(change)) return [];
		const [stretch] = textsOf(change, lineage).flatMap((text) => stretchAround(text) ?? []);
		if (stretch === undefined) return [];
		const changes = here.filter((each) => textsOf(each, lineage).some(stretch.has));
		const intended = siblings.intended.filter(isIn(stretch.intended, changes, 'intendedLine'));
		const running = siblings.running.filter(isIn(stretch.running, changes, 'runningLine'));
		if (running.length === 0 || !changes.every(adopting.isChosen)) return [];
		for (const each of changes) met.add(each);
		return [{ intended, running, changes }];
	});
}

/** The lines of a section that a difference is about, or in. */
function textsOf({ lineage, line, runningText }: Change, { length }: readonly string[]): readonly string[] {
	const header = lineage[length];
	if (header !== undefined) return [header];
	return runningText === null ? [line] : [line, runningText];
}

/** Whether a line is one of the stretch, or changed for or into one. */
function isIn(
	nodes: readonly ConfigNode[],
	changes: readonly Change[],
	lineOf: 'intendedLine' | 'runningLine',
): (node: ConfigNode) => boolean {
	const changed = new Set(changes.filter(({ kind }) => kind === 'changed').map((change) => change[lineOf]));
	return (node) => nodes.includes(node) || changed.has(node.lineNumber);
}

/** What of both sides is about the same things, however each cuts them. */
interface CutStretch extends Siblings {
	/** Whether a line is about one of these things. */
	readonly has: (text: string) => boolean;
}

/** What a line is a piece of; null where no side cuts these things otherwise than the other. */
type StretchAround = (text: string) => CutStretch | null;

/**
 * What stands in a section in pieces that the two sides may cut otherwise. Each difference asks for its own, and those of the top
 * level each section of it: the lines are read the first time.
 *
 * @returns null: no line of the section is about several things
 */
export function cutStretches(
	siblings: Siblings,
	{ lineage, platform }: { readonly lineage: readonly string[]; readonly platform: Platform },
): StretchAround | null {
	const known = stretchesOfLevels.get(siblings.intended);
	if (known !== undefined && known.running === siblings.running) return known.stretchAround;
	const read = rangedReader(rulesIn(lineage, platform.ranges), spellerOf(platform));
	const stretchAround = read === null ? null : stretchesAmong(siblings, read);
	stretchesOfLevels.set(siblings.intended, { running: siblings.running, stretchAround });
	return stretchAround;
}

const stretchesOfLevels = new WeakMap<
	Siblings['intended'],
	{ readonly running: Siblings['running']; readonly stretchAround: StretchAround | null }
>();

function stretchesAmong(siblings: Siblings, read: ReadRanged): StretchAround | null {
	const ours = rangedLinesAmong(siblings.intended, read);
	const theirs = rangedLinesAmong(siblings.running, read);
	const all = [...ours.values(), ...theirs.values()];
	const several = all.filter(isAboutSeveral);
	if (several.length === 0) return null;
	return (text) => {
		const start = read(text);
		if (start === null || !several.some((line) => overlaps(line, start))) return null;
		const lines = [start];
		const has = (line: RangedLine): boolean => lines.some((piece) => overlaps(piece, line));
		let left = all;
		for (let found: readonly RangedLine[] = [start]; found.length > 0; lines.push(...found)) {
			found = left.filter(has);
			left = left.filter((line) => !found.includes(line));
		}
		const partsAmong = (side: ReadonlyMap<ConfigNode, RangedLine>): readonly ConfigNode[] =>
			[...side].flatMap(([node, line]) => (has(line) ? [node] : []));
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
	};
}
