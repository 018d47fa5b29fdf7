import { mkdtemp, readdir } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPastOfRun, type PastOfRun } from '../../../src/composition/history/past-of-run.ts';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { DEFAULT_RETENTION } from '../../../src/domain/history/retention.ts';
import { createLog } from '../../../src/infrastructure/log.ts';
import { HistoryRepository } from '../../../src/infrastructure/results-branch/history-repository.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../support/git/fleet-reports.ts';
import { type GitServer, startGitServer } from '../../support/git/http-backend.ts';
import { removeFolder } from '../../support/temporary-folder.ts';

const TOKEN = 'ghs_0123456789abcdefSECRET';
const REPOSITORY = 'acme/network.git';
/** A clone on a busy machine takes longer than a finished report waits for it; most of this is about what the branch holds. */
const PATIENT_MS = 50_000;
const report = fleetReport('2', [driftedDevice('edge-01', 'f1')], { startedAt: '2026-11-25T06:00:00.000Z' });

let tempDir: string;

beforeEach(async () => {
	tempDir = await mkdtemp(join(tmpdir(), 'past-of-run-'));
});

afterEach(async () => {
	const left = await readdir(tempDir);
	await removeFolder(tempDir);
	expect(left, 'temporary clones left behind').toEqual([]);
});

async function record(server: GitServer, recorded: FleetReport): Promise<void> {
	const branch = new HistoryRepository({
		remoteUrl: server.pathOf(REPOSITORY),
		branch: 'drift-results',
		token: null,
		tempDir,
		identity: { name: 'fleet-drift', email: 'fleet-drift@example.net' },
		clock: { now: () => Date.parse('2026-11-20T06:01:00Z'), elapsed: () => 0 },
		random: Math.random,
		retention: DEFAULT_RETENTION,
		renderPages: () => [],
	});
	await branch.record(recorded);
}

/** What the past makes of the report, and what is said about it. */
async function tell(
	serverUrl: string,
	waitMs?: number,
): Promise<{ readonly told: FleetReport; readonly said: readonly string[] }> {
	const said: string[] = [];
	await using past = open(serverUrl, said, waitMs);
	return { told: await past.tell(report), said };
}

type Run = Parameters<typeof openPastOfRun>[0];

function runOf(serverUrl: string, said: string[], pullRequest: Run['context']['pullRequest'] = null): Run {
	return {
		inputs: { resultsBranch: 'drift-results', githubToken: TOKEN },
		context: { serverUrl, repository: { owner: 'acme', repo: 'network' }, pullRequest },
		env: { RUNNER_TEMP: tempDir },
		log: createLog({ write: (text) => said.push(text), inActions: true }),
		signal: new AbortController().signal,
	};
}

function open(serverUrl: string, said: string[], waitMs: number = PATIENT_MS): PastOfRun {
	return openPastOfRun(runOf(serverUrl, said), waitMs);
}

describe('openPastOfRun', () => {
	it('tells since when a device drifts', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN, readOnly: true } });
		await record(server, fleetReport('1', [driftedDevice('edge-01', 'f0'), deviceReport('core-01')]));

		const { told, said } = await tell(server.url);

		expect(told.devices[0]?.since).toBe('2026-11-20T06:00:00.000Z');
		expect(said).toEqual([]);
	});

	it('knows how long configs were and how long devices took', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN, readOnly: true } });
		const masked = { lines: 3, total: 400, patterns: {} };
		await record(server, fleetReport('1', [deviceReport('edge-01', { masked, durationMs: 70 })]));
		await using past = open(server.url, []);
		// A clone may take longer than devices wait for it; this is about what it holds.
		await past.tell(report);

		expect((await past.lastSizes()).get('edge-01')).toMatchObject({ platform: 'arista_eos', lines: 400 });
		// Whoever asks waits half a second for it, which a busy machine needs to read a file of a clone.
		await expect.poll(async () => (await past.lastTook()).get('edge-01'), { timeout: 30_000 }).toBe(70);
	});

	it('expects those that refused their login to be done at once, so that they are not the first to be asked', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN, readOnly: true } });
		const devices = [
			deviceReport('edge-01', { status: 'unknown', reason: 'auth-failed', durationMs: 9_000 }),
			deviceReport('edge-02', { durationMs: 70 }),
			deviceReport('edge-03', { status: 'unknown', reason: 'timed-out', durationMs: 90_000 }),
		];
		await record(server, fleetReport('1', devices));
		await using past = open(server.url, []);
		await past.tell(report);

		await expect
			.poll(async () => Object.fromEntries(await past.lastTook()), { timeout: 30_000 })
			.toEqual({ 'edge-01': 0, 'edge-02': 70, 'edge-03': 90_000 });
	});

	it('knows nothing, and soon, of a branch that cannot be read', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: 'ghs_another' } });
		await using past = open(server.url, []);

		expect(await past.lastSizes()).toEqual(new Map());
		expect(await past.lastTook()).toEqual(new Map());
	});

	it('leaves the report as it is where there is no branch yet', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN } });

		expect(await tell(server.url)).toEqual({ told: report, said: [] });
	});

	it('leaves it as it is, with one line for debugging, where the token may not read', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: 'ghs_another' } });

		const { told, said } = await tell(server.url);

		expect(told).toBe(report);
		expect(said).toEqual([
			expect.stringMatching(/^::debug::the report does not say what the history knows of devices: /u),
		]);
	});

	it('does not wait for a remote that keeps silent', async () => {
		await using silent = await startSilentServer();
		const start = performance.now();

		const { told, said } = await tell(silent.url, 500);

		expect(told).toBe(report);
		expect(said).toHaveLength(1);
		expect(performance.now() - start).toBeLessThan(20_000);
	});

	it('waits longer where no device is asked, because nothing else is known of any', async () => {
		await using silent = await startSilentServer();
		const start = performance.now();
		const pullRequest = { number: 5, headSha: 'a', baseSha: 'b', fork: true, restricted: true };
		await using past = openPastOfRun(runOf(silent.url, [], pullRequest));

		expect(await past.tell(report)).toBe(report);
		expect(performance.now() - start).toBeGreaterThan(4_900);
	});
});

/** A server that takes connections and never says a word. */
async function startSilentServer(): Promise<AsyncDisposable & { readonly url: string }> {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => void sockets.add(socket));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async [Symbol.asyncDispose]() {
			// The HTTP helper of a killed git holds on until it notices.
			for (const socket of sockets) socket.destroy();
			await server[Symbol.asyncDispose]();
		},
	};
}
