import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, type HostingOptions, startHosting, type WorkflowRun } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { connectionsOf } from '../support/e2e/small-change.ts';
import type { FinishedAction } from '../support/github/runner.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

const SECRET = 'C0mmunity-of-the-tests';
const devices = [
	simulatedDevice({
		name: 'ams-1',
		runningConfig: iosConfig('ams-1', { uplink: ['shutdown'], lines: [`snmp-server community ${SECRET} RO`] }),
	}),
	simulatedDevice({ name: 'fra-1', runningConfig: iosConfig('fra-1', { mtu: 1400 }) }),
	simulatedDevice({ name: 'fra-2', runningConfig: iosConfig('fra-2') }),
];
const BRANCH = 'fleet-drift/adopt-fleet';
const files = (fleet: SimulatedFleet): Record<string, string> => ({
	'fleet.yml': fleetYml(fleet, devices),
	...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), `! kept by the team\n${iosConfig(name)}`])),
});

describe('a run that adopts drift', () => {
	let fleet: SimulatedFleet;

	const startRepository = async (options: HostingOptions = {}): Promise<Hosting> => {
		const hosting = await startHosting(options);
		await hosting.checkout.commit(files(fleet));
		return hosting;
	};
	const adopt = (hosting: Hosting, run: Partial<WorkflowRun> = {}): Promise<FinishedAction> =>
		hosting.run({
			eventName: 'workflow_dispatch',
			event: {},
			...run,
			inputs: { adopt: 'true', check: 'false', 'results-branch': '', ...run.inputs },
			env: { ...LOGIN, ...run.env },
		});
	const warningsOf = ({ commands }: FinishedAction): readonly string[] =>
		commands.filter(({ name }) => name === 'warning').map(({ data }) => data);

	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices });
	});
	afterAll(async () => {
		await fleet?.[Symbol.asyncDispose]();
	});

	it('opens one pull request, updates it, and has the audit in sync once it is merged', async () => {
		await using hosting = await startRepository();
		const { state } = hosting.github;
		const onBranch = (path: string): Promise<string> => hosting.inRepository('show', `${BRANCH}:${path}`);

		const first = await adopt(hosting);

		expect(warningsOf(first)).toEqual([]);
		expect(state.pulls).toMatchObject([
			{ title: 'Adopt drift of ams-1, fra-1', head: BRANCH, base: 'main', state: 'open' },
		]);
		const [pull] = state.pulls;
		expect(first.outputs['adopt-url']).toBe(`${hosting.github.url}/octo/network/pull/100`);
		expect(pull?.body).toMatch(/last changed: .+ by netops/u);
		expect(pull?.body).toContain('+  shutdown');
		expect(await onBranch(intendedPath('ams-1'))).toBe(
			`! kept by the team\n${iosConfig('ams-1', { uplink: ['shutdown'], lines: ['snmp-server community <removed> RO'] })}`,
		);
		expect(await onBranch(intendedPath('fra-1'))).toContain(' mtu 1400');

		const tip = await hosting.inRepository('rev-parse', BRANCH);
		const again = await adopt(hosting, { env: { GITHUB_RUN_ID: '9001', GITHUB_RUN_NUMBER: '8' } });
		expect(again.outputs['adopt-url']).toBe(first.outputs['adopt-url']);
		expect(await hosting.inRepository('rev-parse', BRANCH)).toBe(tip);
		expect(
			hosting.github.requests.filter(({ method, path }) => method === 'PATCH' && path.includes('/pulls/')),
		).toEqual([]);

		await hosting.checkout.commit({
			[intendedPath('fra-1')]: `! kept by the team\n${iosConfig('fra-1', { mtu: 1400 })}`,
		});
		await adopt(hosting, { env: { GITHUB_RUN_ID: '9002', GITHUB_RUN_NUMBER: '9' } });
		expect(state.pulls).toMatchObject([{ title: 'Adopt drift of ams-1' }]);
		expect(await hosting.inRepository('rev-list', '--count', `main..${BRANCH}`)).toBe('1\n');

		expect(await hosting.checkout.git('status', '--porcelain')).toBe('');
		await hosting.checkout.git('fetch', '--quiet', 'origin', BRANCH);
		await hosting.checkout.git('merge', '--quiet', '--ff-only', 'FETCH_HEAD');
		await hosting.checkout.commit({});
		const merged = await adopt(hosting, { env: { GITHUB_RUN_ID: '9003', GITHUB_RUN_NUMBER: '10' } });
		expect(merged.outputs.verdict).toBe('in-sync');
		expect(merged.outputs['adopt-url']).toBe('');
		// Merged long ago or not: nobody shall merge it again.
		expect(state.pulls).toMatchObject([{ state: 'closed' }]);
		expect(merged.summary).toContain('There is nothing to adopt: no matching drift was found.');

		const everything = [first, again, merged].map(({ stdout, stderr, summary }) => stdout + stderr + summary).join();
		const history = await hosting.inRepository('log', '-p', '--all');
		expect(everything + history + JSON.stringify(state.pulls)).not.toContain(SECRET);
	});

	it('keeps what it adopts into one branch apart from what it adopts into another', async () => {
		await using hosting = await startRepository();
		const on = (branch: string): Partial<WorkflowRun> => ({
			event: { repository: { default_branch: 'main' } },
			env: { GITHUB_REF: `refs/heads/${branch}` },
		});
		await adopt(hosting, on('main'));
		await hosting.checkout.branch('release');
		await hosting.checkout.commit({ 'notes.txt': 'none of main\n' });

		await adopt(hosting, on('release'));

		const { pulls } = hosting.github.state;
		expect(pulls).toMatchObject([{ head: BRANCH, base: 'main' }, { base: 'release' }]);
		for (const { head, base } of pulls) {
			expect(await hosting.inRepository('log', '--format=%s', `${base}..${head}`)).toBe(
				'Adopt drift of ams-1, fra-1\n',
			);
		}
	});

	it('adopts only the device whose issue was labelled, and believes no issue of anybody else', async () => {
		await using hosting = await startHosting();
		const ofFleet = Object.entries(files(fleet)).map(([path, text]) => [`lab/${path}`, text] as const);
		await hosting.checkout.commit(Object.fromEntries(ofFleet));
		const inputs = { fleet: 'lab/fleet.yml' };
		const { state } = hosting.github;
		await adopt(hosting, { inputs: { ...inputs, adopt: 'false', issues: 'per-device' } });
		const label = (number: number): Partial<WorkflowRun> => ({
			eventName: 'issues',
			event: { action: 'labeled', issue: { number }, label: { name: 'adopt-drift' } },
			inputs,
			env: { GITHUB_WORKFLOW: 'another one' },
		});
		const issue = state.issues.find(({ title }) => title.endsWith('fra-1'));

		const run = await adopt(hosting, label(issue?.number ?? 0));

		expect(run.outputs.devices).toBe('1');
		expect(state.pulls).toMatchObject([{ title: 'Adopt drift of fra-1' }]);

		const before = connectionsOf(fleet);
		const quoted = state.addIssue({ author: 'eve', title: 'x', body: issue?.body ?? '' });
		const forged = await adopt(hosting, label(quoted.number));
		expect(forged.exitCode).toBe(2);
		expect(forged.stdout).toContain(`issue ${quoted.number} was not opened by this audit`);
		expect(connectionsOf(fleet)).toBe(before);
	});

	it('adopts only the sections that are asked for, and backs up what runs as every audit does', async () => {
		await using hosting = await startRepository();
		const keeping = fleetYml(fleet, devices, { history: { 'store-configs': 'redacted' } });
		await hosting.checkout.commit({ 'fleet.yml': keeping });

		await adopt(hosting, {
			inputs: { select: 'ams-1', 'adopt-within': 'interface *\nline *', 'results-branch': 'drift-results' },
		});

		const [pull] = hosting.github.state.pulls;
		const text = await hosting.inRepository('show', `${pull?.head}:${intendedPath('ams-1')}`);
		expect(text).toContain(' shutdown');
		expect(text).not.toContain('snmp-server');
		const backup = await hosting.inRepository('show', 'drift-results:configs/ams-1.cfg');
		expect(backup).toContain('snmp-server community <removed> RO');
	});

	it('names the permission that is missing, and shows what it would have written', async () => {
		await using readOnly = await startRepository();
		await using other = await startHosting({ permissions: { contents: 'read', 'pull-requests': 'write' } });
		const main = await readOnly.checkout.git('rev-parse', 'HEAD');
		await other.checkout.git('fetch', '--quiet', readOnly.git.pathOf('octo/network.git'), 'main');
		await other.checkout.git('reset', '--quiet', '--hard', main);
		await other.checkout.commit({});

		const run = await adopt(other);

		expect(run.exitCode).toBe(1);
		expect(warningsOf(run)).toEqual([
			"the job's token lacks permissions, so there is no pull request with adopted drift; the results are in the job summary. " +
				"Add `contents: write` to the job's `permissions` [ERR_PUBLISH]",
		]);
		expect(run.summary).toContain('### Adopting drift');
		expect(run.summary).toContain('+  shutdown');
		expect(run.summary).not.toContain(SECRET);
	});

	it.each([
		['the permission', { contents: 'write' } as const, 'Add `pull-requests: write`'],
		['the setting', undefined, 'Allow GitHub Actions to create and approve pull requests'],
	])('names %s without which no pull request can be opened', async (_, permissions, advice) => {
		await using hosting = await startRepository(permissions === undefined ? {} : { permissions });
		hosting.github.state.workflowsOpenPulls = permissions !== undefined;

		const run = await adopt(hosting);

		expect(warningsOf(run)).toHaveLength(1);
		expect(warningsOf(run)[0]).toContain(advice);
		expect(run.summary).toContain('+  shutdown');
		// Pushed all the same: the next run finds its own branch and goes on.
		hosting.github.state.workflowsOpenPulls = true;
		expect(await hosting.inRepository('rev-parse', BRANCH)).toMatch(/^[0-9a-f]{40}\n$/u);
	});

	it('leaves a file out that has changed since', async () => {
		await using hosting = await startRepository();
		await hosting.checkout.git('branch', 'old');
		await hosting.checkout.commit({ [intendedPath('fra-1')]: '! moved on\n' });
		await hosting.checkout.git('switch', '--quiet', 'old');

		const run = await adopt(hosting);

		expect(warningsOf(run)).toEqual([
			`not adopted: ${intendedPath('fra-1')} has changed on main since the audit began: run it again`,
		]);
		expect(await hosting.inRepository('diff', '--name-only', 'main', BRANCH)).toBe(`${intendedPath('ams-1')}\n`);
	});

	it('writes nothing in a dry run, and refuses to adopt in a pull request', async () => {
		await using hosting = await startRepository();
		const head = await hosting.checkout.git('rev-parse', 'HEAD');

		const dry = await adopt(hosting, { inputs: { 'dry-run': 'true' } });
		const before = connectionsOf(fleet);
		const proposed = await adopt(hosting, { eventName: 'pull_request', event: pullRequestEvent({ base: head, head }) });

		expect(hosting.github.requests).toEqual([]);
		expect(dry.summary).toContain('+  shutdown');
		expect(await hosting.inRepository('branch', '--list')).not.toContain('fleet-drift');
		expect(proposed.exitCode).toBe(2);
		expect(proposed.stdout).toContain('drift is adopted by an audit of a branch');
		expect(connectionsOf(fleet)).toBe(before);
	});
});
