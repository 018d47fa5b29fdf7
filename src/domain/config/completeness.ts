import { DriftAuditError } from '../../errors.ts';
import type { Completeness, Platform } from '../platform/platform.ts';
import type { Steps } from '../steps.ts';
import { plural } from '../text/count-words.ts';
import { bodyBehind, findEndlessBlocks, findUnclosedBlock, isEndless } from './blocks.ts';
import type { ConfigLine, LineReading } from './config-line.ts';
import { scanInSteps } from './scan-lines.ts';
import { TooLarge } from './size-limits.ts';
import { withoutRemark } from './styles/braces.ts';
import { editBlocksNesting } from './styles/edit-blocks.ts';

/** The lines of a fetched config, or what is missing, for a sentence: `no "end" on the last line`. */
export type WholeConfig =
	| { readonly lines: readonly ConfigLine[]; readonly incompleteness: null }
	| { readonly lines: null; readonly incompleteness: string };

/** Splits a fetched config into lines and looks for the platform's proof that it is whole. Throws `TooLarge`. */
export function* scanWhole(text: string, platform: Platform): Steps<WholeConfig> {
	try {
		const lines = yield* scanInSteps(text, platform.syntax);
		yield;
		const incompleteness = incompletenessOf(lines, platform);
		return incompleteness === null ? { lines, incompleteness } : { lines: null, incompleteness };
	} catch (error) {
		// A document that cannot be read to its end is not whole. What is too long may be.
		if (!(error instanceof DriftAuditError) || error.code !== 'ERR_PARSE' || error instanceof TooLarge) throw error;
		return { lines: null, incompleteness: error.message };
	}
}

/** What stands in the place of a part that was left out, with its line, for a sentence; null where nothing does. */
export function findWithheld(text: string, { withheld }: Platform): string | null {
	const match = withheld?.exec(text);
	if (!match) return null;
	return `line ${text.slice(0, match.index).split('\n').length} says "${match[0]}" in the place of a part`;
}

/** What keeps lines of a fetched config from being whole; null when the platform's proof is there. */
export function incompletenessOf(scanned: readonly LineReading[], { completeness, syntax }: Platform): string | null {
	const lines = scanned.filter(({ role }) => role !== 'blank');
	if (lines.length === 0) return 'the device returned no configuration';
	if (completeness.proof === 'parses') return findTop(scanned, completeness.pattern);
	if (syntax.continuation !== undefined && lines.at(-1)?.raw.endsWith(syntax.continuation)) {
		return 'the last line is continued';
	}
	if (completeness.proof === 'last-line') return findEnd(scanned, completeness);
	if (lines.length < completeness.minLines) return `only ${plural(lines.length, 'line')} came`;
	// Elsewhere a block without its end swallows no more than it has to; the one that a text ends in was cut.
	const isCut = isBalance(completeness) ? findEndlessBlocks(scanned).length > 0 : findUnclosedBlock(scanned) !== null;
	if (isCut) return 'a text of several lines does not end';
	switch (completeness.proof) {
		case 'channel':
			return null;
		case 'required-line':
			return lines.some((line) => completeness.pattern.test(line.text))
				? null
				: `there is no line like ${describe(completeness.pattern)}`;
		case 'balanced-braces':
			return unclosed(lines, isOpening);
		case 'balanced-blocks':
			return unclosedBlocks(lines);
	}
}

function findEnd(
	lines: readonly LineReading[],
	{ pattern, bare }: Completeness & { readonly proof: 'last-line' },
): string | null {
	// A message of the device may come behind the end.
	const last = lines.findLast(({ role, text }) => role !== 'blank' && (role !== 'frame' || pattern.test(text)));
	// A line that looks like the end but stands inside a banner or a certificate proves nothing.
	const proven = last !== undefined && last.role !== 'body' && pattern.test(last.text);
	if (!proven) return `the last line is not ${describe(pattern)}`;
	const isBare = !lines.some(({ role, text }) => role === 'statement' && bare?.test(text) !== true);
	if (isBare) return 'it holds nothing but its frame';
	// Such a block may hold a line like the end. Where sections stand behind it, it is not the end of the config.
	const endless = lines.find((_, start) => isEndless(lines, start) && !hasSectionsBehind(lines, start));
	return endless?.block ? `a ${endless.block.id} does not end` : null;
}

function hasSectionsBehind(lines: readonly LineReading[], start: number): boolean {
	const behind = lines.slice(start + 1 + bodyBehind(lines, start).length);
	return behind.some(({ role, raw, text }) => role === 'statement' && raw !== text);
}

/** Such a proof counts what a text without its end may hold as well. */
function isBalance({ proof }: Completeness): boolean {
	return proof === 'balanced-braces' || proof === 'balanced-blocks';
}

function isOpening({ role, block, text }: LineReading): boolean {
	return role === 'statement' && block?.end !== 'braces' && withoutRemark(text).endsWith('{');
}

/** A document that could be read to its end is whole when it is the document that it should be. */
function findTop(lines: readonly LineReading[], top: RegExp): string | null {
	const parts = lines.filter(({ raw, text, role }) => raw === text && role === 'statement');
	return parts.some((line) => top.test(line.text)) ? null : `there is no ${describe(top)} at its top`;
}

function unclosed(lines: readonly LineReading[], opens: (line: LineReading) => boolean): string | null {
	const opened = lines.filter(opens).length;
	const closed = lines.filter(({ role }) => role === 'closer').length;
	return opened === closed ? null : `${opened} sections open but ${closed} close`;
}

function unclosedBlocks(lines: readonly LineReading[]): string | null {
	const nesting = editBlocksNesting();
	for (const [index, { role, raw, text }] of lines.entries()) {
		if (role === 'statement' || role === 'closer') nesting.place(index, raw, text, false);
	}
	const unbalanced = nesting.unbalanced?.() ?? 0;
	return unbalanced === 0 ? null : `${unbalanced} sections do not close`;
}

function describe(pattern: RegExp): string {
	return `"${pattern.source.replace(/^\^|\$$/g, '')}"`;
}
