import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent, scheduleEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { simulatedDevice } from '../support/simulated-device.ts';

/** A device takes longer than the clock of the run goes without a jump, and a timeout longer than several of them. */
const devices = [
	simulatedDevice({ name: 'drifted', runningConfig: iosConfig('drifted', { uplink: ['shutdown'] }) }),
	simulatedDevice({ name: 'slow', runningConfig: iosConfig('slow'), commandMs: 1_500 }),
	simulatedDevice({ name: 'resets-once', runningConfig: iosConfig('resets-once'), fault: 'resets-once' }),
	simulatedDevice({ name: 'own-clock', runningConfig: iosConfig('own-clock'), fault: 'clock-jumps' }),
	simulatedDevice({ name: 'hanging', runningConfig: iosConfig('hanging'), fault: 'hang' }),
];
const TIMEOUTS = { connect: '60s', command: '3s', device: '60s' };
const OUTCOMES = {
	drifted: 'drifted',
	slow: 'in-sync',
	'resets-once': 'in-sync',
	'own-clock': 'in-sync',
	hanging: 'timed-out',
};
/** More than any machine takes, and less than the smallest jump. */
const HALF_AN_HOUR_MS = 1_800_000;

const jumping = { NODE_OPTIONS: `--import=${new URL('../support/e2e/jumping-date.ts', import.meta.url).href}` };

describe.concurrent('a run whose clock is set a day ahead and an hour back all the time', () => {
	let fleet: SimulatedFleet;

	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices });
	});
	afterAll(() => fleet?.[Symbol.asyncDispose]());

	/** Commits the fleet and its intended configs. */
	const commitFleet = ({ checkout }: Hosting): Promise<string> =>
		checkout.commit({
			'fleet.yml': fleetYml(fleet, devices, { defaults: { credentials: 'lab', timeouts: TIMEOUTS } }),
			...Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name)])),
		});

	it('waits as long as it says, in an audit', async () => {
		await using hosting = await startHosting();
		await commitFleet(hosting);

		const run = await hosting.run({
			eventName: 'schedule',
			event: scheduleEvent,
			inputs: { 'report-dir': 'report' },
			env: { ...LOGIN, ...jumping },
		});

		expect([run.exitCode, run.stderr]).toEqual([1, '']);
		const report = await reportIn(hosting);
		expect(outcomesOf(report)).toEqual(OUTCOMES);
		expectTimesOf(report);
		expect(hosting.github.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
		await hosting.inRepository('fsck', '--strict', '--connectivity-only');
		const latest: FleetReport = JSON.parse(await hosting.inRepository('show', 'drift-results:data/latest.json'));
		expect([latest.runId, latest.startedAt]).toEqual([report.runId, report.startedAt]);
	});

	it('keeps its deadline, in a pre-flight check', async () => {
		await using hosting = await startHosting();
		const base = await commitFleet(hosting);
		await hosting.checkout.branch('change');
		const head = await hosting.checkout.commit(
			Object.fromEntries(devices.map(({ name }) => [intendedPath(name), iosConfig(name, { mtu: 9_000 })])),
		);
		hosting.github.state.mergeBases.set(`${base}...${head}`, base);

		const run = await hosting.run({
			eventName: 'pull_request',
			event: pullRequestEvent({ base, head }),
			inputs: { 'report-dir': 'report', deadline: '60s' },
			env: { ...LOGIN, ...jumping },
		});

		expect([run.exitCode, run.stderr]).toEqual([1, '']);
		const report = await reportIn(hosting);
		expect(outcomesOf(report)).toEqual(OUTCOMES);
		expect(report.warnings).toEqual([]);
		expectTimesOf(report);
		expect(hosting.github.state.comments).toHaveLength(1);
	});
});

async function reportIn({ checkout }: Hosting): Promise<FleetReport> {
	return JSON.parse(await readFile(join(checkout.folder, 'report/report.json'), 'utf8'));
}

function outcomesOf({ devices: reported }: FleetReport): Readonly<Record<string, string>> {
	return Object.fromEntries(reported.map(({ name, status, reason }) => [name, reason ?? status]));
}

function expectTimesOf({ durationMs, devices: reported }: FleetReport): void {
	const timeOf = (name: string): number => reported.find((device) => device.name === name)?.durationMs ?? -1;
	for (const ms of [durationMs, ...reported.map((device) => device.durationMs)]) {
		expect(ms).toBeGreaterThanOrEqual(0);
		expect(ms).toBeLessThan(HALF_AN_HOUR_MS);
	}
	expect(timeOf('slow')).toBeGreaterThanOrEqual(1_400);
	expect(timeOf('hanging')).toBeGreaterThanOrEqual(1_900);
}
