import type { ConfigLine } from '../config/lines.ts';
import type { Syntax } from '../platform/platform.ts';
import type { LinePattern, MaskingPattern } from './pattern.ts';

/** A command in capitals, also one that a script enters: its first word is in capitals. A comment may be a sentence. */
const CAPITALS = /^(?:(?:no |undo |action \S+ cli command ")?[A-Z]|[!#]{1,3} ?[A-Z-]{2,} [A-Z])/;

/** What every line that `isInCapitals` is true of begins with. */
export function capitalsOf({ takesCapitals }: Syntax): readonly RegExp[] {
	return takesCapitals === true ? [CAPITALS] : [];
}

/** Whether a line may be a command in capitals, which the device takes; in a banner it is a sentence. */
export function isInCapitals({ text, role }: ConfigLine, { takesCapitals }: Syntax): boolean {
	return takesCapitals === true && role !== 'body' && CAPITALS.test(text);
}

/**
 * The masks of secrets for such a line, to be asked before all others: they ask about small letters, as devices show commands,
 * and take what stands in the same place.
 *
 * @example
 * // SNMP-SERVER COMMUNITY Fictive RO  //=> SNMP-SERVER COMMUNITY <secret:1f3a9c> RO
 */
export function masksForCapitals(masks: readonly MaskingPattern[]): readonly MaskingPattern[] {
	const known = forCapitals.get(masks);
	if (known !== undefined) return known;
	const wrapped = masks
		.filter(({ kind }) => kind !== 'volatile')
		.map(({ within, ...mask }) => ({
			...mask,
			pattern: inSmallLetters(mask.pattern),
			...(within === undefined ? {} : { within: within.map(inSmallLetters) }),
		}));
	forCapitals.set(masks, wrapped);
	return wrapped;
}

/** Once per set of masks. */
const forCapitals = new WeakMap<readonly MaskingPattern[], readonly MaskingPattern[]>();

function inSmallLetters(pattern: LinePattern): LinePattern {
	return {
		source: pattern.source,
		exec: (line) => pattern.exec(withSmallLetters(line)),
		test: (line) => pattern.test(withSmallLetters(line)),
	};
}

/** The line as `masksForCapitals` are asked about it. Each letter stays in its place; in other scripts some become two. */
export function withSmallLetters(line: string): string {
	return line.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
