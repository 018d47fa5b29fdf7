/** Everything that must hold before the tests: types, lint, unused code, generated files, dist. `npm run check` */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundle } from './bundle.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

const CHECKS: readonly (readonly [name: string, check: () => Promise<unknown>])[] = [
	['types', () => run('tsc', ['--noEmit'], { cwd: ROOT })],
	['types of the page', () => run('tsc', ['--noEmit', '-p', 'src/reporting/dashboard/client'], { cwd: ROOT })],
	['lint and imports', () => run('biome', ['check', '--error-on-warnings', '.'], { cwd: ROOT })],
	['unused files, exports and dependencies', () => run('knip', [], { cwd: ROOT })],
	['generated files', () => run('node', ['scripts/generate.ts', '--check'], { cwd: ROOT })],
	['dist is what src builds, twice the same', checkDist],
];

// All at once: most of them use one core.
const outcomes = await Promise.all(CHECKS.map(([name, check]) => outcomeOf(name, check)));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;

async function outcomeOf(name: string, check: () => Promise<unknown>): Promise<boolean> {
	const start = performance.now();
	try {
		await check();
		process.stdout.write(`ok      ${name} (${((performance.now() - start) / 1_000).toFixed(1)} s)\n`);
		return true;
	} catch (error) {
		const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
		process.stdout.write(`FAILED  ${name}\n${`${stdout}${stderr}`.trim() || message}\n`);
		return false;
	}
}

/** Two fresh builds in different places and the committed one must be the same, files that git does not know included. */
async function checkDist(): Promise<void> {
	const folders = await Promise.all(['one', 'other'].map((name) => mkdtemp(join(tmpdir(), `dist-${name}-`))));
	try {
		for (const folder of folders) await bundle(folder);
		const [one, other] = await Promise.all(folders.map(readFolder));
		const committed = await readFolder(join(ROOT, 'dist'));
		if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error('two builds of the same sources differ');
		const stale = [...new Set([...Object.keys(one ?? {}), ...Object.keys(committed)])].filter(
			(name) => one?.[name] !== committed[name],
		);
		if (stale.length > 0)
			throw new Error(`stale in dist/: ${stale.join(', ')}. Run npm run build and commit the result`);
	} finally {
		await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
	}
}

async function readFolder(folder: string): Promise<Readonly<Record<string, string>>> {
	const names = (await readdir(folder)).toSorted();
	const contents = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]));
	return Object.fromEntries(contents);
}
