import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../../src/domain/text/glob.ts';
import { findFiles, readFile } from '../../support/docs/documents.ts';

interface Link {
	readonly text: string;
	readonly path: string;
}

const { scripts } = JSON.parse(readFile('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

const rows = readFile('docs/traceability.md')
	.split('\n')
	.filter((line) => /^\| (?!Requirement|---)/.test(line))
	.map((line) => {
		const [requirement = '', code = '', shownBy = ''] = line.slice(2, -2).split(' | ');
		return { requirement, code: linksIn(code), shownBy: linksIn(shownBy) };
	});

function linksIn(cell: string): readonly Link[] {
	return [...cell.matchAll(/\[([^\]]+)\]\(\.\.\/([^)]+)\)/g)].map(([, text = '', path = '']) => ({ text, path }));
}

/** Whether a test or a group of tests of a file is called so, where `…` stands for what differs from run to run. */
function names(source: string, title: string): boolean {
	const glob = title.replaceAll('…', '*');
	return [...source.matchAll(/\(\s*(['"`])(.+?)\1,/g)].some(([, , name = '']) => matchesGlob(glob, name));
}

function isShown({ text, path }: Link): boolean {
	if (path.startsWith('bench/')) return scripts[/^`npm run (.+)`$/.exec(text)?.[1] ?? ''] === `node ${path}`;
	return /^tests\/.*\.test\.ts$/.test(path) && findFiles(path).length === 1 && names(readFile(path), text);
}

describe('docs/traceability.md', () => {
	it('names code for every requirement, all of which is there', () => {
		expect(rows.length).toBeGreaterThan(80);
		for (const { requirement, code } of rows) {
			expect(code, requirement).not.toEqual([]);
			for (const { path } of code) expect(findFiles(path), path).toEqual([expect.stringMatching(/^src\//)]);
		}
	});

	it('names tests for every requirement by their own words, and commands by their names', () => {
		for (const { requirement, shownBy } of rows) expect(shownBy, requirement).not.toEqual([]);
		expect(rows.flatMap(({ shownBy }) => shownBy).filter((link) => !isShown(link))).toEqual([]);
	});

	it('says no requirement twice', () => {
		const requirements = rows.map(({ requirement }) => requirement);

		expect(requirements).toEqual([...new Set(requirements)]);
	});
});
