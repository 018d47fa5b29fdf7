/**
 * What a history costs after a year: `npm run bench:history -- [--runs 400] [--devices 1000] [--changes 10]`. Every run is
 * recorded the way the Action does it, into a bare repository on disk; then the branch is weighed and read, and its page is
 * opened in Chromium where that is installed. `bench:history-growth` says what a run adds.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../src/composition/system-clock.ts';
import { fleetHistoryInSteps } from '../src/domain/history/fleet-history.ts';
import { createBareRepository } from '../src/infrastructure/git/bare-repository.ts';
import { openPast } from '../src/infrastructure/results-branch/open-past.ts';
import { inTurns } from '../src/infrastructure/turns.ts';
import { BENCH_BRANCH, benchBranch } from './support/bench-branch.ts';
import { distributionOf } from './support/distribution.ts';
import { historyOfReports } from './support/history-of-reports.ts';
import { makeFolder } from './support/make-folder.ts';
import { runMeasured } from './support/run-measured.ts';
import { describeWeight, weighPage } from './support/weigh-page.ts';

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '400' },
		devices: { type: 'string', default: '1000' },
		/** Devices whose state changes from one run to the next. */
		changes: { type: 'string', default: '10' },
	},
});
const [runs, devices, changes] = [Number(values.runs), Number(values.devices), Number(values.changes)];

const folder = makeFolder('bench-history-');
try {
	const remote = join(folder, 'history.git');
	await createBareRepository(remote);
	// As GitHub does: a fetch may leave files out and ask for them later.
	git(remote, 'config', 'uploadpack.allowFilter', 'true');
	git(remote, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
	const branch = benchBranch({ remoteUrl: remote, token: null, tempDir: folder });
	const writeMs: number[] = [];
	const packed: number[] = [];
	for (const report of historyOfReports({ runs, devices, changes })) {
		const start = performance.now();
		await branch.record(report);
		writeMs.push(performance.now() - start);
		// As a server does from time to time.
		if (writeMs.length % 50 === 0) packed.push(packedKb(remote));
	}
	say(`${runs} runs of ${devices} devices, ${changes} of them change from run to run`);
	say(
		`write       ${ms(distributionOf(writeMs.slice(0, 20)).median)} for the first runs, ${ms(distributionOf(writeMs.slice(-20)).median)} for the last`,
	);
	say(`repository  ${mb(packedKb(remote))} packed, every run of its past included`);
	say(
		`growth      ${packed.map((kb, index) => `${((kb - (packed[index - 1] ?? 0)) / 50).toFixed(1)}`).join(' ')} kB per run, by 50 runs`,
	);
	say(`newest      ${mb(checkoutKb(remote))} of files at the tip`);
	say(`pack        ${describePack(remote)}`);
	say(
		`clone       ${await clone(remote, join(folder, 'whole'), [])} whole, ${await clone(remote, join(folder, 'tip'), ['--depth=1'])} newest commit only`,
	);
	say(`read        ${ms(await timeToRead(remote))} for "fleet-drift history --since 400d"`);
	const page = join(folder, 'page');
	mkdirSync(page);
	git(
		folder,
		'--work-tree',
		page,
		'--git-dir',
		remote,
		'checkout',
		'--quiet',
		BENCH_BRANCH,
		'--',
		'index.html',
		'page',
	);
	say(describeWeight(await weighPage(page)));
} finally {
	rmSync(folder, { recursive: true });
}

async function timeToRead(remote: string): Promise<number> {
	const start = performance.now();
	const now = systemClock.now();
	const since = now - 400 * 86_400_000;
	await using past = await openPast({ remoteUrl: remote, branch: BENCH_BRANCH, token: null, tempDir: folder });
	if (past !== null) await inTurns(fleetHistoryInSteps(await past.fleet({ since }), { since, now, unseenDays: 7 }));
	return performance.now() - start;
}

/** Size of the repository after a repack, as a server stores it. */
function packedKb(remote: string): number {
	git(remote, 'repack', '-a', '-d', '-q');
	git(remote, 'prune-packed', '-q');
	const [, size] = /^size-pack: (\d+)$/m.exec(git(remote, 'count-objects', '-v')) ?? [];
	return Number(size);
}

function checkoutKb(remote: string): number {
	const sizes = git(remote, 'ls-tree', '-r', '-l', BENCH_BRANCH).trim().split('\n');
	return sizes.reduce((sum, line) => sum + Number(line.split(/\s+/)[3]), 0) / 1000;
}

/** Wall time says how busy the machine is as well; the time of the processors says what git has to do. */
async function clone(remote: string, target: string, options: readonly string[]): Promise<string> {
	const command = ['git', 'clone', '--quiet', '--branch', BENCH_BRANCH, ...options, `file://${remote}`, target];
	const { wallMs, cpuMs } = await runMeasured(command, { cwd: folder, env: process.env });
	return `${ms(wallMs)} (${ms(cpuMs)} CPU)`;
}

/** How many objects a clone reads, and how long the longest chain of differences is that it has to follow. */
function describePack(remote: string): string {
	const packs = readdirSync(join(remote, 'objects/pack')).filter((name) => name.endsWith('.idx'));
	const said = packs.map((name) => git(remote, 'verify-pack', '-v', `objects/pack/${name}`)).join('');
	const depths = [...said.matchAll(/^chain length = (\d+)/gm)].map(([, depth]) => Number(depth));
	const objects = said.match(/^[0-9a-f]{40} /gm)?.length ?? 0;
	return `${objects} objects, chains of at most ${Math.max(0, ...depths)} differences`;
}

function git(cwd: string, ...args: readonly string[]): string {
	return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
}

function ms(value: number): string {
	return `${Math.round(value)} ms`;
}

function mb(kb: number): string {
	return `${(kb / 1000).toFixed(1)} MB`;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
