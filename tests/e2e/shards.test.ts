import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import type { ShardManifest, ShardMatrix } from '../../src/domain/sharding/shard-manifest.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { readFile as readDocument } from '../support/docs/documents.ts';
import { type Checkout, createCheckout } from '../support/e2e/checkout.ts';
import { scheduleEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import type { FinishedAction } from '../support/github/runner.ts';
import { aDevice, aReport } from '../support/report-fixtures.ts';
import { simulatedDevice } from '../support/simulated-device.ts';
import { removeFolder } from '../support/temporary-folder.ts';
import { type FinishedJob, runWorkflow, type WorkflowCall } from '../support/workflows/run-workflow.ts';

const NAMES = ['ams-1', 'ams-2', 'fra-1', 'fra-2', 'lon-1', 'lon-2', 'par-1', 'par-2'];
const devices = NAMES.map((name) =>
	simulatedDevice({ name, runningConfig: iosConfig(name, name === 'fra-2' ? { uplink: ['shutdown'] } : {}) }),
);
const intended = Object.fromEntries(NAMES.map((name) => [intendedPath(name), iosConfig(name)]));
const workflow = readDocument('examples/workflows/sharded.yml');
const KEY = { 'fingerprint-key': 'the same in every job' };

describe('an audit that several processes share', () => {
	let fleet: SimulatedFleet;
	let checkout: Checkout;

	beforeAll(async () => {
		fleet = await startSimulatedFleet({
			devices: devices.map((device) => (device.name === 'lon-1' ? { ...device, fault: 'hang' } : device)),
		});
		checkout = await createCheckout(null);
		await checkout.commit({ 'fleet.yml': fleetYml(fleet, devices), ...intended });
	});
	afterAll(async () => {
		await checkout?.[Symbol.asyncDispose]();
		await fleet?.[Symbol.asyncDispose]();
	});

	const cli = (...args: readonly string[]) => spawnCli(args, { cwd: checkout.folder, env: LOGIN });
	const readManifest = async (): Promise<ShardManifest> =>
		JSON.parse(await readFile(join(checkout.folder, 'shards/shard-manifest.json'), 'utf8'));
	const plan = async (): Promise<{ readonly matrix: ShardMatrix; readonly manifest: ShardManifest }> => {
		await removeFolder(join(checkout.folder, 'shards'));
		const { exitCode, stdout, stderr } = await cli('plan', '--shards', '3');
		expect(stderr).toBe('');
		expect(exitCode).toBe(0);
		return { matrix: JSON.parse(stdout), manifest: await readManifest() };
	};
	/** Runs a shard and kills it, as a machine that goes away does, once its device that never answers has been asked. */
	const runAndKill = async (shard: string): Promise<void> => {
		const before = fleet.sessions.get('lon-1')?.commands.length ?? 0;
		const { exitCode } = await spawnCli(['audit', '--shard', shard], {
			cwd: checkout.folder,
			env: LOGIN,
			onStart: (process) => {
				const kill = async (): Promise<void> => {
					while ((fleet.sessions.get('lon-1')?.commands.length ?? 0) < before + 2) await sleep(20);
					process.kill('SIGKILL');
				};
				void kill();
			},
		});
		expect(exitCode).toBeNull();
	};
	const merge = async (): Promise<{ readonly exitCode: number | null; readonly report: FleetReport }> => {
		const { exitCode, stdout, stderr } = await cli('merge', 'shards', '--json', '-');
		expect(stderr).toBe('');
		return { exitCode, report: JSON.parse(stdout) };
	};

	it('turns what a killed shard owes into devices that nobody reported', async () => {
		const { matrix, manifest } = await plan();
		expect(manifest.shards.flat().toSorted()).toEqual(NAMES);
		const lost = manifest.shards.findIndex((names) => names.includes('lon-1'));

		await Promise.all(
			matrix.include.map(async ({ shard }) => {
				if (shard.startsWith(`${lost + 1}/`)) return runAndKill(shard);
				expect((await cli('audit', '--shard', shard)).exitCode).toBe(0);
			}),
		);
		const { exitCode, report } = await merge();

		const owed = manifest.shards[lost] ?? [];
		const wanted = NAMES.map((name) => {
			if (owed.includes(name)) return `${name} not-reported`;
			return `${name} ${name === 'fra-2' ? 'drifted' : 'in-sync'}`;
		});
		expect(report.devices.map(({ name, status, reason }) => `${name} ${reason ?? status}`)).toEqual(wanted);
		expect(report.warnings).toEqual([
			`shard ${lost + 1}/3 did not report: its devices are unknown`,
			expect.stringContaining('different fingerprint keys'),
		]);
		expect(exitCode).toBe(owed.includes('fra-2') ? 3 : 1);
		expect((await cli('merge', 'shards', '--fail-on', 'none')).exitCode).toBe(3);
	});

	it('asks every device once, and tells the same as one process does', async () => {
		const healthy = await startSimulatedFleet({ devices });
		await using _ = healthy;
		await checkout.commit({ 'fleet.yml': fleetYml(healthy, devices) });
		const env = { ...LOGIN, FLEET_FINGERPRINT_KEY: KEY['fingerprint-key'] };
		const run = (...args: readonly string[]) => spawnCli(args, { cwd: checkout.folder, env });
		const { matrix } = await plan();

		for (const { shard } of matrix.include) expect((await run('audit', '--shard', shard)).exitCode).toBe(0);
		const connections = [...healthy.sessions.values()].map((session) => session.connections);
		const merged = await run('merge', 'shards', '--json', '-');
		const whole = await run('audit', '--json', '-');

		expect(connections).toEqual(NAMES.map(() => 1));
		expect(merged.exitCode).toBe(whole.exitCode);
		expect(comparable(merged.stdout)).toEqual(comparable(whole.stdout));
	});

	it('plans by an earlier report as many shards as that makes five minutes each', async () => {
		// Six hours, 50 devices at once.
		const slow = NAMES.map((name) => aDevice({ name, durationMs: name === 'ams-1' ? 6 * 3_600_000 : 1_000 }));
		await writeFile(join(checkout.folder, 'earlier.json'), JSON.stringify(aReport({ devices: slow })));

		const { stdout } = await cli('plan', '--measured', 'earlier.json');

		expect(JSON.parse(stdout).include).toHaveLength(2);
		expect((await readManifest()).shards).toContainEqual(['ams-1']);
	});

	it('refuses a shard, and a merge, of another inventory than was planned', async () => {
		await plan();
		await checkout.commit({ 'fleet.yml': fleetYml(fleet, devices.slice(1)) });

		const shard = await cli('audit', '--shard', '1/3');
		const merged = await cli('merge', 'shards');

		for (const { exitCode, stderr } of [shard, merged]) {
			expect(exitCode).toBe(2);
			expect(stderr).toContain('has changed since the shards were planned');
		}
	});

	it('refuses a shard that is not planned, and options that belong to plan and merge', async () => {
		await plan();

		const foreign = await cli('audit', '--shard', '4/4');
		const beside = await cli('audit', '--shard', '1/3', '--select', 'ams-1', '--json', '-', '--fail-on', 'none');
		const many = await cli('plan', '--shards', '257');

		expect(foreign).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('and none is 4/4') });
		expect(beside.exitCode).toBe(2);
		expect(beside.stderr).toContain('--json cannot be combined with --shard. Give it to fleet-drift merge');
		expect(beside.stderr).toContain('--fail-on cannot be combined with --shard. Give it to fleet-drift merge');
		expect(beside.stderr).toContain('--select cannot be combined with --shard. Give it to fleet-drift plan');
		expect(many).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('from 1 to 256') });
	});
});

describe('a workflow whose jobs share an audit', () => {
	let fleet: SimulatedFleet;
	let hosting: Hosting;

	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices });
		hosting = await startHosting();
		const history = 'history: { store-configs: redacted }\n';
		await hosting.checkout.commit({ 'fleet.yml': fleetYml(fleet, devices) + history, ...intended });
	});
	afterAll(async () => {
		await hosting?.[Symbol.asyncDispose]();
		await fleet?.[Symbol.asyncDispose]();
	});

	const job = (inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) =>
		hosting.run({
			eventName: 'schedule',
			event: scheduleEvent,
			inputs: { ...KEY, 'shard-dir': 'parts', ...inputs },
			env,
		});
	const shardJob = (shard: string, env: Readonly<Record<string, string>> = {}): Promise<FinishedAction> =>
		job({ shard, 'report-dir': `parts/${shard.replace('/', '-of-')}` }, { ...LOGIN, ...env });
	const planJob = (env: Readonly<Record<string, string>> = {}): Promise<FinishedAction> =>
		job({ mode: 'plan', shards: '3', 'report-dir': 'parts/plan' }, env);
	const emptyParts = (): Promise<void> => removeFolder(join(hosting.checkout.folder, 'parts'));

	/** The reusable workflow that we recommend, as it is written. */
	const call = (options: Pick<WorkflowCall, 'onStart'> = {}): Promise<readonly FinishedJob[]> =>
		runWorkflow({
			workflow,
			hosting,
			inputs: { shards: '3' },
			secrets: { ...LOGIN, FLEET_FINGERPRINT_KEY: KEY['fingerprint-key'] },
			...options,
		});

	it('tells people and the history once, from the merge', async () => {
		const jobs = await call({
			onStart: (job) => {
				if (job !== 'merge') return;
				expect(hosting.github.requests).toEqual([]);
			},
		});

		expect(jobs.map(({ name, result }) => `${name}: ${result}`)).toEqual([
			'plan: success',
			'shard 1/3: success',
			'shard 2/3: success',
			'shard 3/3: success',
			'merge: failure',
		]);
		expect(jobs.slice(0, -1).map(({ action }) => [action?.stderr, action?.summary])).toEqual(
			Array.from({ length: 4 }, () => ['', '']),
		);
		const merged = jobs.at(-1)?.action;
		expect(merged?.stderr).toBe('');
		expect(merged?.exitCode).toBe(1);
		expect(merged?.outputs).toMatchObject({ verdict: 'drifted', devices: '8', drifted: '1', unknown: '0' });
		expect(merged?.stdout).not.toContain('fingerprint keys');
		expect(hosting.github.state.checkRuns).toHaveLength(1);
		expect(hosting.github.state.checkRuns[0]).toMatchObject({ conclusion: 'failure' });
		expect((await hosting.inRepository('rev-list', 'drift-results')).trim().split('\n')).toHaveLength(1);
		expect(JSON.parse(await hosting.inRepository('show', 'drift-results:data/latest.json'))).toMatchObject({
			runId: '9000-1',
			fleet: { devices: 8, drifted: 1 },
		});
		const configs = await hosting.inRepository('ls-tree', '--name-only', 'drift-results', 'configs/');
		expect(configs.trim().split('\n')).toHaveLength(8);
	});

	it('is red where the runner of a shard is killed, and names what it owed', async () => {
		const jobs = await call({
			onStart: (job, process) => {
				if (job === 'shard 2/3') process.kill('SIGKILL');
			},
		});

		expect(jobs.map(({ result }) => result)).toEqual(['success', 'success', 'failure', 'success', 'failure']);
		const merged = jobs.at(-1)?.action;
		expect(merged?.stdout).toContain('shard 2/3 did not report: its devices are unknown');
		expect(Number(merged?.outputs.unknown)).toBeGreaterThan(0);
		expect(hosting.github.state.checkRuns.at(-1)?.conclusion).not.toBe('success');
	});

	it('balances by how long the devices took in the last audit', async () => {
		await emptyParts();
		const known = JSON.parse(await hosting.inRepository('show', 'drift-results:data/fleet.json')) as FleetReport;
		expect(known.devices).toHaveLength(8);
		expect(known.devices.every(({ durationMs }) => durationMs > 0)).toBe(true);
		const slow = {
			...known,
			devices: known.devices.map((device) => ({ ...device, durationMs: device.name === 'ams-1' ? 90_000 : 1_000 })),
		};
		const worktree = join(hosting.checkout.folder, '../results');
		await hosting.checkout.git('fetch', '--quiet', 'origin', 'drift-results');
		await hosting.checkout.git('worktree', 'add', '--quiet', '--detach', worktree, 'FETCH_HEAD');
		try {
			await writeFile(join(worktree, 'data/fleet.json'), JSON.stringify(slow));
			await hosting.checkout.git('-C', worktree, 'commit', '--quiet', '--all', '--message', 'slow');
			await hosting.checkout.git('-C', worktree, 'push', '--quiet', 'origin', 'HEAD:drift-results');
		} finally {
			await hosting.checkout.git('worktree', 'remove', '--force', worktree);
		}

		await planJob({ GITHUB_RUN_ID: '9003' });

		const manifest: ShardManifest = JSON.parse(
			await readFile(join(hosting.checkout.folder, 'parts/plan/shard-manifest.json'), 'utf8'),
		);
		expect(manifest.shards.find((names) => names.includes('ams-1'))).toEqual(['ams-1']);
	});

	it('is red where a shard is of an earlier attempt, and says so', async () => {
		await emptyParts();
		await planJob({ GITHUB_RUN_ID: '9001' });

		const again = { GITHUB_RUN_ID: '9001', GITHUB_RUN_ATTEMPT: '2' };
		const shard = await shardJob('1/3', again);
		const merged = await job({ mode: 'merge', 'results-branch': '' }, again);

		for (const { exitCode, stdout } of [shard, merged]) {
			expect(exitCode).toBe(2);
			expect(stdout).toContain('the shards were planned for run 9001-1, and this is 9001-2. Run all jobs again');
		}
		expect(hosting.github.state.checkRuns.at(-1)).toMatchObject({
			conclusion: 'failure',
			output: { summary: expect.stringContaining('the shards were planned for run 9001-1, and this is 9001-2') },
		});
	});

	it('keeps what a shard found where its running configs cannot be kept', async () => {
		await emptyParts();
		await planJob({ GITHUB_RUN_ID: '9004' });
		const folder = join(hosting.checkout.folder, 'parts/1-of-3');
		await mkdir(folder, { recursive: true });
		await writeFile(join(folder, 'shard-1-of-3-configs'), 'in the way');

		const { exitCode, stdout } = await shardJob('1/3', { GITHUB_RUN_ID: '9004' });

		expect(exitCode).toBe(0);
		expect(stdout).toContain('::warning::the history keeps no running configs of shard 1/3: ');
		expect(JSON.parse(await readFile(join(folder, 'shard-1-of-3.json'), 'utf8'))).toMatchObject({ shard: '1/3' });
	});

	it('is red where every shard is lost', async () => {
		await emptyParts();
		// Where nobody can tell how long devices took, they count the same.
		const planned = await planJob({ GITHUB_RUN_ID: '9002', GITHUB_SERVER_URL: 'http://127.0.0.1:9' });
		expect(planned.exitCode).toBe(0);

		const merged = await job({ mode: 'merge', 'fail-on': 'none', 'results-branch': '' }, { GITHUB_RUN_ID: '9002' });

		expect(merged.exitCode).toBe(3);
		expect(merged.outputs).toMatchObject({ verdict: 'unknown', unknown: '8', health: '', coverage: '0' });
		expect(merged.summary).toContain('not reported');
		expect(hosting.github.state.checkRuns.at(-1)).toMatchObject({ conclusion: 'action_required' });
	});
});

/** What does not depend on when and where a run was. */
function comparable(json: string): unknown {
	const { devices: found, fleet, features, warnings, mode } = JSON.parse(json) as FleetReport;
	return {
		fleet,
		features,
		warnings,
		mode,
		devices: found.map((device) => ({ ...device, durationMs: 0, metadata: {} })),
	};
}
