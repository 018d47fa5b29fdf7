import type { Syntax } from '../platform/syntax.ts';
import type { ConfigLine } from './config-line.ts';
import { bracesNesting } from './styles/braces.ts';
import { editBlocksNesting } from './styles/edit-blocks.ts';
import type { Nesting } from './styles/nesting.ts';

/**
 * The first line that stands elsewhere than its brackets say, because the sections of its text do not open and close alike and
 * are told by their indentation; null: there is none, or nothing is indented.
 */
export function firstMisplaced(lines: readonly ConfigLine[], syntax: Syntax): ConfigLine | null {
	const nesting = bracketsOf(syntax);
	if (nesting === null) return null;
	const places = lines.map(({ raw, text, role, block }, index) => {
		if (role !== 'statement' && role !== 'closer') return null;
		const opening = block?.end === 'braces' ? text.replace(/\{$/, ' ') : text;
		const { parent } = nesting.place(index, raw, opening, false);
		return role === 'statement' ? parent : null;
	});
	if (nesting.isBalanced?.() !== false) return null;
	return lines.find(({ parent }, index) => places[index] !== null && places[index] !== parent) ?? lines.at(-1) ?? null;
}

function bracketsOf(syntax: Syntax): Nesting | null {
	if (syntax.style === 'braces') return bracesNesting(syntax);
	return syntax.style === 'edit-blocks' ? editBlocksNesting(syntax) : null;
}
