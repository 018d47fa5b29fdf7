import type { ConfigLine } from '../config/config-line.ts';

/**
 * Whether two masked configs read as the same tree, letter for letter, as nearly every device does that is in sync: seen
 * from the lines, without making the trees. Lines of the top level that say nothing are no part of a tree (see buildInSteps).
 */
export function isSameReading(intended: readonly ConfigLine[], running: readonly ConfigLine[]): boolean {
	/** By index of an intended line: the index of the running line that it equals. */
	const partners: number[] = [];
	let to = nextInTree(running, 0);
	for (let at = nextInTree(intended, 0); at < intended.length; at = nextInTree(intended, at + 1)) {
		const one = intended[at];
		const other = running[to];
		if (one === undefined || other === undefined || !isSameLine(one, other)) return false;
		if ((partners[one.parent] ?? -1) !== other.parent) return false;
		partners[at] = to;
		to = nextInTree(running, to + 1);
	}
	return to >= running.length;
}

function nextInTree(lines: readonly ConfigLine[], from: number): number {
	let index = from;
	for (let line = lines[index]; line !== undefined && isOutside(line); line = lines[index]) index += 1;
	return index;
}

function isOutside({ role, parent }: ConfigLine): boolean {
	return parent === -1 && role !== 'statement' && role !== 'body';
}

/** `raw` too: of a text that is one value the indentation counts. */
function isSameLine(one: ConfigLine, other: ConfigLine): boolean {
	return one.text === other.text && one.raw === other.raw && one.role === other.role && one.block === other.block;
}
