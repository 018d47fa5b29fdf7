import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fleetJsonSchema } from '../src/settings/fleet-json-schema.ts';
import { INPUTS } from '../src/settings/inputs.ts';
import { OUTPUTS } from '../src/settings/outputs.ts';

/** Writes what follows from the settings: schema/fleet.schema.json and the tables of README.md. `--check` only compares. */
const ROOT = new URL('..', import.meta.url);
const isCheck = process.argv.includes('--check');
const stale: string[] = [];

await put('schema/fleet.schema.json', () => fleetJsonSchema());
if (existsSync(new URL('README.md', ROOT))) await put('README.md', withTables);

if (isCheck && stale.length > 0) {
	console.error(`not up to date: ${stale.join(', ')}. Run "npm run generate"`);
	process.exitCode = 1;
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

function withTables(readme: string): string {
	const inputs = Object.entries(INPUTS).map(([name, { description, default: value }]) => [
		`\`${name}\``,
		value === '' ? '' : `\`${value}\``,
		description,
	]);
	const outputs = Object.entries(OUTPUTS).map(([name, description]) => [`\`${name}\``, description]);
	const tables = [
		{ marker: 'inputs', header: ['Input', 'Default', 'Meaning'], rows: inputs },
		{ marker: 'outputs', header: ['Output', 'Meaning'], rows: outputs },
	];
	return tables.reduce((text, { marker, header, rows }) => {
		const table = [header, header.map(() => '---'), ...rows].map(row).join('\n');
		const place = new RegExp(`(<!-- ${marker}:start -->\n)[^]*?(\n<!-- ${marker}:end -->)`);
		return text.replace(place, (_, start: string, end: string) => `${start}\n${table}\n${end}`);
	}, readme);
}

function row(cells: readonly string[]): string {
	return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
