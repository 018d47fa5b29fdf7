import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { nameRepository } from '../../../scripts/name-repository.ts';
import { compareConfigs } from '../../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../src/domain/masking/registry.ts';
import { remediate } from '../../../src/domain/remediation/remediate.ts';
import { gradeChanges } from '../../../src/domain/severity/grade-changes.ts';
import { matchesGlob } from '../../../src/domain/text/glob.ts';
import { REPOSITORY } from '../../../src/repository.ts';
import { documents, findFiles, readFile } from '../../support/docs/documents.ts';
import { platformOf } from '../../support/platform-of.ts';

describe('README.md', () => {
	const readme = readFile('README.md').replaceAll(/\s+/g, ' ');

	it('counts the devices and systems of the sample fleet', () => {
		const { devices } = parse(readFile('fleet.yml')) as { readonly devices: Record<string, { platform: string }> };
		const systems = new Set(Object.values(devices).map(({ platform }) => platform));

		expect(readme).toContain(
			`starts ${Object.keys(devices).length} simulated devices of ${systems.size} operating systems`,
		);
	});
});

describe('the name of the repository', () => {
	it('is that of package.json, in everything that people copy', () => {
		const { repository } = JSON.parse(readFile('package.json'));
		const texts = [
			...documents().map(({ text }) => text),
			...findFiles('{examples/**/*.yml,src/settings/**/*.ts}').map(readFile),
		];

		const names = texts.flatMap(
			(text) =>
				text.match(
					/[\w.-]+\/[\w.-]+(?=@v\d)|(?<=githubusercontent\.com\/)[\w.-]+\/[\w.-]+|(?<=--repo )\w+\/\S+(?=`)/g,
				) ?? [],
		);

		expect(names.length).toBeGreaterThan(10);
		expect([...new Set(names)]).toEqual([REPOSITORY]);
		expect(repository).toBe(`github:${REPOSITORY}`);
	});

	it('can be set in one place', () => {
		const text = '# OWNER is the account\nuses: OWNER/fleet-drift-audit@v0 # of CODEOWNERS';

		expect(nameRepository(text, { from: 'OWNER/fleet-drift-audit', to: 'acme/drift' })).toBe(
			'# acme is the account\nuses: acme/drift@v0 # of CODEOWNERS',
		);
	});
});

describe('README.md, read by a stranger', () => {
	it('takes five minutes, tables to look things up in aside', () => {
		const text = readFile('README.md')
			.replace(/<!-- platforms:start -->.*<!-- platforms:end -->/su, '')
			.replaceAll(/\]\([^)]*\)/gu, ']');

		// 230 words a minute are what adults read in silence (Brysbaert 2019: 238).
		expect(text.split(/\s+/u).length).toBeLessThanOrEqual(5 * 230);
	});
});

const PURE = ['domain', 'platforms', 'use-cases', 'reporting', 'settings'];
const ANYWHERE = ['errors.ts', 'version.ts', 'repository.ts'];

/** What the files of a folder of src import: `domain/`, `ports.ts`, `errors.ts`, `ssh2`, `node:crypto`. */
function importsOf(folder: string): readonly string[] {
	const found = findFiles(`src/${folder}/**/*.ts`).flatMap((path) =>
		[...readFile(path).matchAll(/^(?:import|export) [^;]*?from '([^']+)';|\bimport\('([^']+)'\)/gm)].map(
			([, name, dynamic]) => ({ path, name: name ?? dynamic ?? '' }),
		),
	);
	const names = found.map(({ path, name }) => {
		if (!name.startsWith('.')) return name;
		const [top = '', next] = posix.join(posix.dirname(path), name).split('/').slice(1);
		return next === undefined || next === 'ports.ts' ? (next ?? top) : `${top}/`;
	});
	return [...new Set(names)];
}

describe('docs/architecture.md', () => {
	const text = readFile('docs/architecture.md');
	const rowsOf = (heading: string): readonly string[] => {
		const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
		return section
			.split('\n')
			.flatMap((line) =>
				[...(/^\| ([^|]+) \|/.exec(line)?.[1]?.matchAll(/`([^`]+)`/g) ?? [])].map(([, path = '']) => path),
			);
	};

	it('tells what every folder and every file at the top of src is for', () => {
		const files = findFiles('src/**/*.ts').map((path) => path.slice('src/'.length));
		const entries = ['action.ts', 'post.ts', 'cli.ts'];
		const places = files.map((path) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : path));
		const parents = places.flatMap((place) =>
			place
				.split('/')
				.slice(0, -1)
				.map((_, depth, parts) => `${parts.slice(0, depth + 1).join('/')}/`),
		);

		const wanted = [...new Set([...places, ...parents])].filter((place) => !entries.includes(place));
		expect(rowsOf('src').toSorted()).toEqual(wanted.toSorted());
	});

	it('names everything that a folder imports', () => {
		const section = text.split('\n## Who may import what\n')[1]?.split('\n## ')[0] ?? '';
		const table = [...section.matchAll(/^\| `([\w-]+)\/` \| ([^|]+) \|/gm)];
		const above: string[] = [];

		expect(table.length).toBe(new Set(findFiles('src/*/')).size);
		for (const [, folder = '', cell = ''] of table) {
			const named = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
			const allowed = [`${folder}/`, ...named, ...(cell.includes('everything above') ? above : []), ...ANYWHERE];
			const doesIo = !PURE.includes(folder);
			const strange = importsOf(folder).filter(
				(name) => !allowed.some((glob) => matchesGlob(glob, name)) && !(doesIo && name.startsWith('node:')),
			);

			expect(strange, folder).toEqual([]);
			above.push(`${folder}/`, 'ports.ts');
		}
	});

	it('tells what becomes of the two configs that it follows', () => {
		const [, left = '', right = ''] = /```text\n(intended {5,})running\n([^`]+)```/.exec(text) ?? [];
		const columns = right.split('\n').map((line) => [line.slice(0, left.length).trimEnd(), line.slice(left.length)]);
		const sideOf = (column: number): string =>
			columns
				.map((cells) => `${cells[column] ?? ''}\n`)
				.filter((line) => line !== '\n')
				.join('');
		const platform = platformOf('cisco_ios');
		const masks = compileMasks(platform, { fingerprintKey: 'a key' });
		const sides = { intended: prepareConfig(sideOf(0), masks), running: prepareConfig(sideOf(1), masks) };
		const changes = gradeChanges(compareConfigs(sides, masks).changes, platform);
		const commands = remediate(sides, changes, platform);

		expect(changes).toMatchObject([{ kind: 'changed', lineage: ['interface Gi0/1'], severity: 'high' }]);
		expect(text).toContain(commands.map((command) => `\`${command}\``).join(', '));
	});

	it('tells what every folder of tests is for', () => {
		const folders = findFiles('tests/*/').map((path) => `${path.replace(/\/$/, '')}/`);

		expect(rowsOf('Tests').toSorted()).toEqual(folders);
	});
});

describe('docs/glossary.md', () => {
	const words = [...readFile('docs/glossary.md').matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
		[...cell.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word]) => word),
	);

	it('explains the words of every report', () => {
		const union = (file: string, type: string): readonly string[] => {
			const [, members = ''] = new RegExp(`export type ${type} =([^;]+);`).exec(readFile(file)) ?? [];
			return [...members.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
		};
		const used = [
			...union('src/domain/drift-report.ts', 'ChangeKind'),
			...union('src/domain/drift-report.ts', 'ChangeClass'),
			...union('src/domain/fleet-report.ts', 'DeviceStatus'),
		];

		expect(used).toHaveLength(11);
		expect(used.filter((word) => !words.includes(word) && !words.includes(`already ${word}`))).toEqual([]);
	});

	it('explains no word twice', () => {
		expect(words).toEqual([...new Set(words)]);
	});

	const names = [...readFile('docs/glossary.md').matchAll(/\[`(\w+)`\]\(\.\.\/([^)]+)\)/g)];

	it.each(names.map(([, name = '', path = '']) => ({ name, path })))('finds $name in $path', ({ name, path }) => {
		expect(readFile(path)).toMatch(new RegExp(`^export (?:async )?(?:function\\*?|class|interface) ${name}\\b`, 'm'));
	});
});

describe('docs/adr', () => {
	const pages = findFiles('docs/adr/*.md');

	it('numbers its pages without a gap, and titles them so', () => {
		expect(pages.map((path) => Number(/\/(\d{4})-/.exec(path)?.[1]))).toEqual(pages.map((_, index) => index + 1));
		for (const [index, path] of pages.entries()) expect(readFile(path)).toMatch(new RegExp(`^# ${index + 1}\\. \\S`));
	});

	it.each(pages)('%s says context, decision and consequences on one page', (path) => {
		const headings = [...readFile(path).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);

		expect(headings).toEqual(['Context', 'Decision', 'Consequences']);
		expect(readFile(path).split('\n').length).toBeLessThan(60);
	});
});

describe('CHANGELOG.md', () => {
	it('has a place for what is not released, or for this version', () => {
		const { version } = JSON.parse(readFile('package.json')) as { readonly version: string };

		expect(readFile('CHANGELOG.md')).toMatch(
			new RegExp(`^## (?:Unreleased|${version.replaceAll('.', '\\.')} \\()`, 'm'),
		);
	});
});

describe('all documents', () => {
	it('hold no line that is too wide to read, tables and links aside', () => {
		const wide = documents().flatMap(({ path, text }) =>
			text
				.split('\n')
				.filter((line) => line.length > 140 && !/^\||\]\(|^#|^\s*[-a-z]+: |^\s{2,}\w+: /.test(line))
				.map((line) => `${path}: ${line}`),
		);

		expect(wide).toEqual([]);
	});
});
