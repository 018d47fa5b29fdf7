import type { Syntax, SyntaxStyle } from '../platform/syntax.ts';
import { atOnce, type Steps } from '../steps.ts';
import type { ConfigLine } from './config-line.ts';
import { placeLines } from './place-lines.ts';
import { hasTooLongLine, hasTooManyLines, TooLarge } from './size-limits.ts';
import { bracesNesting } from './styles/braces.ts';
import { byIndentation, isIndented } from './styles/by-indentation.ts';
import { documentLines } from './styles/document.ts';
import { editBlocksNesting } from './styles/edit-blocks.ts';
import { indentedNesting } from './styles/indented.ts';
import type { Nesting } from './styles/nesting.ts';
import { pathsNesting } from './styles/paths.ts';
import { setNesting } from './styles/set.ts';

/** What a line belongs to, by style: the one thing in which styles differ. */
export const NESTINGS: Readonly<Record<SyntaxStyle, (endlessRemark?: number) => Nesting>> = {
	indented: indentedNesting,
	braces: bracesNesting,
	set: setNesting,
	'edit-blocks': editBlocksNesting,
	paths: pathsNesting,
	json: setNesting,
	xml: setNesting,
};

/**
 * Splits a configuration into lines and finds every line's parent. Blocks come first:
 * inside a banner or a certificate nothing is a comment, an `end` or a section. A block without its end takes no more of the
 * text than it has to: see findEndlessBlocks. Where sections do not open and close alike, indentation tells what they hold.
 */
export function scanLines(text: string, syntax: Syntax): readonly ConfigLine[] {
	return atOnce(scanInSteps(text, syntax));
}

/** The same in steps. Throws `TooLarge`. */
export function* scanInSteps(text: string, syntax: Syntax): Steps<readonly ConfigLine[]> {
	if (hasTooManyLines(text)) throw new TooLarge('lines');
	const document = yield* documentLines(text, syntax);
	if (document !== null) return document;
	if (hasTooLongLine(text)) throw new TooLarge('length');
	const nestingOf = NESTINGS[syntax.style];
	let nesting = nestingOf();
	let lines = yield* placeLines(text, syntax, nesting);
	const endless = nesting.endlessRemark?.() ?? undefined;
	if (endless !== undefined) {
		yield;
		nesting = nestingOf(endless);
		lines = yield* placeLines(text, syntax, nesting);
	}
	if (!nesting.unbalanced?.() || !isIndented(lines)) return lines;
	yield;
	return yield* placeLines(text, syntax, byIndentation(nestingOf(endless)));
}
