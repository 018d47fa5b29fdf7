import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent, scheduleEvent } from '../support/e2e/events.ts';
import { intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { connectionsOf, proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';
import type { FinishedAction } from '../support/github/runner.ts';

describe('a pull request that gets no secrets', () => {
	let fleet: SimulatedFleet;

	beforeAll(async () => {
		fleet = await startTwoDevices();
	});
	afterAll(async () => {
		await fleet?.[Symbol.asyncDispose]();
	});

	const FORK = { from: 'stranger/network', author: 'stranger' };
	const DEPENDABOT = { author: 'dependabot[bot]' };

	it.each([
		['of a fork', 'pull_request', FORK],
		['of Dependabot', 'pull_request', DEPENDABOT],
	])('%s is read without asking a device, and is neither red nor green', async (_, eventName, who) => {
		await using hosting = await startHosting();
		const commits = await proposeSmallChange(hosting, fleet);

		const run = await hosting.run({
			eventName,
			event: pullRequestEvent({ ...commits, ...who }),
			// As the job says it that such pull requests share with all others.
			inputs: { 'fail-on': 'drift,unknown', 'min-health': '95' },
		});

		expect(run.stderr).toBe('');
		expect(run.exitCode).toBe(0);
		expect(run.outputs).toMatchObject({ verdict: 'unknown', devices: '2', unknown: '2', health: '' });
		expect(connectionsOf(fleet)).toBe(0);
		expect(hosting.github.state.checkRuns).toMatchObject([{ headSha: commits.head, conclusion: 'neutral' }]);
		expect(run.summary).toContain('mtu 9000');
	});

	it('of a fork learns what the last audit found, and whether it writes that very drift into a file', async () => {
		await using hosting = await startHosting();
		const { checkout, github } = hosting;
		const { base } = await proposeSmallChange(hosting, fleet);
		await checkout.git('switch', '--quiet', 'main');
		await hosting.run({ eventName: 'schedule', event: scheduleEvent, inputs: { check: 'false' }, env: LOGIN });
		await checkout.branch('adopting');
		const head = await checkout.commit({
			[intendedPath('edge-1')]: iosConfig('edge-1', { mtu: 9000 }),
			[intendedPath('edge-2')]: iosConfig('edge-2', { timers: '5 15' }),
		});
		github.state.mergeBases.set(`${base}...${head}`, base);
		const before = connectionsOf(fleet);

		const run = await hosting.run({ eventName: 'pull_request', event: pullRequestEvent({ base, head, ...FORK }) });

		expect(connectionsOf(fleet)).toBe(before);
		expect(run.stdout).toMatch(/edge-1[\s\S]*The last audits found it in sync since \d{4}-/u);
		expect(run.stdout).toMatch(
			/The last audits found it drifted since \S+, and this change writes that drift into the file/u,
		);
		expect(github.state.checkRuns).toMatchObject([{ conclusion: 'neutral' }]);
	});

	it('of a fork gets the lines annotated that cannot be read, or not be seen', async () => {
		await using hosting = await startHosting();
		const { base } = await proposeSmallChange(hosting, fleet);
		await hosting.checkout.git('switch', '--quiet', 'main');
		await hosting.checkout.branch('broken');
		const head = await hosting.checkout.commit({
			[intendedPath('edge-1')]: `${iosConfig('edge-1')}banner motd ^C\nno end\n`,
			[intendedPath('edge-2')]: iosConfig('edge-2', { uplink: ['ip access-group SAFE\u202e in'] }),
		});
		hosting.github.state.mergeBases.set(`${base}...${head}`, base);

		const run = await hosting.run({ eventName: 'pull_request', event: pullRequestEvent({ base, head, ...FORK }) });

		expect(run.exitCode).toBe(0);
		const [check] = hosting.github.state.checkRuns;
		expect(check?.conclusion).toBe('neutral');
		expect(check?.annotations.slice(0, 2)).toMatchObject([
			{ path: intendedPath('edge-1'), start_line: 13, annotation_level: 'failure', title: 'edge-1: check this line' },
			{ path: intendedPath('edge-2'), start_line: 7, annotation_level: 'failure' },
		]);
		expect(check?.annotations[0]?.message).toContain('this text never ends');
	});

	it('of a fork stays unasked on pull_request_target, although there the secrets are, in whatever mode', async () => {
		await using hosting = await startHosting();
		const commits = await proposeSmallChange(hosting, fleet);
		const before = connectionsOf(fleet);
		const run = (inputs: Readonly<Record<string, string>>): Promise<FinishedAction> =>
			hosting.run({
				eventName: 'pull_request_target',
				event: pullRequestEvent({ ...commits, ...FORK }),
				inputs,
				env: LOGIN,
			});

		const finished = [await run({}), await run({ mode: 'audit' }), await run({ shard: '1/1' })];

		expect(finished.map(({ exitCode }) => exitCode)).toEqual([0, 0, 2]);
		expect(finished[2]?.stdout).toContain('no device is asked for a pull request from a fork');
		expect(connectionsOf(fleet)).toBe(before);
		expect(hosting.github.state.checkRuns).toMatchObject([{ conclusion: 'neutral' }, { conclusion: 'neutral' }]);
	});

	it('of a fork with the read-only token that GitHub gives it reports in log and summary', async () => {
		await using hosting = await startHosting({ permissions: { contents: 'read' } });
		const commits = await proposeSmallChange(hosting, fleet);

		const run = await hosting.run({ eventName: 'pull_request', event: pullRequestEvent({ ...commits, ...FORK }) });

		expect(run.exitCode).toBe(0);
		const warnings = run.commands.filter(({ name }) => name === 'warning').map(({ data }) => data);
		expect(warnings).toEqual([expect.stringContaining('read-only token')]);
		const notices = run.commands.filter(({ name }) => name === 'notice').map(({ properties }) => properties.file);
		expect(notices).toEqual([intendedPath('edge-1'), intendedPath('edge-2')]);
		expect(run.summary).toContain('mtu 9000');
	});
});
