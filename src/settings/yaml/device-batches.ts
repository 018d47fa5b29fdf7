import type { Steps } from '../../domain/steps.ts';

/** The text of a fleet.yml, its devices apart from the rest. */
export interface DeviceBatches {
	/** The text without its devices. */
	readonly rest: string;
	/** On which `devices:` stands, from 1. */
	readonly line: number;
	/** How many lines the rest lacks behind that one. */
	readonly linesTaken: number;
	readonly batches: readonly DeviceBatch[];
}

/** Some devices, as a YAML text of their own that nests them as the whole does. */
export interface DeviceBatch {
	readonly text: string;
	/** Of the whole, in front of the first line of this text. */
	readonly linesBefore: number;
}

const SECTION = /^devices:[ \t]*(?:#.*)?\r?$/;
const ANOTHER_SECTION = /^[^ #\r]/;
const BLANK_OR_COMMENT = /^[ \t\r]*(?:#|$)/;
const DEVICE = /^( +)(["']?)[A-Za-z0-9][\w.-]*\2:(?:[ \r]|$)/;
/** A directive holds for every part, and YAML knows many ways to indent with a tab. */
const INDIVISIBLE = /^(?:%| *\t+ *[^\s#])/;

/** Lines that are looked at on end: a millisecond of them. */
const PORTION = 5_000;

/** Where a line stands in a text. */
interface Line {
	/** From 0. */
	readonly index: number;
	readonly from: number;
	/** Without its end. */
	readonly to: number;
	/** How many blanks it begins with. */
	readonly depth: number;
}

/**
 * Cuts the devices of a fleet.yml into batches, where they stand as people and tools write them: below each other, in one
 * mapping of block style. It knows next to no YAML; a cut is right where every part proves to be without a mistake when it is
 * read by itself, because a quote or a bracket that is open at the end of a part is one.
 *
 * @param size - devices of one batch
 * @returns null: they stand otherwise, so the whole has to be read at once
 */
export function* cutIntoBatches(text: string, size: number): Steps<DeviceBatches | null> {
	let section: Line | null = null;
	/** The first line behind the section. */
	let end: Line | null = null;
	let indent: number | null = null;
	const starts: Line[] = [];
	let total = 0;
	for (const line of linesOf(text)) {
		total += 1;
		if (total % PORTION === 0) yield;
		const says = (pattern: RegExp): boolean => pattern.test(text.slice(line.from, line.to));
		// Most lines need no more than a look at their first letter.
		const first = text[line.from + line.depth];
		if ((first === '%' || first === '\t') && says(INDIVISIBLE)) return null;
		if (section === null) {
			if (first === 'd' && says(SECTION)) section = line;
		} else if (end === null) {
			if (line.depth === 0 && says(ANOTHER_SECTION)) end = line;
			else if ((indent === null || line.depth <= indent) && !says(BLANK_OR_COMMENT)) {
				indent ??= line.depth;
				if (line.depth < indent || !says(DEVICE)) return null;
				starts.push(line);
			}
		}
	}
	if (section === null || starts.length === 0) return null;

	const from = section.to + 1;
	const cuts = [{ index: section.index + 1, from }, ...starts.filter((_, at) => at % size === 0 && at > 0)];
	const rest = end === null ? text.slice(0, section.to) : text.slice(0, from) + text.slice(end.from);
	return {
		rest,
		line: section.index + 1,
		linesTaken: (end?.index ?? total) - section.index - 1,
		batches: cuts.map(({ index, from }, at): DeviceBatch => {
			const to = (cuts[at + 1] ?? end)?.from;
			const devices = to === undefined ? `${text.slice(from)}\n` : text.slice(from, to);
			return { text: `devices:\n${devices}`, linesBefore: index - 1 };
		}),
	};
}

/** One after the other, where they stand: a large fleet has tens of thousands. */
function* linesOf(text: string): Generator<Line> {
	for (let index = 0, from = 0; from <= text.length; index += 1) {
		const found = text.indexOf('\n', from);
		const to = found === -1 ? text.length : found;
		let depth = 0;
		while (from + depth < to && text[from + depth] === ' ') depth += 1;
		yield { index, from, to, depth };
		from = to + 1;
	}
}
