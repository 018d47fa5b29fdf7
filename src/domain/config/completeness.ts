import { DriftAuditError } from '../../errors.ts';
import type { Platform, Syntax } from '../platform.ts';
import { findUnclosedBlock } from './blocks.ts';
import { withoutRemark } from './braces.ts';
import { unbalancedBlocks } from './edit-blocks.ts';
import { type ConfigLine, scanLines } from './lines.ts';

/**
 * Looks for the platform's proof that a fetched config is whole.
 *
 * @returns null when the proof is there, else what is missing, for a sentence: `no "end" on the last line`
 */
export function findIncompleteness(text: string, { completeness, syntax }: Platform): string | null {
	if (completeness.proof === 'parses') return findUnreadable(text, syntax, completeness.pattern);
	const scanned = scanLines(text, syntax);
	const lines = scanned.filter(({ role }) => role !== 'blank');
	if (lines.length === 0) return 'the device returned no configuration';
	if (syntax.continuation !== undefined && lines.at(-1)?.raw.endsWith(syntax.continuation)) {
		return 'the last line goes on';
	}
	if (completeness.proof === 'last-line') {
		const last = lines.at(-1);
		// A line that looks like the end but stands inside a banner or a certificate proves nothing.
		const proven = last !== undefined && last.role !== 'body' && completeness.pattern.test(last.text);
		return proven ? null : `the last line is not ${describe(completeness.pattern)}`;
	}
	if (lines.length < completeness.minLines) return `only ${lines.length} lines came`;
	switch (completeness.proof) {
		case 'channel':
			return null;
		case 'required-line':
			return lines.some((line) => completeness.pattern.test(line.text))
				? null
				: `there is no line like ${describe(completeness.pattern)}`;
		case 'balanced-braces':
			if (findUnclosedBlock(scanned) !== null) return 'a text of several lines does not end';
			return unclosed(lines, isOpening);
		case 'balanced-blocks':
			return unclosedBlocks(lines);
	}
}

function isOpening({ role, block, text }: ConfigLine): boolean {
	return role === 'statement' && block?.end !== 'braces' && withoutRemark(text).endsWith('{');
}

/** A document is whole when it can be read to its end and is the document that it should be. */
function findUnreadable(text: string, syntax: Syntax, top: RegExp): string | null {
	if (text.trim() === '') return 'the device returned no configuration';
	try {
		const parts = scanLines(text, syntax).filter(({ parent, role }) => parent === -1 && role === 'statement');
		return parts.some((line) => top.test(line.text)) ? null : `there is no ${describe(top)} at its top`;
	} catch (error) {
		if (error instanceof DriftAuditError && error.code === 'ERR_PARSE') return error.message;
		throw error;
	}
}

function unclosed(lines: readonly ConfigLine[], opens: (line: ConfigLine) => boolean): string | null {
	const opened = lines.filter(opens).length;
	const closed = lines.filter(({ role }) => role === 'closer').length;
	return opened === closed ? null : `${opened} sections open but ${closed} close`;
}

function unclosedBlocks(lines: readonly ConfigLine[]): string | null {
	const sections = lines.filter(({ role }) => role === 'statement' || role === 'closer');
	const unbalanced = unbalancedBlocks(sections.map(({ text }) => text));
	return unbalanced === 0 ? null : `${unbalanced} sections do not close`;
}

function describe(pattern: RegExp): string {
	return `"${pattern.source.replace(/^\^|\$$/g, '')}"`;
}
