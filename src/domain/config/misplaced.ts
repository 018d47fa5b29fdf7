import type { Syntax } from '../platform/syntax.ts';
import { withoutBlockBrace } from './blocks.ts';
import type { ConfigLine } from './config-line.ts';
import { NESTINGS } from './scan-lines.ts';

/**
 * The first line that stands elsewhere than its brackets say, because the sections of its text do not open and close alike and
 * are told by their indentation; null: there is none, or nothing is indented.
 */
export function firstMisplaced(lines: readonly ConfigLine[], syntax: Syntax): ConfigLine | null {
	const nesting = NESTINGS[syntax.style]();
	if (nesting.unbalanced === undefined) return null;
	const places = lines.map(({ raw, text, role, block }, index) => {
		if (role !== 'statement' && role !== 'closer') return null;
		const { parent } = nesting.place(index, raw, withoutBlockBrace(text, block), false);
		return role === 'statement' ? parent : null;
	});
	if (nesting.unbalanced() === 0) return null;
	return lines.find(({ parent }, index) => places[index] !== null && places[index] !== parent) ?? lines.at(-1) ?? null;
}
