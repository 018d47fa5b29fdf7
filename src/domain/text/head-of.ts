/**
 * What a regular expression asks for in front of the first thing that it captures, without what need not stand there: it matches
 * wherever the whole does, and some texts more. The word in front of a secret rules out nearly all lines; what the
 * secret may look like adds little, and is most of what there is to compile.
 *
 * @param source - has no alternatives but in groups
 * @returns the whole where there is no word in what is left: signs alone stand in many lines
 *
 * @example
 * headOf('username \\S+ (?:password|secret) (?:\\d )?(?!none)(?<secret>\\S+)') //=> 'username \\S+ (?:password|secret) '
 */
export function headOf(source: string): string {
	const capture = source.search(/(?<!\\)\(\?<[^=!]/);
	if (capture === -1) return source;
	// Every sign that means itself is made one that means nothing else, at the place of its last letter.
	const plain = source.slice(0, capture).replaceAll(ESCAPE_OR_CLASS, ({ length }) => '-'.padStart(length, FILLER));
	/** Behind the last part that has to be there, of those outside of all groups. A group that is not closed is none of them. */
	let end = 0;
	let needed = '';
	let depth = 0;
	/** Where the part begins that is being read. */
	let start = 0;
	for (let index = 0; index < plain.length; index += 1) {
		const sign = plain[index];
		if (sign === FILLER) continue;
		if (sign === ')') depth -= 1;
		else if (depth === 0) start = index;
		if (sign === '(') depth += 1;
		if (depth > 0) continue;
		const quantifier = quantifierAt(plain, index + 1);
		if (!OPTIONAL.test(quantifier) && !LOOKS_ONLY.test(plain.slice(start, index))) {
			needed += plain.slice(start, index + 1);
			end = index + 1 + quantifier.length;
		}
		index += quantifier.length;
	}
	return A_WORD.test(needed) ? source.slice(0, end) : source;
}

const ESCAPE_OR_CLASS = /\\(?:x..|u\{[^}]*\}|u....|[pP]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]/g;

/** No sign of a regular expression: there it is written as an escape. */
const FILLER = '\n';

function quantifierAt(source: string, index: number): string {
	if (!'?*+{'.includes(source.charAt(index))) return '';
	QUANTIFIER.lastIndex = index;
	return QUANTIFIER.exec(source)?.[0] ?? '';
}

const QUANTIFIER = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;

const OPTIONAL = /^(?:[?*]|\{0)/;

/** What must follow, or must not stand there: a word in front of it is asked for anyway. What must stand in front may say all. */
const LOOKS_ONLY = /^\(\?(?:=|<?!)/;

const A_WORD = /[A-Za-z]{3}/;
