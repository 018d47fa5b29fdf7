import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent, scheduleEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, type HostingOptions, REPOSITORY, startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { simulatedDevice } from '../support/simulated-device.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const devices = [
	simulatedDevice({ name: 'drifted', runningConfig: iosConfig('drifted', { uplink: ['shutdown'] }) }),
	simulatedDevice({ name: 'in-sync', runningConfig: iosConfig('in-sync') }),
	simulatedDevice({ name: 'hanging', runningConfig: iosConfig('hanging'), fault: 'hang' }),
	simulatedDevice({ name: 'silent', runningConfig: iosConfig('silent'), fault: 'silent' }),
];

const SHOW = 'show running-config';
const STACK = /^\s+at /mu;

/** Holds a push of the history up, not for ever. */
const UNTIL_RELEASED = `#!/bin/sh
grep -q drift-results || exit 0
for wait in $(seq 600); do
	[ -e released ] && exit
	sleep 0.1
done
`;

/** No device of this fleet gives up by itself while a test runs. */
const PATIENT = { credentials: 'lab', timeouts: { connect: '200s', command: '200s', device: '200s' } };

describe('a run whose devices do not answer', () => {
	let fleet: SimulatedFleet;

	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices });
	});
	afterAll(async () => {
		await fleet?.[Symbol.asyncDispose]();
	});

	const startRun = async (options?: HostingOptions): Promise<{ readonly hosting: Hosting; readonly base: string }> => {
		const hosting = await startHosting(options);
		const base = await hosting.checkout.commit({
			'fleet.yml': fleetYml(fleet, devices, { defaults: PATIENT }),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name)])),
		});
		return { hosting, base };
	};
	/** Milliseconds that a whole run takes of which every device answers: many times as long beside other work. */
	const timeOfRun = async (): Promise<number> => {
		await using hosting = await startHosting();
		await hosting.checkout.commit({
			'fleet.yml': fleetYml(fleet, devices.slice(0, 2)),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name)])),
		});
		const started = performance.now();
		await hosting.run({ eventName: 'schedule', event: scheduleEvent, env: LOGIN });
		return performance.now() - started;
	};
	/** Seconds in which a run has long asked every device. */
	const enoughToAsk = async (): Promise<number> => Math.ceil(10 + Math.min(80, (4 * (await timeOfRun())) / 1000));
	/** Waits until every device has been asked once more than before. */
	const allAreAsked = async (): Promise<void> => {
		const before = asked(fleet);
		while (asked(fleet) < before + devices.length) await sleep(20);
	};

	it('ends a pre-flight check at its deadline with what is known by then', async () => {
		const { hosting, base } = await startRun();
		await using _ = hosting;
		await hosting.checkout.branch('change');
		const head = await hosting.checkout.commit(
			Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name, { mtu: 9000 })])),
		);
		hosting.github.state.mergeBases.set(`${base}...${head}`, base);
		const deadline = await enoughToAsk();
		const started = performance.now();

		const run = await hosting.run({
			eventName: 'pull_request',
			event: pullRequestEvent({ base, head }),
			inputs: { deadline: `${deadline}s`, 'report-dir': 'report' },
			env: LOGIN,
		});

		// Its devices would keep it waiting for 200 s.
		expect(performance.now() - started).toBeLessThan((deadline + 44) * 1000);
		expect(run.exitCode).toBe(1);
		expect(await statusesOf(hosting)).toEqual({
			drifted: 'drifted',
			'in-sync': 'in-sync',
			hanging: 'timed-out',
			silent: 'timed-out',
		});
		expect(run.outputs).toMatchObject({ verdict: 'drifted', drifted: '1', unknown: '2', health: '33.33' });
		expect(run.summary).toContain('the run ended before all devices were done: 2 of 4');
		expect(hosting.github.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
	});

	it('reports a pre-flight check although the process stood still beyond its deadline', async () => {
		const { hosting, base } = await startRun();
		await using _ = hosting;
		await hosting.checkout.branch('change');
		const head = await hosting.checkout.commit({ [intendedPath('hanging')]: iosConfig('hanging', { mtu: 9000 }) });
		hosting.github.state.mergeBases.set(`${base}...${head}`, base);
		const deadline = await enoughToAsk();
		const hangsBefore = fleet.sessions.get('hanging')?.commands.length ?? 0;
		let isHeldUp = false;

		const run = await hosting.run({
			eventName: 'pull_request',
			event: pullRequestEvent({ base, head }),
			inputs: { deadline: `${deadline}s`, 'report-dir': 'report' },
			env: LOGIN,
			onStart: async (action) => {
				const isAsked = (): boolean => (fleet.sessions.get('hanging')?.commands.length ?? 0) > hangsBefore;
				while (!isAsked() || hosting.github.state.checkRuns.length === 0) await sleep(20);
				action.kill('SIGSTOP');
				isHeldUp = true;
				// Ten seconds behind the deadline nothing may be asked of GitHub any more, not even as a last word.
				await sleep((deadline + 11) * 1000);
				action.kill('SIGCONT');
			},
		});

		expect(isHeldUp).toBe(true);
		expect(await statusesOf(hosting)).toEqual({ hanging: 'timed-out' });
		expect(run.commands.filter(({ data }) => data.includes('ERR_PUBLISH'))).toEqual([]);
		expect(hosting.github.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'neutral' }]);
		expect(hosting.github.state.comments).toHaveLength(1);
	});

	it.each(['SIGINT', 'SIGTERM'] as const)(
		'reports and stores what is known when a job is cancelled by %s',
		async (signal) => {
			const { hosting } = await startRun();
			await using _ = hosting;
			await using temporary = await temporaryFolder('cancelled-');
			const enoughToJudge = await timeOfRun();

			const run = await hosting.run({
				eventName: 'schedule',
				event: scheduleEvent,
				inputs: { 'report-dir': 'report' },
				env: { ...LOGIN, RUNNER_TEMP: temporary.path },
				onStart: async (action) => {
					await allAreAsked();
					// Who answers has been left by then, and what he said is judged in no time.
					const left = ['drifted', 'in-sync'].map((name) => fleet.sessions.get(name));
					while (left.some((device) => device?.open !== 0)) await sleep(20);
					await sleep(enoughToJudge);
					action.kill(signal);
				},
			});

			expect(run.stderr).toBe('');
			expect(run.exitCode).toBe(1);
			expect(await statusesOf(hosting)).toEqual({
				drifted: 'drifted',
				'in-sync': 'in-sync',
				hanging: 'timed-out',
				silent: 'timed-out',
			});
			expect(run.summary).toContain('the run was cancelled before all devices were done: 2 of 4');
			expect(hosting.github.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
			expect(run.outputs['results-commit']).toBe((await hosting.inRepository('rev-parse', 'drift-results')).trim());
			// How the others are nobody knows.
			const latest = await hosting.inRepository('show', 'drift-results:data/latest.json');
			expect(JSON.parse(latest)).toMatchObject({ fleet: { devices: 2, unknown: 0 }, devices: [{ name: 'drifted' }] });
			expect(await readdir(temporary.path)).toEqual([]);
		},
	);

	it('concludes its check run when a job is cancelled while the history is pushed to a slow server', async () => {
		await using hosting = await startHosting({ hooks: { 'pre-receive': UNTIL_RELEASED } });
		await hosting.checkout.commit({
			'fleet.yml': fleetYml(fleet, devices.slice(0, 2)),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name)])),
		});
		const isPushed = (): boolean => hosting.git.requests.some((request) => /^POST.*receive-pack/u.test(request));
		const statusOfCheck = (): string | undefined => hosting.github.state.checkRuns[0]?.status;
		let statusWhilePushed: string | undefined;
		const enoughToConclude = 5_000 + (await timeOfRun());

		const run = await hosting.run({
			eventName: 'schedule',
			event: scheduleEvent,
			env: LOGIN,
			onStart: async (action) => {
				while (!isPushed()) await sleep(20);
				action.kill('SIGINT');
				const cancelled = performance.now();
				while (performance.now() < cancelled + enoughToConclude && statusOfCheck() !== 'completed') await sleep(20);
				statusWhilePushed = statusOfCheck();
				await writeFile(join(hosting.git.pathOf(`${REPOSITORY}.git`), 'released'), '');
			},
		});

		expect(statusWhilePushed).toBe('completed');
		expect(run.exitCode).toBe(1);
		expect(run.outputs['check-url']).not.toBe('');
		expect(run.outputs['results-commit']).toBe((await hosting.inRepository('rev-parse', 'drift-results')).trim());
	});

	it('concludes its check run when a job is cancelled before any device was asked', async () => {
		// The commits are compared before any device is asked.
		const latencyOf = (request: string): number => (request.includes('/compare/') ? 2_000 : 0);
		const { hosting, base } = await startRun({ latencyOf });
		await using _ = hosting;
		await using temporary = await temporaryFolder('cancelled-');
		const head = await hosting.checkout.commit({ [intendedPath('in-sync')]: iosConfig('in-sync', { mtu: 9000 }) });
		hosting.github.state.mergeBases.set(`${base}...${head}`, base);

		const run = await hosting.run({
			eventName: 'pull_request',
			event: pullRequestEvent({ base, head }),
			env: { ...LOGIN, RUNNER_TEMP: temporary.path },
			onStart: async (action) => {
				while (hosting.github.requests.length === 0) await sleep(1);
				action.kill('SIGINT');
			},
		});

		expect(run.exitCode).toBe(2);
		expect(run.commands.filter(({ name }) => name === 'error')).toMatchObject([
			{ data: expect.stringMatching(/^cancelled/u) },
		]);
		expect(run.stdout + run.stderr).not.toMatch(STACK);
		expect(hosting.github.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }]);
		expect(await readdir(temporary.path)).toEqual([]);
	});
});

/** Configs that were asked for, and connections where nobody could get so far. */
function asked({ sessions }: SimulatedFleet): number {
	const shows = [...sessions.values()].flatMap(({ commands }) => commands.filter((command) => command === SHOW));
	return shows.length + (sessions.get('silent')?.connections ?? 0);
}

/** Status by device, or why there is none. */
async function statusesOf({ checkout }: Hosting): Promise<Readonly<Record<string, string>>> {
	const report: FleetReport = JSON.parse(await readFile(join(checkout.folder, 'report/report.json'), 'utf8'));
	return Object.fromEntries(report.devices.map(({ name, status, reason }) => [name, reason ?? status]));
}
