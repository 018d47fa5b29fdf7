import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { driftedDevice, fleetReport } from '../../support/git/fleet-reports.ts';
import { type GitServer, startGitServer } from '../../support/git/http-backend.ts';
import { openBranch, type WriteRunArguments } from '../../support/git/open-branch.ts';
import { removeFolder } from '../../support/temporary-folder.ts';

const REPOSITORY = 'acme/network.git';
const WRITER = fileURLToPath(new URL('../../support/git/write-run.ts', import.meta.url));

let tempDir: string;

beforeEach(async () => {
	tempDir = await mkdtemp(join(tmpdir(), 'killed-writer-'));
});

// A killed writer leaves its clone behind: the folder is the runner's, which empties it.
afterEach(() => removeFolder(tempDir));

/** A writer with all of its gits in one process group, so that nothing of it survives. */
function startWriter(
	server: GitServer,
	report: FleetReport,
	{
		remoteUrl = server.urlOf(REPOSITORY),
		path = process.env.PATH,
	}: { remoteUrl?: string; path?: string | undefined } = {},
): ChildProcess {
	const options: WriteRunArguments = { remoteUrl, tempDir, report };
	return spawn(process.execPath, [WRITER, JSON.stringify(options)], {
		detached: true,
		stdio: 'ignore',
		env: { ...process.env, PATH: path },
	});
}

function kill({ pid }: ChildProcess): void {
	if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

async function record(server: GitServer, report: FleetReport, remoteUrl = server.urlOf(REPOSITORY)): Promise<void> {
	await openBranch({ remoteUrl, tempDir, report }).record(report);
}

/** A `git` that logs what it is told, and takes its whole process group away when the step of the file `fatal` begins. */
async function fatalGit(): Promise<{
	readonly path: string;
	log(): Promise<readonly string[]>;
	killAt(step: number): Promise<void>;
}> {
	const { stdout } = await promisify(execFile)('sh', ['-c', 'command -v git']);
	const [log, fatal] = [join(tempDir, 'log'), join(tempDir, 'fatal')];
	const script = [
		'#!/bin/sh',
		`echo "$*" >> '${log}'`,
		`[ "$(wc -l < '${log}')" -eq "$(cat '${fatal}')" ] || exec '${stdout.trim()}' "$@"`,
		`'${stdout.trim()}' "$@" <&0 &`,
		'kill -9 0',
	];
	await mkdir(join(tempDir, 'bin'));
	await writeFile(join(tempDir, 'bin/git'), `${script.join('\n')}\n`, { mode: 0o755 });
	return {
		path: `${join(tempDir, 'bin')}:${process.env.PATH}`,
		log: async () => (await readFile(log, 'utf8')).trim().split('\n'),
		async killAt(step) {
			await writeFile(fatal, String(step));
			await rm(log, { force: true });
		},
	};
}

const reportOf = (runId: string, minute: number): FleetReport =>
	fleetReport(runId, [driftedDevice('edge-01', runId)], {
		startedAt: new Date(Date.UTC(2026, 10, 20, 6, minute)).toISOString(),
	});
const show = (server: GitServer, path: string): Promise<string> =>
	server.git(REPOSITORY, 'show', `drift-results:${path}`);

/** Whether the branch is whole, and holds these runs and no other, each in every place. */
async function expectRuns(server: GitServer, runIds: readonly string[]): Promise<void> {
	await server.git(REPOSITORY, 'fsck', '--strict', '--connectivity-only');
	const lines = (await show(server, 'data/runs/2026-11.ndjson')).trim().split('\n');
	expect(lines.map((line) => JSON.parse(line).runId)).toEqual(runIds);
	expect((await show(server, 'README.md')).trim().split('\n')).toEqual(runIds);
	const { transitions } = JSON.parse(await show(server, 'data/devices/edge-01.json'));
	expect(transitions.map(({ runId }: { readonly runId: string }) => runId)).toEqual(runIds);
	for (const runId of runIds) {
		expect(JSON.parse(await show(server, `data/reports/2026/11/${runId}.json`)).runId).toBe(runId);
	}
	expect(JSON.parse(await show(server, 'data/latest.json')).runId).toBe(runIds.at(-1));
}

describe('a writer that is killed', () => {
	it('leaves a whole branch at every request to the remote, and the same run can be recorded again', {
		timeout: 240_000,
	}, async () => {
		let onRequest = (): void => {};
		await using server = await startGitServer({ repositories: [REPOSITORY], onRequest: () => onRequest() });
		await record(server, reportOf('run-a', 0));
		const before = server.requests.length;
		await record(server, reportOf('run-b', 1));
		const steps = server.requests.length - before;
		const recorded = ['run-a', 'run-b'];
		expect(steps).toBeGreaterThan(4);

		for (let step = 1; step <= steps; step++) {
			const report = reportOf(`run-${step}`, step + 1);
			const writer = startWriter(server, report);
			let seen = 0;
			onRequest = () => {
				if (++seen === step) kill(writer);
			};
			const [, signal] = await once(writer, 'close');
			onRequest = () => {};
			expect(signal, `killed at request ${step}`).toBe('SIGKILL');

			await server.git(REPOSITORY, 'fsck', '--strict', '--connectivity-only');
			await record(server, report);
			recorded.push(report.runId);
			await expectRuns(server, recorded);
		}
	});

	it('leaves a whole branch at every instruction to git, and the same run can be recorded again', {
		timeout: 120_000,
	}, async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY] });
		const remoteUrl = server.pathOf(REPOSITORY);
		const git = await fatalGit();
		const write = async (report: FleetReport): Promise<unknown> =>
			(await once(startWriter(server, report, { remoteUrl, path: git.path }), 'close'))[1];
		await record(server, reportOf('run-a', 0), remoteUrl);
		await git.killAt(0);
		expect(await write(reportOf('run-b', 1))).toBeNull();
		const steps = await git.log();
		const recorded = ['run-a', 'run-b'];
		expect(steps.join('\n')).toMatch(/init[\s\S]*ls-remote[\s\S]*fetch[\s\S]*fast-import[\s\S]*push/u);

		for (const [index, step] of steps.entries()) {
			const report = reportOf(`run-${index}`, index + 2);
			await git.killAt(index + 1);

			expect(await write(report), `killed at git ${step}`).toBe('SIGKILL');

			await server.git(REPOSITORY, 'fsck', '--strict', '--connectivity-only');
			await record(server, report, remoteUrl);
			recorded.push(report.runId);
			await expectRuns(server, recorded);
		}
	});

	it('has recorded its run when it dies between the push and the answer, and the next one finds that', async () => {
		const hooks = { 'post-receive': '#!/bin/sh\nsleep 2\n' };
		await using server = await startGitServer({ repositories: [REPOSITORY], hooks });
		const report = reportOf('run-a', 0);
		const writer = startWriter(server, report);
		const closed = once(writer, 'close');
		while ((await server.git(REPOSITORY, 'for-each-ref')) === '') await sleep(10);
		const tip = await server.git(REPOSITORY, 'rev-parse', 'drift-results');

		kill(writer);
		await closed;
		await record(server, report);

		expect(await server.git(REPOSITORY, 'rev-parse', 'drift-results')).toBe(tip);
		await expectRuns(server, ['run-a']);
	});
});
