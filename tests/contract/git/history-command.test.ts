import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandLine } from '../../../src/commands/command-line.ts';
import { historyCommand } from '../../../src/commands/history.ts';
import { openPastOfAudit } from '../../../src/commands/past/past-of-audit.ts';
import type { PastOptions } from '../../../src/commands/past/past-options.ts';
import type { Change } from '../../../src/domain/drift-report.ts';
import type { FleetReport } from '../../../src/domain/fleet-report.ts';
import type { FleetHistory } from '../../../src/domain/history/fleet-history.ts';
import { DEFAULT_RETENTION } from '../../../src/domain/history/retention.ts';
import { wholeText } from '../../../src/domain/text/pieces.ts';
import { createLog } from '../../../src/infrastructure/log.ts';
import { HistoryRepository } from '../../../src/infrastructure/results-branch/history-repository.ts';
import { deviceReport, driftedDevice, fleetReport } from '../../support/git/fleet-reports.ts';
import { type GitServer, startGitServer } from '../../support/git/http-backend.ts';
import { removeFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const REPOSITORY = 'acme/network.git';
const TOKEN = 'ghs_0123456789abcdefSECRET';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'history-command-'));
});

afterEach(() => removeFolder(folder));

/** Two audits: core-01 stays in sync, edge-01 drifts in the second. */
async function record(server: GitServer, ...later: readonly FleetReport[]): Promise<void> {
	const branch = new HistoryRepository({
		remoteUrl: server.pathOf(REPOSITORY),
		branch: 'drift-results',
		token: null,
		tempDir: folder,
		identity: { name: 'fleet-drift', email: 'fleet-drift@example.net' },
		clock: { now: () => Date.parse('2026-11-20T06:01:00Z'), elapsed: () => 0 },
		random: Math.random,
		retention: DEFAULT_RETENTION,
		renderPages: () => [],
	});
	await branch.record(
		fleetReport('1', [deviceReport('core-01'), deviceReport('edge-01')], { startedAt: '2026-10-30T06:00:00.000Z' }),
	);
	await branch.record(fleetReport('2', [deviceReport('core-01'), driftedDevice('edge-01', 'f1')]));
	for (const report of later) await branch.record(report);
}

function lineIn(cwd: string, said: string[]): CommandLine {
	const sink = { write: () => {}, interactive: false, colour: false, width: 100 };
	return {
		env: {},
		cwd,
		log: createLog({ write: (text) => said.push(text), inActions: false }),
		stdin: { interactive: false, ask: async () => '', say: () => {} },
		stdout: sink,
		stderr: sink,
		signal: new AbortController().signal,
	};
}

async function history(
	args: readonly string[],
	{ cwd = folder, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
	const written: string[] = [];
	const stdout = { write: (text: string) => void written.push(text), interactive: false, colour: false, width: 100 };
	const exitCodes: number[] = [];
	const command = historyCommand({ ...lineIn(cwd, []), env, stdout }, (code) => exitCodes.push(code));
	await command
		.exitOverride()
		.configureOutput({ writeErr: () => {} })
		.parseAsync(args, { from: 'user' });
	expect(exitCodes).toEqual([0]);
	return written.join('');
}

describe('history', () => {
	it('reads a repository by its path and prints JSON', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY] });
		await record(server);

		const printed = await history(['--remote', server.pathOf(REPOSITORY), '--since', '2026-10-01', '--json']);

		const { open, transitions, trend } = JSON.parse(printed) as FleetHistory;
		expect(open).toEqual([{ name: 'edge-01', status: 'drifted', since: '2026-11-20T06:00:00.000Z' }]);
		expect(transitions.map(({ name, before, status }) => [name, before, status])).toEqual([
			['edge-01', 'in-sync', 'drifted'],
			['core-01', null, 'in-sync'],
			['edge-01', null, 'in-sync'],
		]);
		expect(trend.map(({ day, health }) => [day, health])).toEqual([
			['2026-10-30', 100],
			['2026-11-20', 50],
		]);
	});

	it('tells of one device what differed, also over HTTP with a token', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN, readOnly: true } });
		await record(server);

		const printed = await history(['edge-01', '--remote', server.urlOf(REPOSITORY), '--since', '2026-11-01'], {
			env: { FLEET_GIT_TOKEN: TOKEN },
		});

		expect(printed).toContain('2026-11-20 06:00 UTC  in sync → drifted');
		expect(printed).toMatch(/\+ +14 {4}shutdown/u);
	});

	it('reads the origin of the repository around when no remote is named', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY] });
		await record(server);
		const cwd = join(folder, 'checkout');
		await run('git', ['init', '--quiet', cwd]);
		await run('git', ['remote', 'add', 'origin', server.pathOf(REPOSITORY)], { cwd });

		expect(await history(['--since', '2026-10-01'], { cwd })).toContain('edge-01  drifted  for ');
	});

	it('writes the page with all of its data inside', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY] });
		await record(server);

		const printed = await history([
			'--remote',
			server.pathOf(REPOSITORY),
			'--since',
			'2026-10-01',
			'--html',
			'out/page.html',
		]);

		const page = await readFile(join(folder, 'out/page.html'), 'utf8');
		const paths = [...page.matchAll(/ data-path="([^"]*)"/gu)].map(([, path]) => path);
		expect(printed).toBe('');
		expect(paths).toEqual([
			'page/devices.js',
			'page/standing.js',
			'page/months/2026-10.js',
			'page/months/2026-11.js',
			'page/runs/2026/11/2.js',
		]);
		expect(page).toContain('"line":"shutdown"');
	});

	const THIRD = fleetReport('3', [driftedDevice('edge-01', 'f2')], { startedAt: '2026-11-25T06:00:00.000Z' });

	it('tells an audit at the terminal since when its devices drift, and what its page shows of the time before', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY] });
		await record(server);
		const said: string[] = [];
		const options: PastOptions = { resultsBranch: 'drift-results', remote: server.urlOf(REPOSITORY) };
		await using past = openPastOfAudit(options, lineIn(folder, said));

		const told = await past.tellSince(THIRD);
		const page = await past.page(told);

		expect(told.devices[0]?.since).toBe('2026-11-20T06:00:00.000Z');
		expect(page?.runs.map(({ runId }) => runId)).toEqual(['1', '2', '3']);
		expect([...(page?.embedded.keys() ?? [])]).toEqual([
			'page/months/2026-10.js',
			'page/months/2026-11.js',
			'page/runs/2026/11/2.js',
			'page/runs/2026/11/3.js',
		]);
		expect(said).toEqual([]);
	});

	it('shows what differed in a report that is too long to be read as a whole', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY] });
		const edge = driftedDevice('edge-01', 'f2');
		const changes = Array.from({ length: 200 }, (_, index) => ({
			...(edge.changes[0] as Change),
			line: `description ${index} ${'x'.repeat(5_000)}`,
		}));
		await record(server, { ...THIRD, devices: [{ ...edge, changes }] });
		const options: PastOptions = { resultsBranch: 'drift-results', remote: server.urlOf(REPOSITORY) };
		await using past = openPastOfAudit(options, lineIn(folder, []));

		const page = await past.page({ ...THIRD, runId: '4', startedAt: '2026-11-26T06:00:00.000Z' });

		const shown = wholeText(page?.embedded.get('page/runs/2026/11/3.js')?.() ?? []);
		expect(JSON.parse(shown)).toMatchObject({ devices: [{ name: 'edge-01', changes: { length: 200 } }] });
		expect(shown).toContain('description 199 x');
	});

	it('only warns an audit, once, of a history that cannot be read', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY] });
		await record(server);
		const said: string[] = [];
		const openAt = (options: PastOptions) => openPastOfAudit(options, lineIn(folder, said));
		await using none = openAt({});
		await using elsewhere = openAt({ resultsBranch: 'elsewhere', remote: server.pathOf(REPOSITORY) });

		expect(await none.tellSince(THIRD)).toBe(THIRD);
		expect(await none.page(THIRD)).toBeNull();
		expect(said).toEqual([]);
		expect(await elsewhere.tellSince(THIRD)).toBe(THIRD);
		expect(await elsewhere.page(THIRD)).toBeNull();
		expect(said).toEqual([
			expect.stringMatching(/the report does not say how long devices have drifted.*there is no branch elsewhere/u),
		]);
	});

	it('changes nothing on the branch and leaves nothing behind', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY] });
		await record(server);
		const refs = await server.git(REPOSITORY, 'for-each-ref');

		await history(['--remote', server.urlOf(REPOSITORY)]);

		expect(await server.git(REPOSITORY, 'for-each-ref')).toBe(refs);
		expect(server.requests.filter((request) => request.includes('receive-pack'))).toEqual([]);
	});

	it('says what is missing: a branch, a device, a remote, a token', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN } });
		const remote = ['--remote', server.pathOf(REPOSITORY)];
		await expect(history(remote)).rejects.toThrow(/there is no branch drift-results at .*network\.git/u);
		await record(server);

		await expect(history([...remote, '--branch', 'drift-result'])).rejects.toThrow(
			/there is no branch drift-result at .*Did you mean "drift-results"\?/su,
		);
		await expect(history([...remote, 'edge-99'])).rejects.toThrow(
			/no audit has seen a device "edge-99".*Did you mean "edge-01"/su,
		);
		await expect(history([...remote, '../edge-01'])).rejects.toThrow(/no audit has seen a device "\.\.\/edge-01"/u);
		await expect(history(['--remote', join(folder, 'nowhere.git')])).rejects.toThrow(/\w\. Name the repository/u);
		await expect(history(['--remote', 'http://127.0.0.1:1/a.git'])).rejects.toThrow(/Check the address/u);
		await expect(history([])).rejects.toThrow(/not in a repository with a remote "origin"/u);
		await expect(history(['--remote', server.urlOf(REPOSITORY)])).rejects.toThrow(/FLEET_GIT_TOKEN/u);
		await expect(history([...remote, '--since', 'yesterday'])).rejects.toThrow(/30d/u);
	});

	it('keeps a wrong token out of what it says', async () => {
		await using server = await startGitServer({ repositories: [REPOSITORY], auth: { token: TOKEN } });
		const env = { FLEET_GIT_TOKEN: 'ghs_wrongwrongwrong' };

		const failure = history(['--remote', server.urlOf(REPOSITORY)], { env });

		await expect(failure).rejects.toThrow(/cannot be read: .*FLEET_GIT_TOKEN/u);
		await expect(failure).rejects.not.toThrow(/wrongwrong/u);
	});
});
