/** A range may name many hosts; more than this is a slip of the pen. */
const MAX_HOSTS = 20_000;

/**
 * The hosts that a pattern of an Ansible inventory names; null where they are too many.
 *
 * @example
 * expandHosts('leaf-[01:03].lab') //=> ['leaf-01.lab', 'leaf-02.lab', 'leaf-03.lab']
 */
export function expandHosts(pattern: string): readonly string[] | null {
	const ranges: { readonly words: readonly string[]; readonly behind: string }[] = [];
	let count = 1;
	const matches = [...pattern.matchAll(RANGE)];
	for (const [index, { 0: range, 1: from = '', 2: to = '', 3: step = '1', index: at }] of matches.entries()) {
		const words = /^\d/.test(from) ? numbers(from, to, Number(step)) : letters(from, to, Number(step));
		if (words === null) return null;
		// Whatever stands behind it.
		if (words.length === 0) return [];
		count *= words.length;
		if (count > MAX_HOSTS) return null;
		ranges.push({ words, behind: pattern.slice(at + range.length, matches[index + 1]?.index) });
	}
	const [first] = matches;
	return ranges.reduce<readonly string[]>(
		(names, { words, behind }) => names.flatMap((name) => words.map((word) => name + word + behind)),
		[pattern.slice(0, first?.index)],
	);
}

const RANGE = /\[([0-9]{1,9}|[A-Za-z]):([0-9]{1,9}|[A-Za-z])(?::(\d{1,9}))?\]/g;

/** As wide as the first: `[01:10]`. */
function numbers(from: string, to: string, step: number): readonly string[] | null {
	const count = Math.floor((Number(to) - Number(from)) / Math.max(step, 1)) + 1;
	if (count > MAX_HOSTS) return null;
	return Array.from({ length: Math.max(count, 0) }, (_, index) =>
		String(Number(from) + index * step).padStart(from.startsWith('0') ? from.length : 1, '0'),
	);
}

function letters(from: string, to: string, step: number): readonly string[] {
	const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
	const count = Math.max(Math.floor((last - first) / Math.max(step, 1)) + 1, 0);
	return Array.from({ length: count }, (_, index) => String.fromCharCode(first + index * step));
}
