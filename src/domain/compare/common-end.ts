/** A line that starts with a letter or a digit is a statement of the top level, unless a syntax says otherwise. */
const TOP_LEVEL = /^[a-z\d]/gim;

/** Less than this share of a text is not worth being told apart. */
const WORTHWHILE = 0.5;

/**
 * How many characters two texts have in common at their end, counted from a line that may be a statement of the top level;
 * 0 where it is less than half of the longer one.
 *
 * @example commonEnd('! Tuesday\nhostname a\nend\n', '! Friday\nhostname a\nend\n') //=> 15
 */
export function commonEnd(one: string, other: string): number {
	const equal = equalEnd(one, other);
	TOP_LEVEL.lastIndex = one.length - equal;
	for (let found = TOP_LEVEL.exec(one); found !== null; found = TOP_LEVEL.exec(one)) {
		const length = one.length - found.index;
		if (length < Math.max(one.length, other.length) * WORTHWHILE) return 0;
		// The other text may go on to the left, in the middle of a line.
		if (length === other.length || other.at(-1 - length) === '\n') return length;
	}
	return 0;
}

/** Halves what is open: to see whether two strings are equal takes the engine far less time than to go through them. */
function equalEnd(one: string, other: string): number {
	const shorter = Math.min(one.length, other.length);
	let equal = 0;
	let open = shorter + 1;
	for (let length = shorter; equal + 1 < open; length = (equal + open) >> 1) {
		if (one.slice(one.length - length) === other.slice(other.length - length)) equal = length;
		else open = length;
	}
	return equal;
}
