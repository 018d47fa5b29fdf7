import { execFileSync } from 'node:child_process';

const EXTENSIONS = ['table', 'autolink', 'strikethrough', 'tasklist', 'tagfilter'].flatMap((name) => ['-e', name]);
/** As GitHub names what it highlights in a diff. */
const CLASSES: Readonly<Record<string, string>> = { '-': 'pl-md', '+': 'pl-mi1', '!': 'pl-mc', '@': 'pl-mdr' };

/** GitHub Markdown as HTML, by the parser that GitHub runs (Debian's package cmark-gfm), with diffs coloured as GitHub does. */
export function renderGfm(markdown: string): string {
	const html = execFileSync('cmark-gfm', ['--unsafe', '--github-pre-lang', ...EXTENSIONS], {
		input: markdown,
		encoding: 'utf8',
	});
	return html.replace(
		/<pre lang="diff"><code>([\s\S]*?)\n<\/code><\/pre>/g,
		(_, diff: string) => `<div class="highlight"><pre>${diff.split('\n').map(highlight).join('\n')}</pre></div>`,
	);
}

function highlight(line: string): string {
	const name = CLASSES[line[0] ?? ''];
	return name === undefined ? line : `<span class="${name}">${line}</span>`;
}
