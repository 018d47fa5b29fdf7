import type { ConfigNode } from '../../config/config-node.ts';
import type { RangeRule } from '../../platform/list-rules.ts';
import type { Siblings } from '../siblings/siblings.ts';
import type { Speller } from '../spellings/spelling.ts';
import {
	isAboutSeveral,
	looksLikeSeveral,
	type RangedLine,
	rangedLinesAmong,
	rangedReader,
	rulesIn,
	type Stretch,
	textOfRange,
} from './ranged-line.ts';

/** More pieces than any device has things: a file that makes so many is compared as it is written. */
const MAX_PIECES = 20_000;

/**
 * Cuts lines that are about several things where a line of either side begins or ends, so that each piece stands beside the
 * other side's piece about the same things, whatever stretches a device or a person makes of them.
 *
 * @example
 * line vty 0 15 / transport input ssh    with    line vty 0 4 / transport input ssh · line vty 5 15 / transport input none
 * //=> line vty 0 4 / transport input ssh · line vty 5 15 / transport input ssh    with    what stands there
 */
export function cutRanges(
	{ intended, running }: Siblings,
	lineage: readonly string[],
	{ rules, speller }: { readonly rules: readonly RangeRule[] | undefined; readonly speller: Speller },
): Siblings {
	const seldom = rulesIn(lineage, rules).filter((rule) => {
		const isSeveral = ({ text }: ConfigNode): boolean => looksLikeSeveral(text, rule);
		return intended.some(isSeveral) || running.some(isSeveral);
	});
	const read = rangedReader(seldom, speller);
	if (read === null) return { intended, running };
	const lines = { intended: rangedLinesAmong(intended, read), running: rangedLinesAmong(running, read) };
	const apart = new Set([
		...familiesApart(lines.intended, lines.running),
		...familiesApart(lines.running, lines.intended),
	]);
	const isApart = (line: RangedLine): boolean => familiesOf(line).some((family) => apart.has(family));
	const linesApart = (side: Lines): Lines => new Map([...side].filter(([, line]) => isApart(line)));
	const [ours, theirs] = [linesApart(lines.intended), linesApart(lines.running)];
	const all = [...ours.values(), ...theirs.values()];
	if (!all.some(isAboutSeveral)) return { intended, running };
	const borders = bordersOf(all);
	const pieces = new Map<RangedLine, readonly Stretch[]>();
	let count = 0;
	for (const line of all) {
		const cut = line.stretches.flatMap((stretch) => cutAt(bordersIn(borders, line, stretch), stretch));
		pieces.set(line, cut);
		count += cut.length;
		if (count > MAX_PIECES) return { intended, running };
	}
	return { intended: withPieces(intended, ours, pieces), running: withPieces(running, theirs, pieces) };
}

type Lines = ReadonlyMap<ConfigNode, RangedLine>;

/** Families of lines that the other side does not have as they stand: where all are there, nothing has to be cut. */
function familiesApart(lines: Lines, others: Lines): readonly string[] {
	const known = new Set([...others.keys()].map(({ text }) => text));
	return [...lines].flatMap(([{ text }, line]) => (known.has(text) ? [] : familiesOf(line)));
}

function familiesOf(line: RangedLine): readonly string[] {
	return line.stretches.map((stretch) => familyOf(line, stretch));
}

/** By what stands around the numbers: those with which a stretch begins, and those behind the last of one. */
type Borders = ReadonlyMap<string, readonly number[]>;

function bordersOf(lines: readonly RangedLine[]): Borders {
	const borders = new Map<string, Set<number>>();
	for (const line of lines) {
		for (const stretch of line.stretches) {
			const family = familyOf(line, stretch);
			const known = borders.get(family) ?? new Set();
			borders.set(family, known.add(stretch.from).add(stretch.to + 1));
		}
	}
	return new Map([...borders].map(([family, numbers]) => [family, [...numbers].toSorted((one, other) => one - other)]));
}

/** Lines of one family are about things of one kind, and say the same of them. */
function familyOf({ head, tail }: RangedLine, { prefix }: Stretch): string {
	return `${head}\0${prefix}\0${tail}`;
}

/** Borders behind the first thing of a stretch, up to its last. */
function bordersIn(borders: Borders, line: RangedLine, stretch: Stretch): readonly number[] {
	if (stretch.from === stretch.to) return [];
	const all = borders.get(familyOf(line, stretch)) ?? [];
	const first = indexBehind(all, stretch.from);
	return all.slice(first, indexBehind(all, stretch.to));
}

/** Index of the first number that is larger. */
function indexBehind(ascending: readonly number[], number: number): number {
	let low = 0;
	let high = ascending.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ascending[middle] ?? 0) > number) high = middle;
		else low = middle + 1;
	}
	return low;
}

function cutAt(borders: readonly number[], stretch: Stretch): readonly Stretch[] {
	return [stretch.from, ...borders].map((from, index) => ({
		...stretch,
		from,
		to: (borders[index] ?? stretch.to + 1) - 1,
	}));
}

function withPieces(
	nodes: readonly ConfigNode[],
	lines: Lines,
	pieces: ReadonlyMap<RangedLine, readonly Stretch[]>,
): readonly ConfigNode[] {
	const isCut = (line: RangedLine): boolean => (pieces.get(line)?.length ?? 0) > 1;
	const cutFamilies = new Set([...lines.values()].filter(isCut).flatMap(familiesOf));
	return nodes.flatMap((node) => {
		const line = lines.get(node);
		// Beside pieces a single thing is named as they are, so that they are one section.
		if (line === undefined || !familiesOf(line).some((family) => cutFamilies.has(family))) return [node];
		return (pieces.get(line) ?? []).map((piece) => ({ ...node, text: textOfRange(line, piece) }));
	});
}
