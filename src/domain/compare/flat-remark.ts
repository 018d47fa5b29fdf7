import type { ConfigLine } from '../config/config-line.ts';
import type { Syntax } from '../platform/syntax.ts';
import type { Side } from '../sides.ts';

interface Flat {
	readonly side: Side;
	/** What the other side holds. */
	readonly other: readonly ConfigLine[];
	readonly syntax: Syntax;
}

/**
 * What to say of a config that lost its indentation, as text from a ticket or a chat does: all of it stands at the top level, and
 * nearly all of it differs. A sentence for the report's warnings, or none.
 */
export function flatRemark(lines: readonly ConfigLine[], { side, other, syntax }: Flat): readonly string[] {
	if (syntax.style !== 'indented' || lines.some(isIndented)) return [];
	const headers = new Set(other.filter(isIndented).map(({ parent }) => other[parent]?.text));
	const header = lines.find(({ role, text }) => role === 'statement' && headers.has(text));
	if (header === undefined) return [];
	return [
		`no line of the ${side} config is indented: what belongs to the section on line ${header.number} is compared as if it stood outside of it; indent the lines as the device shows them`,
	];
}

function isIndented({ role, raw }: ConfigLine): boolean {
	return role === 'statement' && /^\s/.test(raw);
}
