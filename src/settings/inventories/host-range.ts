/** A range may name many hosts; more than this is a slip of the pen. */
const MAX_HOSTS = 20_000;

/**
 * The hosts that a pattern of an Ansible inventory names; null where they are too many.
 *
 * @example
 * expandHosts('leaf-[01:03].lab') //=> ['leaf-01.lab', 'leaf-02.lab', 'leaf-03.lab']
 */
export function expandHosts(pattern: string): readonly string[] | null {
	const [range, from = '', to = '', step = '1'] =
		/\[([0-9]+|[A-Za-z]):([0-9]+|[A-Za-z])(?::(\d+))?\]/.exec(pattern) ?? [];
	if (range === undefined) return [pattern];
	const words = /^\d/.test(from) ? numbers(from, to, Number(step)) : letters(from, to, Number(step));
	if (words === null) return null;
	const all: string[] = [];
	for (const word of words) {
		const more = expandHosts(pattern.replace(range, word));
		if (more === null || all.length + more.length > MAX_HOSTS) return null;
		all.push(...more);
	}
	return all;
}

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
