import type { Pieces } from '../../domain/text/pieces.ts';
import { escapeHtml } from '../escaping/escape-html.ts';
import { STYLE, STYLE_HASH } from './style.ts';

/** A script of ours, with the hash that lets it run, and the data that it reads, as HTML. */
export interface PageScript {
	readonly code: string;
	/** `sha256-…` */
	readonly hash: string;
	readonly data: Pieces;
	/** Whether it may load files of ours; what is embedded needs none. */
	readonly loads: boolean;
}

/**
 * A whole page that opens from a disk, an artifact or a web server alike. Without a script it loads nothing, runs nothing
 * and may not. With one, that script alone runs, and where it may load, what it loads by addresses that its policy admits.
 *
 * @param options.body - its parts, a line each or several; one without a letter has no line
 * @returns the page in pieces: that of a large fleet need not be in memory at once
 */
export function* renderPage({
	title,
	body,
	script = null,
}: {
	readonly title: string;
	readonly body: Pieces;
	readonly script?: PageScript | null;
}): Generator<string> {
	const rules = [
		"default-src 'none'",
		`style-src '${STYLE_HASH}'`,
		...(script === null
			? []
			: [
					`script-src '${script.hash}'${script.loads ? " 'strict-dynamic'" : ''}`,
					"require-trusted-types-for 'script'",
					'trusted-types fleet-drift',
				]),
		"base-uri 'none'",
		"form-action 'none'",
	];
	yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
`;
	for (const part of body) yield part === '' ? '' : `${part}\n`;
	if (script !== null) {
		yield* script.data;
		yield `<script>${script.code}</script>\n`;
	}
	yield '</body>\n</html>\n';
}
