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

/** Elements that our documents are made of; of device text none may come. */
const OUR_TAGS = /<\/?(?:details|summary|b|sub|span)>/g;

const ENTITY = /&(?:lt|gt|amp|quot|#39);/g;
/** They are read before anything is looked for; whatever else looks like one is not ours, and is found as it stands. */
const ENTITIES: Readonly<Record<string, string>> = {
	'&lt;': '<',
	'&gt;': '>',
	'&amp;': '&',
	'&quot;': '"',
	'&#39;': "'",
};

/** What GitHub finds in any text outside of code, also in that of HTML ("Autolinked references and URLs"). */
const IN_TEXT: Readonly<Record<string, RegExp>> = {
	'a mention': /@\w/,
	'a reference to an issue': /#\d|\bgh-\d/i,
	'a reference to a commit': /(?<![\w/])[0-9a-f]{7,40}(?!\w)/i,
	'an address': /:\/\/|www\.|[\w.+-]@[\w-]+\./i,
	'an emoji': /:[a-z0-9_+-]*[a-z][a-z0-9_+-]*:/i,
};

/** What it finds in Markdown alone: a block of HTML (GFM 4.6) is not read for these. */
const IN_MARKDOWN: Readonly<Record<string, RegExp>> = {
	'a link or an image': /(?<!\\)\]\(/,
	'the target of a link': /(?<!\\)\]:/,
	'a footnote': /(?<!\\)\[\^/,
	'a formula': /\$/,
};

/**
 * What GitHub would make of a document's text: a mention, a link, an element… Empty where all that comes of it is ours.
 *
 * @param links - the beginning of every address that the document itself links to; null: it has no links
 */
export function constructsOf(markdown: string, links: string | null = null): readonly string[] {
	const { prose, openFence } = outlineGfm(markdown);
	const text = withoutOwnLinks(prose, links);
	return [
		...(openFence ? ['a fence that nothing ends'] : []),
		// Whoever looks for a marker looks at the whole text, code included.
		...(markdown.includes('<!--') ? ['an HTML comment'] : []),
		...find({ 'an HTML element': /<[a-z!?/]/i }, text.replace(OUR_TAGS, '')),
		...find(
			IN_TEXT,
			text.replace(OUR_TAGS, '').replace(ENTITY, (entity) => ENTITIES[entity] ?? entity),
		),
		...find(IN_MARKDOWN, withoutHtmlBlocks(text).replaceAll('<span>$</span>', '')),
	];
}

function find(constructs: Readonly<Record<string, RegExp>>, text: string): readonly string[] {
	return Object.entries(constructs).flatMap(([what, pattern]) => {
		const at = pattern.exec(text)?.index;
		return at === undefined ? [] : [`${what}: ${JSON.stringify(text.slice(Math.max(0, at - 20), at + 40))}`];
	});
}

function withoutOwnLinks(prose: string, links: string | null): string {
	if (links === null) return prose;
	return prose.replace(/\]\(([^\s()<>]*)\)/g, (link, url: string) => (url.startsWith(links) ? '' : link));
}

/** A line that begins with one of these elements begins a block that lasts until an empty line. */
function withoutHtmlBlocks(prose: string): string {
	return prose.replace(/^ {0,3}<\/?(?:details|summary)[ >][^\n]*(?:\n(?!\n)[^\n]*)*/gm, '');
}
