import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { workflowRunEvent } from '../support/e2e/events.ts';
import { LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, startHosting } from '../support/e2e/hosting.ts';
import { connectionsOf, proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';
import type { FinishedAction } from '../support/github/runner.ts';

describe('the second stage of a pull request of a fork', () => {
	let fleet: SimulatedFleet;
	let hosting: Hosting;
	let commits: { readonly base: string; readonly head: string };
	let connections: number;

	const secondStage = (head: string): Promise<FinishedAction> =>
		hosting.run({
			eventName: 'workflow_run',
			event: workflowRunEvent({ head, owner: 'stranger' }),
			inputs: { comment: 'always' },
			// As the runner says it: the default branch, whatever was proposed.
			env: { ...LOGIN, GITHUB_SHA: commits.base },
		});
	const propose = (headSha: string, headOwner = 'stranger'): void => {
		const pull = { author: headOwner, title: 'x', body: '', head: 'change', base: 'main', headOwner, headSha };
		hosting.github.state.addPull({ ...pull, baseSha: commits.base });
	};

	beforeAll(async () => {
		fleet = await startTwoDevices();
	});
	afterAll(async () => {
		await fleet?.[Symbol.asyncDispose]();
	});
	beforeEach(async () => {
		hosting = await startHosting();
		commits = await proposeSmallChange(hosting, fleet);
		connections = connectionsOf(fleet);
		return () => hosting[Symbol.asyncDispose]();
	});

	it('asks the devices, and checks and comments the pull request that GitHub knows for the commit', async () => {
		propose(commits.head);

		const run = await secondStage(commits.head);

		expect(run.exitCode).toBe(1);
		expect(run.outputs).toMatchObject({ verdict: 'drifted', devices: '2', drifted: '1', unknown: '0' });
		expect(connectionsOf(fleet)).toBe(connections + 2);
		expect(hosting.github.state.checkRuns).toMatchObject([{ headSha: commits.head, conclusion: 'failure' }]);
		expect(hosting.github.state.comments).toMatchObject([{ issueNumber: 100 }]);
	});

	it('asks nobody, and audits nothing instead, where the fork is gone or there is no token', async () => {
		propose(commits.head);
		const event = workflowRunEvent({ head: commits.head, owner: 'stranger' }) as { workflow_run: object };
		const gone = { ...event, workflow_run: { ...event.workflow_run, head_branch: null, head_repository: null } };
		const env = { ...LOGIN, GITHUB_SHA: commits.base };

		const withoutFork = await hosting.run({ eventName: 'workflow_run', event: gone, env });
		const withoutToken = await hosting.run({
			eventName: 'workflow_run',
			event,
			inputs: { 'github-token': '' },
			env,
		});

		expect(withoutFork.exitCode).toBe(0);
		expect(withoutFork.stdout).toContain('its fork is gone: there is nothing left to check');
		expect(withoutToken.exitCode).toBe(2);
		expect(withoutToken.stdout).toContain('needs a token to read its commits');
		expect(connectionsOf(fleet)).toBe(connections);
	});

	it.each([
		['was pushed to since', () => propose('f'.repeat(40))],
		['is closed', () => {}],
		['is of somebody else', () => propose(commits.head, 'mallory')],
	])('asks nobody and says nothing where the pull request %s', async (_, given) => {
		given();

		const run = await secondStage(commits.head);

		expect(run.exitCode).toBe(0);
		expect(run.stdout).toContain('there is nothing left to check');
		expect(connectionsOf(fleet)).toBe(connections);
		expect(hosting.github.state.checkRuns).toEqual([]);
		expect(hosting.github.state.comments).toEqual([]);
	});
});
