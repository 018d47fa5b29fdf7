import { expect, it } from 'vitest';
import { mergeGroupEvent } from '../support/e2e/events.ts';
import { LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { connectionsOf, proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';

it('checks what a merge queue is about to merge, on the commit that the queue waits for', async () => {
	await using fleet = await startTwoDevices();
	await using hosting = await startHosting();
	const commits = await proposeSmallChange(hosting, fleet);

	const { exitCode, outputs, summary } = await hosting.run({
		eventName: 'merge_group',
		event: mergeGroupEvent(commits),
		// As people write paths: git knows the file by another name.
		inputs: { fleet: './fleet.yml' },
		env: LOGIN,
	});

	expect(exitCode).toBe(1);
	expect(outputs).toMatchObject({ verdict: 'drifted', devices: '2', drifted: '1', 'comment-url': '' });
	expect(connectionsOf(fleet)).toBe(2);
	expect(summary).toContain('timers 5 15');
	expect(hosting.github.state.comments).toEqual([]);
	expect(hosting.github.state.checkRuns).toMatchObject([{ headSha: commits.head, conclusion: 'failure' }]);
});

it('passes a merge group that touches no device, without asking any', async () => {
	await using fleet = await startTwoDevices();
	await using hosting = await startHosting();
	const { head: base } = await proposeSmallChange(hosting, fleet);
	const head = await hosting.checkout.commit({ 'notes.md': 'no config' });
	hosting.github.state.mergeBases.set(`${base}...${head}`, base);

	const { exitCode, outputs } = await hosting.run({
		eventName: 'merge_group',
		event: mergeGroupEvent({ base, head }),
		env: LOGIN,
	});

	expect(exitCode).toBe(0);
	expect(outputs).toMatchObject({ verdict: 'in-sync', devices: '0' });
	expect(connectionsOf(fleet)).toBe(0);
	expect(hosting.github.state.checkRuns).toMatchObject([{ headSha: head, conclusion: 'success' }]);
});
