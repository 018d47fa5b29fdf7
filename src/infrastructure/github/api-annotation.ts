import type { CheckAnnotation } from '../../domain/annotation.ts';

/** An annotation as the Checks API takes it. */
export interface ApiAnnotation {
	readonly path: string;
	readonly start_line: number;
	readonly end_line: number;
	readonly annotation_level: 'notice' | 'warning' | 'failure';
	readonly title: string;
	readonly message: string;
}

const TITLE_CHARACTERS = 255;
const MESSAGE_BYTES = 64 * 1024;

/**
 * The API refuses annotations with characters above U+FFFF, so these are spelt out as `\U0001F600`. That lengthens the
 * text after it was rendered to measure, hence the cut.
 */
export function toApiAnnotation({ path, startLine, endLine, level, title, message }: CheckAnnotation): ApiAnnotation {
	return {
		path,
		start_line: startLine,
		end_line: endLine,
		annotation_level: level,
		title: cut(spellOut(title), TITLE_CHARACTERS, (text) => text.length),
		message: cut(spellOut(message), MESSAGE_BYTES, (text) => Buffer.byteLength(text)),
	};
}

function spellOut(text: string): string {
	return text
		.toWellFormed()
		.replace(
			/[\u{10000}-\u{10ffff}]/gu,
			(char) => `\\U${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(8, '0')}`,
		);
}

function cut(text: string, limit: number, measure: (text: string) => number): string {
	if (measure(text) <= limit) return text;
	const ellipsis = '…';
	let kept = text.slice(0, limit - measure(ellipsis));
	// Each step takes away at least as many characters as it is too long by a third: UTF-8 needs up to 3 bytes for one.
	while (measure(kept) + measure(ellipsis) > limit) {
		kept = kept.slice(0, kept.length - Math.ceil((measure(kept) + measure(ellipsis) - limit) / 3));
	}
	return kept + ellipsis;
}
