import { expect, it } from 'vitest';
import { pullRequestEvent } from '../support/e2e/events.ts';
import { LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { connectionsOf, proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';

it('does not keep the devices waiting for a GitHub that answers slowly', async () => {
	await using fleet = await startTwoDevices();
	const latencyOf = (request: string): number => (request.endsWith('/check-runs') ? 4_000 : 0);
	await using hosting = await startHosting({ latencyOf });
	const commits = await proposeSmallChange(hosting, fleet);

	const { exitCode, stderr } = await hosting.run({
		eventName: 'pull_request',
		event: pullRequestEvent(commits),
		env: LOGIN,
	});

	expect(stderr).toBe('');
	expect(exitCode).toBe(1);
	expect(connectionsOf(fleet)).toBe(2);
	expect(hosting.github.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
	expect(hosting.github.state.comments).toHaveLength(1);
	const started = hosting.github.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/check-runs'));
	const compared = hosting.github.requests.find(({ path }) => path.includes('/compare/'));
	expect(compared?.atMs).toBeLessThan(started?.answeredAtMs ?? 0);
});
