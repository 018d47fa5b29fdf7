import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printMarker } from '../../src/infrastructure/github/comment/comment-marker.ts';
import type { Fault, SimulatedDevice } from '../../src/simulator/simulated-device.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, startHosting } from '../support/e2e/hosting.ts';
import { type IosFacts, iosConfig } from '../support/e2e/ios-config.ts';
import { listen } from '../support/e2e/listen.ts';
import type { FinishedAction } from '../support/github/runner.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

/** More lines than fit into one request of the Checks API, and into two. */
const routes = Array.from({ length: 110 }, (_, index) => `ip route 10.0.${index}.0 255.255.255.0 192.0.2.0`);

interface Router {
	readonly base?: IosFacts;
	readonly head?: IosFacts;
	readonly live?: IosFacts;
	readonly fault?: Fault;
}

/** By device: what stands at the base, what the change makes of it, and what runs. */
const story: Readonly<Record<string, Router>> = {
	planned: { head: { mtu: 9000 } },
	applied: { head: { mtu: 9000 }, live: { mtu: 9000 } },
	drift: { head: { mtu: 9000 }, live: { uplink: ['shutdown'] } },
	conflict: { head: { timers: '20 60' }, live: { timers: '5 15' } },
	'many-lines': { base: { lines: routes }, head: { mtu: 9000, lines: routes } },
	unreachable: { head: { mtu: 9000 }, fault: 'unreachable' },
	untouched: { live: { mtu: 1400 } },
};

const devices: readonly SimulatedDevice[] = Object.entries(story).map(([name, { live, fault = 'none' }]) =>
	simulatedDevice({ name, runningConfig: iosConfig(name, live), fault }),
);

describe('a pull request that changes intended configs', () => {
	let fleet: SimulatedFleet;
	let hosting: Hosting;
	let commits: { readonly base: string; readonly head: string };
	let first: FinishedAction;

	const check = (): Promise<FinishedAction> =>
		hosting.run({
			eventName: 'pull_request',
			event: pullRequestEvent(commits),
			inputs: { 'max-annotations': '1000' },
			env: { ...LOGIN, GITHUB_SHA: MERGE_COMMIT },
		});

	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices });
		hosting = await startHosting();
		commits = await proposeChange(hosting, fleet);
		seedComments(hosting);
		first = await check();
	});
	afterAll(async () => {
		await hosting?.[Symbol.asyncDispose]();
		await fleet?.[Symbol.asyncDispose]();
	});

	it('fails for drift and conflict, and says so in its outputs', () => {
		expect(first.stderr).toBe('');
		expect(first.exitCode).toBe(1);
		expect(first.outputs).toMatchObject({ verdict: 'drifted', devices: '6', drifted: '3', unknown: '1' });
		expect(first.outputs).toMatchObject({ health: '40', coverage: '83.33', 'results-commit': '' });
		expect(first.outputs['check-url']).toContain('/octo/network/runs/');
		expect(first.outputs['comment-url']).toContain('/octo/network/pull/5#issuecomment-');
	});

	it('asks the devices whose file changes, once each, and no other', () => {
		const connections = Object.fromEntries([...fleet.sessions].map(([name, { connections: count }]) => [name, count]));

		expect(connections).toEqual({
			planned: 1,
			applied: 1,
			drift: 1,
			conflict: 1,
			'many-lines': 1,
			unreachable: 0,
			untouched: 0,
		});
	});

	it('concludes one check run, on the head of the branch', () => {
		const [run, ...others] = hosting.github.state.checkRuns;

		expect(others).toEqual([]);
		expect(run).toMatchObject({
			headSha: commits.head,
			status: 'completed',
			conclusion: 'failure',
			name: 'Fleet drift',
		});
		expect(run?.output.title).toContain('3 of 6 devices drifted (1 in conflict), 1 unknown, ');
	});

	it('annotates lines of the intended files, in batches that GitHub takes', () => {
		const annotations = hosting.github.state.checkRuns[0]?.annotations ?? [];
		const of = (name: string) =>
			annotations
				.filter(({ path }) => path === intendedPath(name))
				.map(({ start_line: line, title = '' }) => ({ line, class: title.replace(`${name}: `, '') }));

		expect(of('planned')).toEqual([{ line: 6, class: 'planned' }]);
		expect(of('drift').map(({ class: kind }) => kind)).toEqual(['drift', 'planned']);
		expect(of('conflict')).toEqual([{ line: 10, class: 'conflict' }]);
		expect(of('many-lines')).toHaveLength(routes.length + 1);
		expect(of('untouched')).toEqual([]);
		const batches = hosting.github.requests.flatMap(({ method, path, body }) =>
			method === 'PATCH' && path.includes('/check-runs/') ? [annotationsIn(body)] : [],
		);
		expect(batches).toEqual([50, 50, annotations.length - 100]);
	});

	it('tells the classes apart in its comment', () => {
		const { body } = ownComment(hosting);

		for (const name of ['planned', 'applied', 'drift', 'conflict', 'many-lines', 'unreachable'])
			expect(body).toContain(name);
		expect(body).not.toContain('untouched');
		expect(body).toContain('neighbor 192.0.2.0 timers 5 15');
		expect(body).toContain('shutdown');
		expect(first.summary).toContain('neighbor 192.0.2.0 timers 5 15');
	});

	it('takes nothing but intended configs from the change', async () => {
		await using evil = await listen();
		const head = await hosting.checkout.commit({ 'fleet.yml': hostileFleetYml(fleet, evil.port) });
		hosting.github.state.mergeBases.set(`${commits.base}...${head}`, commits.base);
		const before = ownComment(hosting).body;

		const hijacked = await hosting.run({
			eventName: 'pull_request',
			event: pullRequestEvent({ base: commits.base, head }),
			env: { ...LOGIN, GITHUB_RUN_NUMBER: '8' },
		});

		expect(evil.connections()).toBe(0);
		expect(hijacked.exitCode).toBe(1);
		expect(hijacked.outputs).toMatchObject({ devices: '6', drifted: '3', unknown: '1' });
		expect(hosting.github.state.checkRuns[1]).toMatchObject({ headSha: head, conclusion: 'failure' });
		expect(hijacked.outputs['comment-url']).toBe(first.outputs['comment-url']);
		expect(ownComment(hosting).body).not.toBe(before);
	});

	it('edits its own comment when it runs again, and nobody else’s', async () => {
		const head = await hosting.checkout.commit({
			// Merged as it reads, it would be another list than the one that reviewers see.
			[intendedPath('conflict')]: iosConfig('conflict', { timers: '5 15', uplink: ['ip access-group SAFE\u202e in'] }),
			[intendedPath('drift')]: iosConfig('drift', { mtu: 9000, uplink: ['shutdown'] }),
			[intendedPath('many-lines')]: iosConfig('many-lines'),
			[intendedPath('unreachable')]: iosConfig('unreachable'),
		});
		hosting.github.state.mergeBases.set(`${commits.base}...${head}`, commits.base);
		const written = hosting.github.state.comments.length;

		const second = await hosting.run({
			eventName: 'pull_request',
			event: pullRequestEvent({ base: commits.base, head }),
			env: { ...LOGIN, GITHUB_RUN_NUMBER: '9' },
		});

		expect(second.exitCode).toBe(0);
		expect(second.outputs).toMatchObject({ verdict: 'in-sync', 'comment-url': first.outputs['comment-url'] });
		expect(hosting.github.state.comments).toHaveLength(written);
		expect(ownComment(hosting).body).toContain(head);
		const foreign = hosting.github.state.comments.filter(({ author }) => author !== OWN_LOGIN);
		expect(foreign.map(({ body }) => body)).toEqual(foreignComments());
		const check = hosting.github.state.checkRuns.at(-1);
		expect(check).toMatchObject({ headSha: head, conclusion: 'success' });
		expect(check?.annotations[0]).toMatchObject({
			path: intendedPath('conflict'),
			start_line: 7,
			title: 'conflict: check this line',
		});
		expect(second.summary).toContain('Lines to check');
	});
});

const OWN_LOGIN = 'github-actions[bot]';
const MERGE_COMMIT = 'c'.repeat(40);

async function proposeChange(hosting: Hosting, fleet: SimulatedFleet): Promise<{ base: string; head: string }> {
	const files = (side: 'base' | 'head'): Record<string, string> =>
		Object.fromEntries(
			Object.entries(story).map(([name, facts]) => [intendedPath(name), iosConfig(name, facts[side] ?? facts.base)]),
		);
	const base = await hosting.checkout.commit({ 'fleet.yml': fleetYml(fleet, devices), ...files('base') });
	await hosting.checkout.branch('change');
	const head = await hosting.checkout.commit(files('head'));
	hosting.github.state.mergeBases.set(`${base}...${head}`, base);
	return { base, head };
}

/** Sends every device elsewhere, hides every line and ignores what is left. */
function hostileFleetYml(fleet: SimulatedFleet, port: number): string {
	return fleetYml({ host: fleet.host, portOf: () => port }, devices, {
		masks: [{ id: 'all', platforms: ['cisco_ios'], pattern: '^.*$', kind: 'volatile', reason: 'nothing to see' }],
		ignore: [{ devices: ['*'], pattern: '.*', reason: 'nothing to see' }],
		policy: { 'fail-on': [] },
	});
}

/** Ours is behind the first page, and somebody quotes it before it is there. */
function seedComments({ github: { state } }: Hosting): void {
	for (const body of foreignComments()) state.addComment({ issueNumber: 5, author: 'anna', body });
}

function foreignComments(): readonly string[] {
	const quoted = { headSha: '0'.repeat(40), runNumber: 1, runAttempt: 1, verdict: 'drifted', hash: '0' } as const;
	const talk = Array.from({ length: 104 }, (_, index) => `remark ${index}`);
	return [`${printMarker({ key: 'audit/fleet', ...quoted })}\nlook what it wrote`, ...talk];
}

function ownComment({ github }: Hosting): { readonly body: string } {
	const own = github.state.comments.filter(({ author }) => author === OWN_LOGIN);
	expect(own).toHaveLength(1);
	return own[0] ?? { body: '' };
}

function annotationsIn(body: unknown): number {
	return (body as { readonly output?: { readonly annotations?: readonly unknown[] } }).output?.annotations?.length ?? 0;
}
