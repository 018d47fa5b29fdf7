import type { BodyLine } from '../config/config-node.ts';
import type { Sides } from '../sides.ts';
import type { Speller } from './spellings/spelling.ts';

/** The text of a set, on both sides. */
type Bodies = Sides<readonly BodyLine[]>;

interface SetRules {
	/** What its remarks begin with. */
	readonly remark: string;
	readonly speller: Speller;
}

/**
 * The lines of two sets that hold what the other one lacks: order, commas, repeats and how many elements stand on a line say
 * nothing.
 *
 * @example
 * 10.0.0.0/8, · 192.0.2.0/24    with    192.0.2.0/24, · 198.51.100.0/24, · 10.0.0.0/8
 * //=> nothing    with    198.51.100.0/24,
 */
export function withoutCommonElements({ intended, running }: Bodies, { remark, speller }: SetRules): Bodies {
	const elementsOf = (line: BodyLine): readonly string[] => elementsIn(line.text, remark).map(speller);
	const [ours, theirs] = [new Set(intended.flatMap(elementsOf)), new Set(running.flatMap(elementsOf))];
	const lacking = (lines: readonly BodyLine[], other: ReadonlySet<string>): readonly BodyLine[] =>
		lines.filter((line) => elementsOf(line).some((element) => !other.has(element)));
	return { intended: lacking(intended, theirs), running: lacking(running, ours) };
}

/** A regular expression in quotes may hold a comma. */
const ELEMENT = /(?:'[^']*'|"[^"]*"|[^,'"])+/g;

function elementsIn(text: string, remark: string): readonly string[] {
	if (text.trimStart().startsWith(remark)) return [];
	const elements = text.match(ELEMENT) ?? [];
	return elements.map((element) => element.trim().replaceAll(/ {2,}/g, ' ')).filter((element) => element !== '');
}
