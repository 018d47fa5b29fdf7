import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { createCheckout } from '../support/e2e/checkout.ts';
import { scheduleEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, REPOSITORY, startHosting, type WorkflowRun } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import type { FinishedAction } from '../support/github/runner.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

const devices = [
	simulatedDevice({ name: 'ams-1', runningConfig: iosConfig('ams-1') }),
	simulatedDevice({ name: 'ams-2', runningConfig: iosConfig('ams-2', { uplink: ['shutdown'] }) }),
	simulatedDevice({ name: 'fra-1', runningConfig: iosConfig('fra-1'), fault: 'auth-failed' }),
];

const HISTORY = { 'store-configs': 'redacted', committer: 'Fleet drift <drift@example.net>' };

describe('an audit of the whole fleet in a workflow', () => {
	let fleet: SimulatedFleet;
	let hosting: Hosting;
	let first: FinishedAction;

	const audit = (run: Partial<WorkflowRun> = {}): Promise<FinishedAction> =>
		hosting.run({ eventName: 'schedule', event: scheduleEvent, ...run, env: { ...LOGIN, ...run.env } });
	const onBranch = async (path: string): Promise<string> => hosting.inRepository('show', `drift-results:${path}`);

	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices });
		hosting = await startHosting();
		await hosting.checkout.commit({
			'fleet.yml': fleetYml(fleet, devices, { history: HISTORY }),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name)])),
		});
		first = await audit({ env: { GITHUB_RUN_ID: '9001' } });
	});
	afterAll(async () => {
		await hosting?.[Symbol.asyncDispose]();
		await fleet?.[Symbol.asyncDispose]();
	});

	it('reports drift and what could not be judged', async () => {
		expect(first.stderr).toBe('');
		expect(first.exitCode).toBe(1);
		expect(first.outputs).toMatchObject({ verdict: 'drifted', devices: '3', drifted: '1', unknown: '1' });
		expect(first.outputs).toMatchObject({ health: '50', coverage: '66.67', 'comment-url': '' });
		expect(first.summary).toContain('shutdown');
		expect(hosting.github.state.comments).toEqual([]);
		const [run] = hosting.github.state.checkRuns;
		expect(run).toMatchObject({ conclusion: 'failure', headSha: await hosting.checkout.git('rev-parse', 'HEAD') });
		expect(fleet.sessions.get('fra-1')?.authAttempts).toBe(1);
	});

	it('tells GitHub and keeps its verdict where the report has no place', async () => {
		const checks = hosting.github.state.checkRuns.length;

		const run = await audit({ inputs: { 'report-dir': 'fleet.yml/report', 'results-branch': '' } });

		expect([run.exitCode, run.outputs.verdict, run.outputs['report-path']]).toEqual([1, 'drifted', '']);
		expect(run.commands).toContainEqual(
			expect.objectContaining({ name: 'warning', data: expect.stringContaining('a part of its path is not a folder') }),
		);
		expect(hosting.github.state.checkRuns.slice(checks)).toMatchObject([{ conclusion: 'failure' }]);
		expect(run.summary).toContain('shutdown');
	});

	it('leaves a history on the results branch that can be cloned and read', async () => {
		await using clone = await createCheckout(null);
		const remote = hosting.git.pathOf(`${REPOSITORY}.git`);
		await clone.git('pull', '--quiet', remote, 'drift-results');
		const files = (await clone.git('ls-files')).split('\n');

		expect(await clone.git('rev-parse', 'HEAD')).toBe(first.outputs['results-commit']);
		expect(files).toEqual([
			'README.md',
			'badge.json',
			'badge.svg',
			'configs/ams-1.cfg',
			'configs/ams-2.cfg',
			'data/devices/ams-2.json',
			'data/devices/fra-1.json',
			'data/fleet.json',
			'data/latest.json',
			expect.stringMatching(/^data\/reports\/\d{4}\/\d{2}\/9001-1\.json$/),
			expect.stringMatching(/^data\/runs\/\d{4}-\d{2}\.ndjson$/),
			'index.html',
			'page/devices.js',
			expect.stringMatching(/^page\/months\/\d{4}-\d{2}\.js$/),
			expect.stringMatching(/^page\/runs\/\d{4}\/\d{2}\/9001-1\.js$/),
			'page/standing.js',
		]);
		expect(JSON.parse(await onBranch('data/latest.json'))).toMatchObject({ runId: '9001-1', fleet: { drifted: 1 } });
		expect(JSON.parse(await onBranch(files[9] ?? '')).devices[1].diff).toContain('shutdown');
		expect(await onBranch('index.html')).toContain('ams-2');
		expect(await onBranch('badge.svg')).toMatch(/^<svg /);
	});

	it('keeps a backup of the running configs, by whom fleet.yml says', async () => {
		expect(await onBranch('configs/ams-2.cfg')).toMatch(/^interface Ethernet0\/0$/mu);
		expect(await onBranch('configs/ams-2.cfg')).toMatch(/^ shutdown$/mu);
		expect(await hosting.inRepository('log', '-1', '--format=%an <%ae>', 'drift-results')).toBe(
			'Fleet drift <drift@example.net>\n',
		);
	});

	it('adds later runs, by hand or on a push, and keeps the earlier ones', async () => {
		const sha = await hosting.checkout.git('rev-parse', 'HEAD');
		const push = { before: '0'.repeat(40), after: sha, ref: 'refs/heads/main' };

		await audit({ eventName: 'workflow_dispatch', event: { inputs: null }, env: { GITHUB_RUN_ID: '9002' } });
		const third = await audit({ eventName: 'push', event: push, env: { GITHUB_RUN_ID: '9003' } });

		expect(third.exitCode).toBe(1);
		expect(await runsOn(hosting)).toEqual(['9001-1', '9002-1', '9003-1']);
		expect((await hosting.inRepository('rev-list', 'drift-results')).trim().split('\n')).toEqual([
			third.outputs['results-commit'],
			expect.any(String),
			first.outputs['results-commit'],
		]);
		const { transitions } = JSON.parse(await onBranch('data/devices/ams-2.json'));
		expect(transitions).toHaveLength(1);
		const { devices: latest } = JSON.parse(await onBranch('data/latest.json'));
		expect(latest.map(({ since }: { readonly since?: string }) => since)).toEqual([
			transitions[0].at,
			expect.any(String),
		]);
	});

	it('takes drift back when the device is repaired in the repository', async () => {
		await hosting.checkout.commit({
			[intendedPath('ams-2')]: iosConfig('ams-2', { uplink: ['shutdown'] }),
			'fleet.yml': fleetYml(fleet, devices, { policy: { 'fail-on': ['drift', 'unknown'] } }),
		});

		const repaired = await audit({ env: { GITHUB_RUN_ID: '9004' } });

		expect(repaired.exitCode).toBe(3);
		expect(repaired.outputs).toMatchObject({ verdict: 'unknown', drifted: '0', health: '100' });
		const { transitions } = JSON.parse(await onBranch('data/devices/ams-2.json'));
		expect(transitions.map(({ status }: { readonly status: string }) => status)).toEqual(['drifted', 'in-sync']);
	});

	it('loses nothing when several runs push at once', async () => {
		await using busy = await startHosting({ hooks: { 'pre-receive': SLOW_HOOK } });
		await busy.checkout.commit({
			'fleet.yml': fleetYml(fleet, devices.slice(0, 2)),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name)])),
		});
		const runIds = ['9101', '9102', '9103'];

		const runs = await Promise.all(
			runIds.map((id) =>
				busy.run({
					eventName: 'schedule',
					event: scheduleEvent,
					inputs: { check: 'false' },
					env: { ...LOGIN, GITHUB_RUN_ID: id },
				}),
			),
		);

		const pushes = busy.git.requests.filter(
			(request) => request.startsWith('POST') && request.includes('receive-pack'),
		);
		expect(pushes.length).toBeGreaterThan(runIds.length);
		expect((await runsOn(busy)).toSorted()).toEqual(runIds.map((id) => `${id}-1`));
		const commits = (await busy.inRepository('rev-list', 'drift-results')).trim().split('\n');
		expect(commits.toSorted()).toEqual(runs.map(({ outputs }) => outputs['results-commit']).toSorted());
	});

	it('leaves a branch alone that it cannot read, and tells what it found elsewhere', async () => {
		await using newer = await startHosting();
		await newer.checkout.commit({
			'fleet.yml': fleetYml(fleet, devices.slice(0, 2)),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name)])),
		});
		await using branch = await createCheckout(null);
		await branch.commit({ 'data/latest.json': '{"schemaVersion":9}\n' });
		await branch.git('push', '--quiet', newer.git.pathOf(`${REPOSITORY}.git`), 'HEAD:refs/heads/drift-results');
		const tip = await newer.inRepository('rev-parse', 'drift-results');

		const run = await newer.run({
			eventName: 'schedule',
			event: scheduleEvent,
			inputs: { 'report-dir': 'report' },
			env: LOGIN,
		});

		const warnings = run.commands.filter(({ name }) => name === 'warning').map(({ data }) => data);
		expect(warnings).toEqual([
			expect.stringMatching(
				/history was not stored: data\/latest\.json .*schema version 9, this version knows 3: update/u,
			),
		]);
		expect(run.exitCode).toBe(1);
		expect(run.outputs).toMatchObject({ verdict: 'drifted', 'results-commit': '' });
		expect(run.summary).toContain('shutdown');
		expect(await readFile(join(newer.checkout.folder, 'report/report.json'), 'utf8')).toContain('ams-2');
		expect(await newer.inRepository('rev-parse', 'drift-results')).toBe(tip);
	});

	it('keeps no history where none is wanted, and writes nothing in a dry run', async () => {
		const tip = await hosting.inRepository('rev-parse', 'drift-results');
		const checks = hosting.github.state.checkRuns.length;

		const off = await audit({ inputs: { 'results-branch': '', check: 'false' } });
		const dry = await audit({ inputs: { 'dry-run': 'true' } });

		expect([off.exitCode, dry.exitCode]).toEqual([3, 3]);
		expect([off.outputs['results-commit'], dry.outputs['results-commit']]).toEqual(['', '']);
		expect(await hosting.inRepository('rev-parse', 'drift-results')).toBe(tip);
		expect(hosting.github.state.checkRuns).toHaveLength(checks);
		expect(dry.summary).toContain('fra-1');
	});
});

/** Long enough for every writer to have read the same tip. */
const SLOW_HOOK = '#!/bin/sh\nsleep 1\n';

/** The run ids of the history, as they were added. */
async function runsOn({ inRepository }: Hosting): Promise<readonly string[]> {
	const files = (await inRepository('ls-tree', '-r', '--name-only', 'drift-results', 'data/runs')).trim().split('\n');
	const texts = await Promise.all(files.map((file) => inRepository('show', `drift-results:${file}`)));
	return texts.flatMap((text) =>
		text
			.trim()
			.split('\n')
			.map((line): string => JSON.parse(line).runId),
	);
}
