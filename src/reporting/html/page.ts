import { escapeHtml } from '../escape-html.ts';
import { STYLE, STYLE_HASH } from './style.ts';

/** A whole page that loads nothing, runs nothing and may not: it opens from a disk, an artifact or a web server alike. */
export function renderPage({ title, body }: { readonly title: string; readonly body: string }): string {
	const policy = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
