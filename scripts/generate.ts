/**
 * Writes what follows from the sources: the name of the repository wherever it stands, schema/fleet.schema.json, the script of
 * the page, and the blocks between `<!-- NAME:start -->` and `<!-- NAME:end -->` of the documents: `npm run generate`. With
 * `--check` it only compares.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { NOISE_HEADINGS, noiseRows } from '../bench/noise/noise-table.ts';
import { SAMPLE } from '../bench/noise/sample.ts';
import { WRITTEN } from '../bench/noise/written.ts';
import { REPOSITORY } from '../src/repository.ts';
import { fleetJsonSchema } from '../src/settings/schema/fleet-json-schema.ts';
import { readmeWorkflow } from '../src/settings/starter/starter-workflow.ts';
import { nameRepository } from './name-repository.ts';
import { pageScript } from './page-script.ts';
import { inputsTable, outputsTable } from './tables/action-tables.ts';
import { defaultsTable, listsTable, portsTable } from './tables/equivalence-tables.ts';
import { fleetTables } from './tables/fleet-tables.ts';
import { markdownTable } from './tables/markdown-table.ts';
import { platformFactsTable } from './tables/platform-facts-table.ts';
import { platformsTable } from './tables/platforms-table.ts';

const ROOT = new URL('..', import.meta.url);
const isCheck = process.argv.includes('--check');
const stale: string[] = [];

const renaming = { from: REPOSITORY, to: await repositoryOfPackage() };
for (const file of await filesThatNameIt()) await put(file, (text) => nameRepository(text, renaming));

const script = await pageScript();
await put('src/reporting/dashboard/script.ts', () => script);
// The commands draw pages, so they can be loaded only now.
const { commandTables } = await import('./tables/command-tables.ts');

/** By marker. Each stands in exactly one document, so that a block that got lost is noticed. */
const BLOCKS: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
	'README.md': {
		workflow: () => `\`\`\`yaml\n${readmeWorkflow(['FLEET_USERNAME', 'FLEET_PASSWORD'])}\`\`\``,
		platforms: platformsTable,
	},
	'docs/action.md': { inputs: inputsTable, outputs: outputsTable },
	'docs/cli.md': commandTables(),
	'docs/equivalences.md': { lists: listsTable, defaults: defaultsTable, ports: portsTable },
	'docs/fleet.md': fleetTables(),
	'docs/noise.md': {
		noise: () => markdownTable([...NOISE_HEADINGS], noiseRows(SAMPLE)),
		written: () => markdownTable([...NOISE_HEADINGS], noiseRows(WRITTEN)),
	},
	'docs/platforms.md': { 'platform-facts': platformFactsTable },
};

await put('schema/fleet.schema.json', () => fleetJsonSchema());
for (const [file, blocks] of Object.entries(BLOCKS)) await put(file, (text) => fillBlocks(file, text, blocks));

if (isCheck && stale.length > 0) {
	console.error(`not up to date: ${stale.join(', ')}. Run "npm run generate"`);
	process.exitCode = 1;
}

/** `owner/name` of package.json: the one place to set it. */
async function repositoryOfPackage(): Promise<string> {
	const { repository } = JSON.parse(await readFile(new URL('package.json', ROOT), 'utf8'));
	const name = /^github:([\w.-]+\/[\w.-]+)$/.exec(repository)?.[1];
	if (name === undefined) throw new Error('"repository" of package.json must be "github:owner/name"');
	return name;
}

/** What people copy it from, and what the commands write. */
async function filesThatNameIt(): Promise<readonly string[]> {
	const folders = await Promise.all(
		['docs', 'examples/workflows'].map(async (folder) => {
			const names = await readdir(new URL(folder, ROOT));
			return names.filter((name) => /\.(?:md|yml)$/.test(name)).map((name) => `${folder}/${name}`);
		}),
	);
	return ['README.md', 'SECURITY.md', 'src/repository.ts', ...folders.flat()];
}

async function put(file: string, render: (current: string) => string): Promise<void> {
	const path = new URL(file, ROOT);
	const current = existsSync(path) ? await readFile(path, 'utf8') : '';
	const wanted = render(current);
	if (wanted === current) return;
	stale.push(file);
	if (isCheck) return;
	await writeFile(path, wanted);
	console.log(`wrote ${file}`);
}

function fillBlocks(file: string, text: string, blocks: Readonly<Record<string, () => string>>): string {
	return Object.entries(blocks).reduce((filled, [name, render]) => {
		const place = new RegExp(`(<!-- ${name}:start -->\n)[^]*?(<!-- ${name}:end -->)`);
		if (!place.test(filled))
			throw new Error(`${file} has no place for ${name}: write <!-- ${name}:start --> and <!-- ${name}:end -->`);
		return filled.replace(place, (_, start: string, end: string) => `${start}\n${render()}\n\n${end}`);
	}, text);
}
