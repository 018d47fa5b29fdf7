import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent, pushEvent, scheduleEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, startHosting, type WorkflowRun } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import type { FinishedAction } from '../support/github/runner.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

const devices = [
	simulatedDevice({ name: 'ams-1', runningConfig: iosConfig('ams-1', { uplink: ['shutdown'] }) }),
	simulatedDevice({ name: 'fra-1', runningConfig: iosConfig('fra-1', { mtu: 1400 }) }),
	simulatedDevice({ name: 'fra-2', runningConfig: iosConfig('fra-2'), fault: 'auth-failed' }),
];
const owners = [
	{ devices: ['*'], labels: ['drift'] },
	{ devices: ['ams-*'], assignees: ['anna'], labels: ['drift', 'amsterdam'] },
];

describe('an audit that keeps issues', () => {
	let fleet: SimulatedFleet;
	let hosting: Hosting;

	const audit = (run: Partial<WorkflowRun> = {}): Promise<FinishedAction> =>
		hosting.run({
			eventName: 'schedule',
			event: scheduleEvent,
			...run,
			inputs: { issues: 'per-device', check: 'false', 'results-branch': '', ...run.inputs },
			env: { ...LOGIN, ...run.env },
		});

	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices });
		hosting = await startHosting();
		await hosting.checkout.commit({
			'fleet.yml': fleetYml(fleet, devices, { owners }),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name)])),
		});
	});
	afterAll(async () => {
		await hosting?.[Symbol.asyncDispose]();
		await fleet?.[Symbol.asyncDispose]();
	});

	it('opens one per drifted device, for its owners', async () => {
		const run = await audit();

		expect(run.exitCode).toBe(1);
		expect(run.commands.filter(({ name }) => name === 'warning')).toEqual([]);
		expect(hosting.github.state.issues).toMatchObject([
			{ title: 'Configuration drift on ams-1', assignees: ['anna'], labels: ['drift', 'amsterdam'], state: 'open' },
			{ title: 'Configuration drift on fra-1', assignees: [], labels: ['drift'], state: 'open' },
		]);
		expect(hosting.github.state.issues[0]?.body).toContain('shutdown');
	});

	it('writes nothing while nothing changes', async () => {
		const before = hosting.github.requests.length;

		await audit({ env: { GITHUB_RUN_ID: '9001', GITHUB_RUN_NUMBER: '8' } });

		const sent = hosting.github.requests
			.slice(before)
			.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');
		expect(sent).toEqual([]);
	});

	it('leaves them alone in a dry run, and where a pull request is what is audited', async () => {
		const head = await hosting.checkout.git('rev-parse', 'HEAD');
		const before = hosting.github.requests.length;

		await audit({ inputs: { 'dry-run': 'true' } });
		await audit({
			eventName: 'pull_request',
			event: pullRequestEvent({ base: head, head }),
			inputs: { mode: 'audit', comment: 'off' },
		});

		// What a pull request began from is asked in every mode; nothing else is.
		const asked = hosting.github.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
		expect(asked).toEqual([expect.stringMatching(/^GET \/repos\/[^/]+\/[^/]+\/compare\//)]);
	});

	it.each<{ about: string; ref: string; inputs: Record<string, string> }>([
		{ about: 'another branch', ref: 'refs/heads/change', inputs: {} },
		{ about: 'a tag', ref: 'refs/tags/v1', inputs: {} },
		{
			about: 'the default branch, where another one is that of the fleet',
			ref: 'refs/heads/main',
			inputs: { 'fleet-branch': 'production' },
		},
	])('leaves them and the history alone in a run on $about', async ({ ref, inputs }) => {
		const before = hosting.github.requests.length;

		const run = await audit({
			eventName: 'push',
			event: pushEvent({ before: await hosting.checkout.git('rev-parse', 'HEAD') }),
			inputs: { 'results-branch': 'drift-results', ...inputs },
			env: { GITHUB_REF: ref },
		});

		expect(run.exitCode).toBe(1);
		expect(run.outputs).toMatchObject({ drifted: '2', 'results-commit': '' });
		expect(run.stdout).toContain('history and issues stay as they are');
		expect(await hosting.inRepository('branch', '--list', 'drift-results')).toBe('');
		expect(hosting.github.requests.slice(before)).toEqual([]);
	});

	it('keeps the history of every audit of one workflow, each with a key and devices of its own', async () => {
		const site = (name: string): Promise<FinishedAction> =>
			audit({
				inputs: { select: `${name}-*`, 'report-key': name, issues: 'off', 'results-branch': 'by-site' },
				env: { GITHUB_RUN_ID: '9100' },
			});

		for (const run of [await site('ams'), await site('fra')]) {
			expect(run.commands.filter(({ name }) => name === 'warning')).toEqual([]);
			expect(run.outputs['results-commit']).toMatch(/^[0-9a-f]{40}$/u);
		}
		const kept = await hosting.inRepository('ls-tree', '-r', '--name-only', 'by-site', 'data/reports');
		expect(kept.match(/9100-1-\w+/gu)).toEqual(['9100-1-ams', '9100-1-fra']);
	});

	it('leaves them and the history alone in an older run that is started again', async () => {
		const { mergeBases } = hosting.github.state;
		const head = await hosting.checkout.git('rev-parse', 'HEAD');
		const before = hosting.github.requests.length;
		const runAgain = (): Promise<FinishedAction> =>
			audit({ inputs: { 'results-branch': 'drift-results' }, env: { GITHUB_RUN_ATTEMPT: '2' } });

		mergeBases.set(`${head}...main`, head);
		const outdated = await runAgain();
		mergeBases.delete(`${head}...main`);

		expect(outdated.outputs).toMatchObject({ drifted: '2', 'results-commit': '' });
		expect(outdated.stdout).toContain('main is now 1 commit ahead of what it audits');
		const asked = hosting.github.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
		expect(asked).toEqual([expect.stringMatching(/^GET \/repos\/[^/]+\/[^/]+\/compare\//)]);
	});

	it('closes the issue of a device that is in sync, and no other, and opens it again', async () => {
		const states = (): readonly string[] => hosting.github.state.issues.map(({ state }) => state);
		await hosting.checkout.commit({ [intendedPath('fra-1')]: iosConfig('fra-1', { mtu: 1400 }) });

		await audit({ env: { GITHUB_RUN_ID: '9002', GITHUB_RUN_NUMBER: '9' } });

		expect(states()).toEqual(['open', 'closed']);

		await hosting.checkout.commit({ [intendedPath('fra-1')]: iosConfig('fra-1') });

		await audit({ env: { GITHUB_RUN_ID: '9003', GITHUB_RUN_NUMBER: '10' } });

		expect(states()).toEqual(['open', 'open']);
	});

	it('keeps audits of other names apart, in one issue for all devices', async () => {
		const before = JSON.stringify(hosting.github.state.issues);

		await audit({ inputs: { issues: 'roll-up', check: 'true', 'report-key': 'lab' } });

		const { issues, checkRuns } = hosting.github.state;
		expect(JSON.stringify(issues.slice(0, 2))).toBe(before);
		expect(issues.slice(2)).toMatchObject([
			{ title: 'Configuration drift in the fleet (lab)', labels: ['drift', 'amsterdam'], assignees: ['anna'] },
		]);
		expect(checkRuns).toMatchObject([{ name: 'Fleet drift (lab)', conclusion: 'failure' }]);
	});

	it('keeps another fleet of the workflow apart, without a key for it', async () => {
		const before = JSON.stringify(hosting.github.state.issues);
		const other = devices.filter(({ name }) => name === 'fra-1');
		await hosting.checkout.commit({ 'lab.yml': fleetYml(fleet, other) });

		await audit({ inputs: { fleet: 'lab.yml' } });

		// The devices that its fleet does not have have not left that of the others.
		expect(JSON.stringify(hosting.github.state.issues.slice(0, 3))).toBe(before);
		expect(hosting.github.state.issues.slice(3)).toMatchObject([{ title: 'Configuration drift on fra-1' }]);
	});

	it('says what is missing where it may not write issues', async () => {
		await using other = await startHosting({ permissions: { contents: 'write', checks: 'write' } });
		await other.checkout.commit({
			'fleet.yml': fleetYml(fleet, devices),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name)])),
		});

		const run = await other.run({
			eventName: 'schedule',
			event: scheduleEvent,
			inputs: { issues: 'roll-up', check: 'false', 'results-branch': '' },
			env: LOGIN,
		});

		expect(run.exitCode).toBe(1);
		expect(run.commands.filter(({ name }) => name === 'warning').map(({ data }) => data)).toEqual([
			"the job's token lacks permissions, so there is no drift issue; the results are in the job summary. " +
				"Add `issues: write` to the job's `permissions` [ERR_PUBLISH]",
		]);
	});
});
