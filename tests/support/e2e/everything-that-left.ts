import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FinishedAction } from '../github/runner.ts';
import type { Hosting } from './hosting.ts';

/** Texts by where they went. */
export type Departures = ReadonlyMap<string, string>;

/**
 * Every byte that a run of the Action gave away: what it printed, what it handed to the runner, what it sent to GitHub,
 * what it left on disk and what it pushed.
 *
 * @param folders - those that the run could write to: RUNNER_TEMP, the report folder, the runner's files
 */
export async function everythingThatLeft(
	run: FinishedAction,
	{ hosting, folders }: { readonly hosting: Hosting; readonly folders: readonly string[] },
): Promise<Departures> {
	const departures = new Map([
		['stdout', run.stdout],
		['stderr', run.stderr],
		['outputs', JSON.stringify(run.outputs)],
		['summary', run.summary],
		['results branch', await hosting.inRepository('log', '--patch', '--text', '--format=raw', 'drift-results')],
	]);
	for (const [name, text] of await adoptedFiles(hosting)) departures.set(`adopted ${name}`, text);
	for (const [index, { method, path, body }] of hosting.github.requests.entries())
		departures.set(`request ${index}: ${method} ${path}`, `${path}\n${strings(body).join('\n')}`);
	for (const folder of folders) {
		for (const file of await filesBelow(folder)) departures.set(file, await readFile(file, 'utf8'));
	}
	return departures;
}

/** What stands in the intended files of branches that ask to be merged. */
async function adoptedFiles({ inRepository }: Hosting): Promise<readonly (readonly [string, string])[]> {
	const linesOf = async (...args: readonly string[]): Promise<readonly string[]> =>
		(await inRepository(...args)).split('\n').filter((line) => line !== '');
	const files: [string, string][] = [];
	for (const ref of await linesOf('for-each-ref', '--format=%(refname)', 'refs/heads/fleet-drift/')) {
		for (const path of await linesOf('ls-tree', '-r', '--name-only', ref, 'intended-configs'))
			files.push([path, await inRepository('show', `${ref}:${path}`)]);
	}
	return files;
}

/** Paths of all files in a folder and below. */
async function filesBelow(folder: string): Promise<readonly string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** The texts of a JSON value, without the escapes that would hide what they hold. */
function strings(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(strings);
}
