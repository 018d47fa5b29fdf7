import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent } from '../support/e2e/events.ts';
import { intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { connectionsOf, proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';

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

		const run = await hosting.run({ eventName, event: pullRequestEvent({ ...commits, ...who }) });

		expect(run.stderr).toBe('');
		expect(run.exitCode).toBe(0);
		expect(run.outputs).toMatchObject({ verdict: 'unknown', devices: '2', unknown: '2', health: '' });
		expect(connectionsOf(fleet)).toBe(0);
		expect(hosting.github.state.checkRuns).toMatchObject([{ headSha: commits.head, conclusion: 'neutral' }]);
		expect(run.summary).toContain('mtu 9000');
	});

	it('of a fork stays unasked on pull_request_target, although there the secrets are', async () => {
		await using hosting = await startHosting();
		const commits = await proposeSmallChange(hosting, fleet);

		const { exitCode } = await hosting.run({
			eventName: 'pull_request_target',
			event: pullRequestEvent({ ...commits, ...FORK }),
			env: LOGIN,
		});

		expect(exitCode).toBe(0);
		expect(connectionsOf(fleet)).toBe(0);
		expect(hosting.github.state.checkRuns).toMatchObject([{ conclusion: 'neutral' }]);
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
