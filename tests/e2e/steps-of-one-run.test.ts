import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent } from '../support/e2e/events.ts';
import { LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';

let fleet: SimulatedFleet;

beforeAll(async () => {
	fleet = await startTwoDevices();
});
afterAll(async () => {
	await fleet?.[Symbol.asyncDispose]();
});

it('leaves to each step of a run its comment, where they look at other devices or in another mode', async () => {
	await using hosting = await startHosting();
	const commits = await proposeSmallChange(hosting, fleet);
	const { github } = hosting;
	const step = (inputs: Readonly<Record<string, string>>) =>
		hosting.run({
			eventName: 'pull_request',
			event: pullRequestEvent(commits),
			inputs: { comment: 'always', 'results-branch': '', ...inputs },
			env: LOGIN,
		});

	const steps: readonly Readonly<Record<string, string>>[] = [
		{ select: 'edge-2' },
		{ select: 'edge-1' },
		{ mode: 'audit' },
		{},
	];
	const codes: (number | null)[] = [];
	for (const inputs of steps) codes.push((await step(inputs)).exitCode);

	expect(codes).toEqual([1, 0, 1, 1]);
	const said = github.state.comments.map(({ body, minimised }) => [
		/### \S+ (?<head>[^;\n]+)/u.exec(body)?.groups?.head,
		minimised,
	]);
	expect(said).toEqual([
		['Pre-flight check: the one device drifted, 1 change planned', null],
		['Pre-flight check: no drift on the one device, 1 change planned', null],
		['Drift audit: all 2 devices drifted', null],
		['Pre-flight check: 1 of 2 devices drifted, 2 changes planned', null],
	]);
	await step({ select: 'edge-2' });
	expect(github.state.comments).toHaveLength(4);
});
