import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import { DEFAULT_RETENTION } from '../../../src/domain/history/retention.ts';
import { PublishError } from '../../../src/errors.ts';
import {
	HistoryRepository,
	type HistoryRepositoryOptions,
} from '../../../src/infrastructure/results-branch/history-repository.ts';
import { createCheckout } from '../../support/e2e/checkout.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../support/git/fleet-reports.ts';
import { type GitServer, type GitServerOptions, startGitServer } from '../../support/git/http-backend.ts';
import { removeFolder } from '../../support/temporary-folder.ts';

const REPOSITORY = 'acme/network.git';
const TOKEN = 'ghs_0123456789abcdefSECRET';
const BRANCH = 'drift-results';

let tempDir: string;

beforeEach(async () => {
	tempDir = await mkdtemp(join(tmpdir(), 'results-branch-'));
});

afterEach(async () => {
	const left = await readdir(tempDir);
	await removeFolder(tempDir);
	expect(left, 'temporary clones left behind').toEqual([]);
});

function serve(options: Partial<GitServerOptions> = {}): Promise<GitServer> {
	return startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN }, ...options });
}

function branchOf(server: GitServer, options: Partial<HistoryRepositoryOptions> = {}): HistoryRepository {
	return new HistoryRepository({
		remoteUrl: server.urlOf(REPOSITORY),
		branch: BRANCH,
		token: TOKEN,
		tempDir,
		identity: { name: 'fleet-drift', email: 'fleet-drift@example.net' },
		clock: { now: () => Date.parse('2026-12-01T06:01:00Z'), elapsed: () => 0 },
		random: Math.random,
		retention: DEFAULT_RETENTION,
		renderPages: ({ latest, runs }) => [
			{ path: 'README.md', content: `# ${latest.runId}, ${runs.length} runs\n` },
			{ path: 'badge.svg', content: '<svg/>\n' },
		],
		...options,
	});
}

const show = (server: GitServer, path: string): Promise<string> => server.git(REPOSITORY, 'show', `${BRANCH}:${path}`);
const tipOf = async (server: GitServer): Promise<string> => (await server.git(REPOSITORY, 'rev-parse', BRANCH)).trim();
const pathsOf = async (server: GitServer): Promise<string[]> =>
	(await server.git(REPOSITORY, 'ls-tree', '-r', '--name-only', BRANCH)).trim().split('\n');

describe('HistoryRepository', () => {
	it('creates an orphan branch on first use, in the layout of the contract', async () => {
		await using server = await serve();
		const report = fleetReport('100-1', [deviceReport('core-01'), driftedDevice('edge-01', 'f1')]);

		const commit = await branchOf(server).record(report);

		expect(await tipOf(server)).toBe(commit);
		expect(await pathsOf(server)).toEqual([
			'README.md',
			'badge.svg',
			'data/devices/edge-01.json',
			'data/fleet.json',
			'data/latest.json',
			'data/reports/2026/11/100-1.json',
			'data/runs/2026-11.ndjson',
		]);
		expect(await server.git(REPOSITORY, 'log', '--format=%an <%ae> %aI|%P|%s', BRANCH)).toBe(
			'fleet-drift <fleet-drift@example.net> 2026-12-01T06:01:00+00:00||audit: 1 of 2 devices drifted; health 50 %, coverage 100 %\n',
		);
		expect(JSON.parse(await show(server, 'data/reports/2026/11/100-1.json'))).toMatchObject(report);
		expect(JSON.parse(await show(server, 'data/devices/edge-01.json'))).toEqual({
			schemaVersion: 1,
			name: 'edge-01',
			transitions: [
				{ at: '2026-11-20T06:00:00.000Z', runId: '100-1', status: 'drifted', reason: null, fingerprint: 'f1' },
			],
		});
	});

	it('gives a push up that is cancelled, and says so', async () => {
		const cancelled = new AbortController();
		await using server = await serve({
			hooks: { 'pre-receive': '#!/bin/sh\nsleep 5\n' },
			onRequest: (request) => request.startsWith('POST') && request.includes('receive-pack') && cancelled.abort(),
		});

		const recording = branchOf(server, { signal: cancelled.signal }).record(fleetReport('100-1', []));

		await expect(recording).rejects.toThrow(PublishError);
		await expect(recording).rejects.toThrow(/was cancelled before http.* had taken the history on/u);
	});

	it('appends later runs and touches only the timelines of devices that changed', async () => {
		await using server = await serve();
		const branch = branchOf(server);
		await branch.record(fleetReport('1', [deviceReport('core-01'), driftedDevice('edge-01', 'f1')]));

		await branch.record(
			fleetReport('2', [deviceReport('core-01'), deviceReport('edge-01')], { startedAt: '2026-11-21T06:00:00.000Z' }),
		);

		expect((await server.git(REPOSITORY, 'diff', '--name-only', `${BRANCH}~1`, BRANCH)).trim().split('\n')).toEqual([
			'README.md',
			'data/devices/edge-01.json',
			'data/latest.json',
			'data/reports/2026/11/2.json',
			'data/runs/2026-11.ndjson',
		]);
		expect(await show(server, 'README.md')).toBe('# 2, 2 runs\n');
		expect(JSON.parse(await show(server, 'data/devices/edge-01.json')).transitions).toHaveLength(2);
	});

	it('loses nothing when many writers record at once', { timeout: 120_000 }, async () => {
		await using server = await serve();
		const runs = Array.from({ length: 10 }, (_, index) => `run-${index}`);

		const commits = await Promise.all(
			runs.map((runId, index) =>
				branchOf(server).record(
					fleetReport(runId, [driftedDevice(`edge-${index}`, 'f1'), deviceReport('core-01')], {
						startedAt: `2026-11-20T06:${String(index).padStart(2, '0')}:00.000Z`,
					}),
				),
			),
		);

		const history = (await server.git(REPOSITORY, 'rev-list', BRANCH)).trim().split('\n');
		expect(history.toSorted()).toEqual(commits.toSorted());
		const lines = (await show(server, 'data/runs/2026-11.ndjson')).trim().split('\n');
		expect(lines.map((line) => JSON.parse(line).runId).toSorted()).toEqual(runs.toSorted());
		const paths = await pathsOf(server);
		for (const [index, runId] of runs.entries()) {
			expect(paths).toContain(`data/reports/2026/11/${runId}.json`);
			expect(paths).toContain(`data/devices/edge-${index}.json`);
		}
		expect(JSON.parse(await show(server, 'data/latest.json')).runId).toBe('run-9');
		expect(await show(server, 'README.md')).toBe('# run-9, 10 runs\n');
		await server.git(REPOSITORY, 'fsck', '--strict');
	});

	it('names the permission when the token is wrong, and never the token', async () => {
		await using server = await serve();

		const error = await branchOf(server, { token: 'ghs_wrongwrongwrong' })
			.record(fleetReport('1', [deviceReport('core-01')]))
			.catch((reason: unknown) => reason);

		expect(error).toBeInstanceOf(PublishError);
		expect(error).toHaveProperty('message', expect.stringContaining('contents: write'));
		expect(everythingIn(error)).not.toContain('ghs_wrongwrongwrong');
		expect(everythingIn(error)).not.toContain(Buffer.from('x-access-token:ghs_wrongwrongwrong').toString('base64'));
	});

	it('names the permission when the token may only read', async () => {
		await using server = await serve({ auth: { token: TOKEN, readOnly: true } });

		await expect(branchOf(server).record(fleetReport('1', [deviceReport('core-01')]))).rejects.toThrow(
			/may not write to http:.*contents: write/u,
		);
	});

	it('tells why the server refuses a token that may write', async () => {
		await using server = await serve();
		const words = 'This repository was archived so it is read-only.';
		server.failNext({ path: /git-receive-pack/u, status: 403, times: 9, words });

		await expect(branchOf(server).record(fleetReport('1', [deviceReport('core-01')]))).rejects.toThrow(
			/contents: write" .*\. The server says: This repository was archived so it is read-only\.$/u,
		);
	});

	it('goes on from a branch that somebody has squashed, or put a file into, and begins one anew that was deleted', async () => {
		await using server = await serve();
		await using checkout = await createCheckout(server.pathOf(REPOSITORY));
		const run = (day: number): FleetReport =>
			fleetReport(`${day}`, [driftedDevice('edge-01', `f${day}`)], { startedAt: `2026-11-2${day}T06:00:00.000Z` });
		const transitions = async (): Promise<unknown[]> =>
			JSON.parse(await show(server, 'data/devices/edge-01.json')).transitions;
		await branchOf(server).record(run(1));
		await branchOf(server).record(run(2));

		await checkout.git('fetch', '--quiet', 'origin', BRANCH);
		await checkout.git('checkout', '--quiet', '--orphan', BRANCH, 'FETCH_HEAD');
		await checkout.git('commit', '--quiet', '--message', 'squashed');
		await checkout.git('push', '--quiet', '--force', 'origin', BRANCH);
		await branchOf(server).record(run(3));
		expect((await server.git(REPOSITORY, 'rev-list', '--count', BRANCH)).trim()).toBe('2');
		expect(await transitions()).toHaveLength(3);

		await checkout.git('pull', '--quiet', '--ff-only', 'origin', BRANCH);
		await checkout.commit({ CNAME: 'drift.example.net\n' });
		await branchOf(server).record(run(4));
		expect(await show(server, 'CNAME')).toBe('drift.example.net\n');
		expect(await transitions()).toHaveLength(4);

		await server.git(REPOSITORY, 'update-ref', '-d', `refs/heads/${BRANCH}`);
		await branchOf(server).record(run(5));
		expect(await transitions()).toHaveLength(1);
		await server.git(REPOSITORY, 'fsck', '--strict');
	});

	it('tells what a hook said when it refuses the push', async () => {
		await using server = await serve({ hooks: { 'pre-receive': '#!/bin/sh\necho "history is frozen" >&2\nexit 1\n' } });

		await expect(branchOf(server).record(fleetReport('1', [deviceReport('core-01')]))).rejects.toThrow(
			/refused the push to drift-results: pre-receive hook declined; history is frozen/u,
		);
		await expect(tipOf(server)).rejects.toThrow();
	});

	it('names the rule of a protected branch, and keeps what is there', async () => {
		const said = 'error: GH006: Protected branch update failed for refs/heads/drift-results.';
		await using server = await serve({
			hooks: { update: `#!/bin/sh\n[ -e locked ] || exit 0\necho "${said}"\nexit 1\n` },
		});
		await branchOf(server).record(fleetReport('1', [deviceReport('core-01')]));
		const tip = await tipOf(server);
		await writeFile(join(server.pathOf(REPOSITORY), 'locked'), '');

		const refused = branchOf(server).record(
			fleetReport('2', [deviceReport('core-01')], { startedAt: '2026-11-21T06:00:00.000Z' }),
		);

		await expect(refused).rejects.toThrow(/refused the push to drift-results: hook declined; error: GH006: Protected/u);
		expect(await tipOf(server)).toBe(tip);
	});

	it.each([
		[
			'data/latest.json',
			'{"schemaVersion":1',
			/data\/latest\.json on the results branch cannot be read: it is not JSON/u,
		],
		['data/latest.json', '{"schemaVersion":4}', /data\/latest\.json .*schema version 4, this version knows 3/u],
		['data/fleet.json', '{"schemaVersion":1}', /data\/fleet\.json .*devices/u],
		['data/runs/2026-11.ndjson', 'garbage\n', /data\/runs\/2026-11\.ndjson:1 .*not JSON/u],
		['data/runs/2026-11.ndjson', '', /data\/runs\/2026-11\.ndjson:1 .*not JSON/u],
		[
			'data/devices/edge-01.json',
			'{"schemaVersion":1,"name":"edge-01"}',
			/data\/devices\/edge-01\.json .*transitions/u,
		],
	])('leaves the branch untouched when %s is %j', async (path, content, message) => {
		await using server = await serve();
		await branchOf(server).record(fleetReport('1', [driftedDevice('edge-01', 'f1')]));
		const tip = await overwrite(server, path, content);

		const error = await branchOf(server)
			.record(fleetReport('2', [driftedDevice('edge-01', 'f2')], { startedAt: '2026-11-21T06:00:00.000Z' }))
			.catch((reason: unknown) => reason);

		expect(error).toBeInstanceOf(PublishError);
		expect(error).toMatchObject({ code: 'ERR_HISTORY', message: expect.stringMatching(message) });
		expect(await tipOf(server)).toBe(tip);
	});

	it('finds its own run after an answer of the remote got lost, and does not record it twice', async () => {
		await using server = await serve();
		const report = fleetReport('1', [deviceReport('core-01')]);
		const commit = await branchOf(server).record(report);

		expect(await branchOf(server).record(report)).toBe(commit);
		await expect(branchOf(server).record({ ...report, durationMs: 9 })).rejects.toMatchObject({ code: 'ERR_HISTORY' });
	});

	it('tries again when the remote is out of order for a moment', async () => {
		await using server = await serve();
		server.failNext({ path: /git-receive-pack/u, status: 503, times: 2 });

		const commit = await branchOf(server).record(fleetReport('1', [deviceReport('core-01')]));

		expect(await tipOf(server)).toBe(commit);
	});

	it('does not try again what the remote has refused', async () => {
		await using server = await serve();
		server.failNext({ path: /git-receive-pack/u, status: 403, times: 1 });

		await expect(branchOf(server).record(fleetReport('1', [deviceReport('core-01')]))).rejects.toThrow(PublishError);
	});

	it('writes to no branch that holds something else', async () => {
		await using server = await serve();
		const git = async (...args: readonly string[]): Promise<string> => (await server.git(REPOSITORY, ...args)).trim();
		const blob = await git('hash-object', '-w', 'HEAD');
		await git('update-index', '--add', '--cacheinfo', `100644,${blob},README.md`);
		const author = ['-c', 'user.name=anna', '-c', 'user.email=anna@example.net'];
		const tip = await git(...author, 'commit-tree', await git('write-tree'), '-m', 'code');
		await git('update-ref', `refs/heads/${BRANCH}`, tip);

		await expect(branchOf(server).record(fleetReport('1', [deviceReport('core-01')]))).rejects.toMatchObject({
			code: 'ERR_HISTORY',
			message: expect.stringContaining('holds something other than a history (README.md): nothing was written'),
		});
		expect(await tipOf(server)).toBe(tip);
	});

	it('says so when the remote cannot be reached', async () => {
		const server = await serve();
		const branch = branchOf(server);
		await server[Symbol.asyncDispose]();

		await expect(branch.record(fleetReport('1', [deviceReport('core-01')]))).rejects.toThrow(/could not be reached/u);
	});

	it('says so when there is no repository, or no folder for the clone', async () => {
		await using server = await serve();
		const report = fleetReport('1', [deviceReport('core-01')]);
		const nowhere = branchOf(server, { remoteUrl: join(tempDir, 'nowhere.git'), token: null });
		const homeless = branchOf(server, { tempDir: join(tempDir, 'nowhere') });

		await expect(nowhere.record(report)).rejects.toThrow(/there is no repository at .*nowhere\.git/u);
		await expect(homeless.record(report)).rejects.toThrow(/no temporary folder can be made in .*nowhere \(ENOENT\)/u);
		await expect(homeless.record(report)).rejects.toBeInstanceOf(PublishError);
	});

	it('writes to a bare repository by path or file URL', async () => {
		await using server = await serve();
		const path = server.pathOf(REPOSITORY);

		await branchOf(server, { remoteUrl: path, token: null }).record(fleetReport('1', [deviceReport('core-01')]));
		const commit = await branchOf(server, { remoteUrl: `file://${path}`, token: null }).record(
			fleetReport('2', [deviceReport('core-01')], { startedAt: '2026-11-21T06:00:00.000Z' }),
		);

		expect(await tipOf(server)).toBe(commit);
		expect((await show(server, 'data/runs/2026-11.ndjson')).trim().split('\n')).toHaveLength(2);
	});

	it('works with a remote that cannot leave files out of a fetch', async () => {
		await using server = await serve({ config: { 'uploadpack.allowFilter': 'false' } });
		const branch = branchOf(server);

		await branch.record(fleetReport('1', [deviceReport('core-01')]));
		await branch.record(fleetReport('2', [driftedDevice('core-01', 'f1')], { startedAt: '2026-11-21T06:00:00.000Z' }));

		expect(JSON.parse(await show(server, 'data/devices/core-01.json')).transitions).toHaveLength(2);
	});

	it('fetches neither the reports of earlier runs nor the timelines of devices that did not change', async () => {
		await using server = await serve();
		const noise = Array.from({ length: 20_000 }, () => Math.random().toString(36)).join('\n');
		await branchOf(server).record(fleetReport('1', [deviceReport('core-01', { diff: noise })]));
		const before = server.sentBytes;

		await branchOf(server).record(
			fleetReport('2', [deviceReport('core-01')], { startedAt: '2026-11-24T06:00:00.000Z' }),
		);

		expect(server.sentBytes - before).toBeLessThan(10_000);
		expect(server.sentBytes - before).toBeGreaterThan(0);
	});
});

describe('configs', () => {
	const SECOND = { startedAt: '2026-11-21T06:00:00.000Z' };
	const report = (runId: string, overrides = {}) =>
		fleetReport(runId, [deviceReport('edge-01'), deviceReport('edge-02')], overrides);

	/** Files in a folder of their own, by device name. */
	async function configs(texts: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
		const folder = await mkdtemp(join(tmpdir(), 'configs-'));
		onTestFinished(() => removeFolder(folder));
		const written = Object.entries(texts).map(async ([name, text], index) => {
			const path = join(folder, String(index));
			await writeFile(path, text);
			return [name, path] as const;
		});
		return new Map(await Promise.all(written));
	}

	it('keeps each device’s last one, so that the log of a file is the log of its changes', async () => {
		await using server = await serve();
		await branchOf(server).record(report('1'), await configs({ 'edge-01': 'ntp server a\r\n', 'edge-02': 'x\n' }));
		await branchOf(server).record(
			report('2', SECOND),
			await configs({ 'edge-01': 'ntp server a\r\n', 'edge-02': 'y\n' }),
		);

		const changed = await server.git(REPOSITORY, 'diff', '--name-only', `${BRANCH}~1`, BRANCH, '--', 'configs');
		expect(changed.trim().split('\n')).toEqual(['configs/edge-02.cfg']);
		expect(await show(server, 'configs/edge-01.cfg')).toBe('ntp server a\r\n');
		expect(await server.git(REPOSITORY, 'log', '-p', '--format=%s', BRANCH, '--', 'configs/edge-02.cfg')).toMatch(
			/^audit: .*\n[\s\S]*^-x\n\+y$/mu,
		);
	});

	it('keeps what is there of a device that could not be read, and of a run that comes late', async () => {
		await using server = await serve();
		await branchOf(server).record(report('2', SECOND), await configs({ 'edge-01': 'new\n', 'edge-02': 'x\n' }));

		await branchOf(server).record(report('1'), await configs({ 'edge-01': 'old\n' }));

		expect(await show(server, 'configs/edge-01.cfg')).toBe('new\n');
		expect(await show(server, 'configs/edge-02.cfg')).toBe('x\n');
	});

	it('keeps what a late run saw of a device at which no other has looked since', async () => {
		await using server = await serve();
		const second = fleetReport('2', [deviceReport('edge-01')], { ...SECOND, selected: true });
		await branchOf(server).record(second, await configs({ 'edge-01': 'new\n' }));

		await branchOf(server).record(report('1'), await configs({ 'edge-01': 'old\n', 'edge-02': 'x\n' }));

		expect(await show(server, 'configs/edge-01.cfg')).toBe('new\n');
		expect(await show(server, 'configs/edge-02.cfg')).toBe('x\n');
		expect(JSON.parse(await show(server, 'data/latest.json'))).toMatchObject({ runId: '2', fleet: { devices: 2 } });
	});

	it('loses none when writers collide', async () => {
		await using server = await serve();
		const names = ['a', 'b', 'c', 'd'];

		await Promise.all(
			names.map(async (name, index) =>
				branchOf(server).record(
					report(name, { startedAt: `2026-11-20T06:0${index}:00.000Z` }),
					await configs({ [`edge-${name}`]: `${name}\n` }),
				),
			),
		);

		const paths = await pathsOf(server);
		// A run that another one, newer, has overtaken says nothing about how a device is.
		expect(paths).toContain('configs/edge-d.cfg');
		await server.git(REPOSITORY, 'fsck', '--strict');
	});
});

describe('retention', () => {
	const days = ['2026-05-28', '2026-08-28', '2026-11-28', '2026-11-29'];

	async function recordMonths(server: GitServer, options: Partial<HistoryRepositoryOptions>): Promise<string[]> {
		for (const day of days) {
			const drift = [driftedDevice('edge-01', day.slice(0, 7))];
			const report = fleetReport(day, drift, { startedAt: `${day}T06:00:00.000Z` });
			await branchOf(server, options).record(report);
		}
		return (await pathsOf(server)).filter((path) => /^data\/(?:runs|reports)/u.test(path));
	}

	it('takes whole reports away after their time, and keeps the lines of runs for ever', async () => {
		await using server = await serve();

		expect(await recordMonths(server, {})).toEqual([
			'data/reports/2026/08/2026-08-28.json',
			'data/reports/2026/11/2026-11-28.json',
			'data/reports/2026/11/2026-11-29.json',
			'data/runs/2026-05.ndjson',
			'data/runs/2026-08.ndjson',
			'data/runs/2026-11.ndjson',
		]);
		expect(JSON.parse(await show(server, 'data/devices/edge-01.json')).transitions).toHaveLength(3);
		await server.git(REPOSITORY, 'fsck', '--strict');
	});

	it('takes lines of runs away where fleet.yml says so', async () => {
		await using server = await serve();

		expect(await recordMonths(server, { retention: { keepDays: 100, reportDays: 10 } })).toEqual([
			'data/reports/2026/11/2026-11-28.json',
			'data/reports/2026/11/2026-11-29.json',
			'data/runs/2026-08.ndjson',
			'data/runs/2026-11.ndjson',
		]);
	});

	it('takes nothing away for one runner whose clock is years ahead, nor for the next one, which says so', async () => {
		await using server = await serve();
		const warnings: string[] = [];
		const run = (id: string, startedAt: string) =>
			branchOf(server, { warn: (sentence) => warnings.push(sentence) }).record(
				fleetReport(id, [deviceReport('edge-01')], { startedAt }),
			);

		await run('right', '2026-11-20T06:00:00.000Z');
		await run('ahead', '2030-11-20T06:00:00.000Z');
		await run('right-again', '2026-11-21T06:00:00.000Z');
		await run('and-again', '2026-11-22T06:00:00.000Z');

		expect(warnings).toEqual([
			expect.stringMatching(
				/^run ahead on the results branch says that it began at 2030-11-20.* here it is 2026-12-01/u,
			),
		]);
		expect(JSON.parse(await show(server, 'data/latest.json')).runId).toBe('and-again');
		expect(await show(server, 'README.md')).toBe('# and-again, 3 runs\n');
		expect(await pathsOf(server)).toEqual(
			expect.arrayContaining(['data/reports/2026/11/right.json', 'data/reports/2026/11/right-again.json']),
		);
	});

	it('files a run that comes too late, and takes it away with the next', async () => {
		await using server = await serve();
		await branchOf(server).record(fleetReport('new', [deviceReport('edge-01')]));
		const late = fleetReport('late', [deviceReport('edge-01')], { startedAt: '2026-01-05T06:00:00.000Z' });

		await branchOf(server).record(late);
		expect(await pathsOf(server)).toContain('data/reports/2026/01/late.json');
		await branchOf(server).record(
			fleetReport('next', [deviceReport('edge-01')], { startedAt: '2026-11-21T06:00:00.000Z' }),
		);
		expect(await pathsOf(server)).not.toContain('data/reports/2026/01/late.json');
	});
});

async function overwrite(server: GitServer, path: string, content: string): Promise<string> {
	await server.git(REPOSITORY, 'config', 'user.email', 'vandal@example.net');
	await server.git(REPOSITORY, 'config', 'user.name', 'vandal');
	const work = await mkdtemp(join(tmpdir(), 'vandal-'));
	await using _ = { [Symbol.asyncDispose]: () => removeFolder(work) };
	await server.git(REPOSITORY, 'worktree', 'add', '--quiet', join(work, 'tree'), BRANCH);
	await writeFile(join(work, 'tree', path), content);
	const inTree = ['--work-tree', join(work, 'tree'), '--git-dir', join(work, 'tree', '.git')];
	await server.git(REPOSITORY, ...inTree, 'commit', '--quiet', '-am', 'vandalise');
	await server.git(REPOSITORY, 'worktree', 'remove', '--force', join(work, 'tree'));
	return tipOf(server);
}

/** The error with its causes and all of their properties, the ones that are not enumerable included. */
function everythingIn(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const own = Object.getOwnPropertyNames(error).map((name) => {
		const value = Reflect.get(error, name) as unknown;
		return value instanceof Error ? everythingIn(value) : JSON.stringify(value);
	});
	return [String(error), ...own].join('\n');
}
