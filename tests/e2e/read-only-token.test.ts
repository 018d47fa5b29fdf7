import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent, scheduleEvent } from '../support/e2e/events.ts';
import { intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';
import type { RunnerCommand } from '../support/github/runner-commands.ts';

describe('a token that may only read', () => {
	let fleet: SimulatedFleet;

	beforeAll(async () => {
		fleet = await startTwoDevices();
	});
	afterAll(async () => {
		await fleet?.[Symbol.asyncDispose]();
	});

	it('leaves a pull request’s verdict as it is and says once what is missing', async () => {
		await using hosting = await startHosting({ permissions: { contents: 'read' } });
		const commits = await proposeSmallChange(hosting, fleet);

		const run = await hosting.run({ eventName: 'pull_request', event: pullRequestEvent(commits), env: LOGIN });

		expect(run.exitCode).toBe(1);
		expect(run.outputs).toMatchObject({ verdict: 'drifted', drifted: '1', 'comment-url': '', 'check-url': '' });
		expect(dataOf(run.commands, 'warning')).toEqual([
			"the job's token lacks permissions, so there is no check run and no comment; the results are in the job summary. Add `checks: write` and `pull-requests: write` to the job's `permissions` [ERR_PUBLISH]",
		]);
		const annotated = run.commands.filter(({ name }) => name === 'error' || name === 'notice');
		expect(annotated.map(({ name, properties }) => `${name} ${properties.file}:${properties.line}`)).toEqual([
			`error ${intendedPath('edge-2')}:10`,
			`notice ${intendedPath('edge-2')}:6`,
			`notice ${intendedPath('edge-1')}:6`,
		]);
		expect(run.summary).toContain('timers 5 15');
	});

	it('leaves an audit’s verdict as it is when the history cannot be written', async () => {
		await using hosting = await startHosting({ permissions: { checks: 'write', contents: 'read' } });
		await proposeSmallChange(hosting, fleet);

		const run = await hosting.run({ eventName: 'schedule', event: scheduleEvent, env: LOGIN });

		expect(run.exitCode).toBe(1);
		expect(run.outputs).toMatchObject({ verdict: 'drifted', 'results-commit': '' });
		expect(hosting.github.state.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
		expect(dataOf(run.commands, 'warning')).toEqual([
			expect.stringMatching(/history was not stored.*contents: write/u),
		]);
	});

	it('is not needed at all: without one the results are in log, summary and report folder', async () => {
		await using hosting = await startHosting();
		await proposeSmallChange(hosting, fleet);

		const run = await hosting.run({
			eventName: 'schedule',
			event: scheduleEvent,
			inputs: { 'github-token': '', 'results-branch': '' },
			env: LOGIN,
		});

		expect(run.exitCode).toBe(1);
		expect(hosting.github.requests).toEqual([]);
		expect(dataOf(run.commands, 'warning')).toEqual(['the check run needs the input github-token [ERR_PUBLISH]']);
		expect(run.summary).toContain('timers 5 15');
	});
});

function dataOf(commands: readonly RunnerCommand[], name: string): readonly string[] {
	return commands.flatMap((command) => (command.name === name ? [command.data] : []));
}
