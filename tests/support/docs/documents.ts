import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../../', import.meta.url);

/** A Markdown document of the repository. */
export interface Document {
	/** Relative to the repository. */
	readonly path: string;
	readonly text: string;
}

/** A fenced block of code. */
export interface CodeBlock {
	readonly path: string;
	/** 1-based line of its fence. */
	readonly line: number;
	readonly language: string;
	readonly code: string;
}

export function readFile(path: string): string {
	return readFileSync(new URL(path, ROOT), 'utf8');
}

/** Paths below the repository, with `/`, sorted. */
export function findFiles(pattern: string): readonly string[] {
	return globSync(pattern, { cwd: fileURLToPath(ROOT) }).toSorted();
}

/** Everything that people read. */
export function documents(): readonly Document[] {
	return ['*.md', 'docs/**/*.md', '.github/*.md']
		.flatMap(findFiles)
		.map((path): Document => ({ path, text: readFile(path) }));
}

export function codeBlocks({ path, text }: Document): readonly CodeBlock[] {
	return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map((match) => {
		const [, language = '', code = ''] = match;
		return { path, line: text.slice(0, match.index).split('\n').length, language, code };
	});
}

/** Files that a document shows, by path: a paragraph such as "`a/b.ini`:" and a block behind it. */
export function shownFiles({ text }: Document): Readonly<Record<string, string>> {
	const shown = text.matchAll(/^`([\w./-]+)`:\n\n```\w*\n(.*?)^```$/gms);
	return Object.fromEntries([...shown].map(([, path = '', content = '']) => [path, content]));
}

/** Texts between back-ticks, outside of blocks. */
export function codeSpans({ text }: Document): readonly string[] {
	return [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** What a document links to: `path`, `path#anchor` or an address. Pictures too. */
export function linksOf({ text }: Document): readonly string[] {
	return [...withoutBlocks(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);
}

/** The anchors that GitHub gives the headings of a document. */
export function anchorsOf(text: string): readonly string[] {
	return [...withoutBlocks(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
			.replaceAll(' ', '-'),
	);
}

function withoutBlocks(text: string): string {
	return text.replaceAll(/^```.*?^```$/gms, '');
}
