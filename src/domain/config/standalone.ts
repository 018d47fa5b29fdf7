import type { Syntax, SyntaxStyle } from '../platform/syntax.ts';
import { findEndlessBlocks } from './blocks.ts';
import type { ConfigLine, LineReading } from './config-line.ts';
import { endsInProgram, findEndlessPrograms } from './programs.ts';
import { tooDeepLine } from './too-deep-line.ts';

const STARTS_ANEW: ReadonlySet<SyntaxStyle> = new Set<SyntaxStyle>(['indented', 'set']);

/** Whether a statement of the top level ends whatever stands above it, so that sections can be read by themselves. */
export function standAlone({ style, continuation }: Syntax): boolean {
	return STARTS_ANEW.has(style) && continuation === undefined;
}

/** Whether a part of a text begins with a statement of the top level: then it reads the same whatever stands above it. */
export function beginsAnew([first]: readonly LineReading[]): boolean {
	return first?.role === 'statement' && first.raw === first.text;
}

/**
 * Whether nothing in a part of a text, from its first line on, reaches into what stands below it or is read in a way of
 * its own.
 */
export function isClosed(lines: readonly ConfigLine[], syntax: Syntax): boolean {
	return (
		findEndlessBlocks(lines).length === 0 &&
		findEndlessPrograms(lines, syntax).length === 0 &&
		!endsInProgram(lines, syntax) &&
		tooDeepLine(lines) === null
	);
}
