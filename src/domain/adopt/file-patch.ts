import { structuredPatch } from 'diff';
import { scanLines } from '../config/scan-lines.ts';
import { REMOVED, withPlaceholders } from '../masking/fingerprint.ts';
import { maskContent } from '../masking/mask-content.ts';
import type { CompiledMasks } from '../masking/registry.ts';

/** One file before and after. */
export interface FileEdit {
	/** Relative to the repository, with `/`. */
	readonly path: string;
	readonly before: string;
	readonly after: string;
}

/**
 * The edit as a unified patch that may be shown to anybody: the lines of the file, with `<removed>` for every secret that
 * stands in it. `git apply` takes it where the file holds none.
 */
export function filePatch({ path, before, after }: FileEdit, masks: CompiledMasks): string {
	const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, { context: 3 });
	if (hunks.length === 0) return '';
	const intended = shownLines(before, masks);
	const adopted = shownLines(after, masks);
	const lines = [`--- a/${path}`, `+++ b/${path}`];
	for (const hunk of hunks) {
		lines.push(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`);
		let old = hunk.oldStart;
		let now = hunk.newStart;
		for (const line of hunk.lines) {
			const sign = line[0] ?? ' ';
			if (sign === '\\') lines.push(line);
			else lines.push(sign + (sign === '+' ? adopted(now, line.slice(1)) : intended(old, line.slice(1))));
			if (sign !== '+' && sign !== '\\') old += 1;
			if (sign !== '-' && sign !== '\\') now += 1;
		}
	}
	return `${lines.join('\n')}\n`;
}

/** How a line of the file may be shown, by its number. */
function shownLines(text: string, masks: CompiledMasks): (number: number, printed: string) => string {
	const masked = new Map(maskContent(text, masks).lines.map(({ number, text: shown }) => [number, shown]));
	const whole = new Map<number, string | null>();
	for (const { number, text: said } of scanLines(text, masks.platform.syntax)) {
		// A document may have several keys on a line: then no part of it can be told from the others.
		whole.set(number, whole.has(number) ? null : said);
	}
	return (number, printed) => {
		if (printed.trim() === '') return printed;
		const shown = masked.get(number);
		if (shown === undefined || whole.get(number) === null) return HIDDEN_LINE;
		// Letter for letter where nothing is hidden.
		return shown === whole.get(number) ? printed : indentOf(printed) + asInFile(shown);
	};
}

/** A line that is no statement of its own: a part of a key, or of a statement that goes on. */
const HIDDEN_LINE = '…';

/** What hides in a masked line is a placeholder in the file; what a line of XML begins with is an element. */
function asInFile(shown: string): string {
	return withPlaceholders(shown).replaceAll(/(?<!^)<secret>/g, REMOVED);
}

function indentOf(line: string): string {
	return /^\s*/.exec(line)?.[0] ?? '';
}
