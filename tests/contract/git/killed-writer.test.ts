import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { driftedDevice, fleetReport } from '../../support/git/fleet-reports.ts';
import { type GitServer, startGitServer } from '../../support/git/http-backend.ts';
import type { WriteRunArguments } from '../../support/git/open-branch.ts';
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
function startWriter(server: GitServer, report: FleetReport): ChildProcess {
	const options: WriteRunArguments = { remoteUrl: server.urlOf(REPOSITORY), tempDir, report };
	return spawn(process.execPath, [WRITER, JSON.stringify(options)], { detached: true, stdio: 'ignore' });
}

function kill({ pid }: ChildProcess): void {
	if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

async function record(server: GitServer, report: FleetReport): Promise<void> {
	const [exitCode] = await once(startWriter(server, report), 'close');
	expect(exitCode).toBe(0);
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
