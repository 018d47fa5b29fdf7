import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, startHosting } from '../support/e2e/hosting.ts';
import { proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';
import { WEBHOOK_EXAMPLES, type WebhookExample } from '../support/github/webhook-examples.ts';

describe.concurrent('the shipped Action on payloads that GitHub has sent', () => {
	let fleet: SimulatedFleet;
	let hosting: Hosting;
	let commits: { readonly base: string; readonly head: string };

	beforeAll(async () => {
		fleet = await startTwoDevices();
		hosting = await startHosting();
		commits = await proposeSmallChange(hosting, fleet);
	});
	afterAll(async () => {
		await hosting?.[Symbol.asyncDispose]();
		await fleet?.[Symbol.asyncDispose]();
	});

	it.each(WEBHOOK_EXAMPLES)('understands $name', async ({ event, payload }) => {
		const run = await hosting.run({
			eventName: event,
			event: withCommits(payload, commits),
			inputs: { check: 'false', comment: 'off', 'results-branch': '' },
			env: LOGIN,
		});

		expect(run.stderr).toBe('');
		expect(run.exitCode).toBe(1);
		// A pre-flight check sees what the change plans apart from drift, an audit sees both devices differ from it.
		const drifted = (payload.pull_request ?? payload.merge_group) ? '1' : '2';
		expect(run.outputs).toMatchObject({ verdict: 'drifted', devices: '2', drifted, unknown: '0' });
		expect(run.commands.filter(({ name }) => name === 'warning')).toEqual([]);
	});
});

/** The payload as it would be had these commits been proposed. */
function withCommits(payload: WebhookExample['payload'], { base, head }: { base: string; head: string }): unknown {
	const { pull_request: pull, merge_group: group } = payload;
	const swaps = [
		[pull?.head.sha ?? group?.head_sha, head],
		[pull?.base.sha ?? group?.base_sha, base],
	] as const;
	const text = swaps.reduce(
		(swapped, [from, to]) => (from === undefined ? swapped : swapped.replaceAll(from, to)),
		JSON.stringify(payload),
	);
	return JSON.parse(text);
}
