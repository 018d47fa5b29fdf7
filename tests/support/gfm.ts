/** What is left of a GitHub Markdown document when everything that stands in code is taken out. */
export interface GfmOutline {
	/** Markdown outside of fences and code spans. */
	readonly prose: string;
	/** Texts of fences and code spans. */
	readonly code: readonly string[];
	/** A fence that nothing closed. */
	readonly openFence: boolean;
}

/**
 * Reads fences and code spans by the rules of CommonMark (sections 4.5 and 6.1): a fence ends with at least as many marks
 * of its kind alone on a line, a code span with a run of exactly as many back-ticks in its paragraph.
 */
export function outlineGfm(markdown: string): GfmOutline {
	const prose: string[] = [];
	const code: string[] = [];
	let fence: { readonly mark: string; readonly lines: string[] } | null = null;
	for (const line of markdown.split(/\r\n|\r|\n/)) {
		const mark = /^ {0,3}(`{3,}|~{3,})([^\n]*)$/.exec(line);
		if (fence !== null) {
			const closes = mark?.[1]?.startsWith(fence.mark) && mark[2]?.trim() === '';
			if (closes) {
				code.push(fence.lines.join('\n'));
				fence = null;
			} else fence.lines.push(line);
			continue;
		}
		if (mark?.[1] !== undefined && !(mark[1].startsWith('`') && mark[2]?.includes('`')))
			fence = { mark: mark[1], lines: [] };
		else prose.push(line);
	}
	const spans = removeSpans(prose.join('\n'));
	return { prose: spans.prose, code: [...code, ...spans.code], openFence: fence !== null };
}

function removeSpans(markdown: string): { readonly prose: string; readonly code: readonly string[] } {
	const code: string[] = [];
	const prose = markdown.replace(
		/\\`|(?<!`)(`+)(?!`)([^\n]*?[^`\n])\1(?!`)/g,
		(match, ticks: string | undefined, text: string) => {
			if (ticks === undefined) return match;
			code.push(text);
			return '';
		},
	);
	return { prose, code };
}
