import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { DeviceReport } from '../../../../src/domain/fleet-report.ts';
import { DeviceError } from '../../../../src/errors.ts';
import { triggerFleetAudit } from '../../../../src/use-cases/audit-fleet.ts';
import { Paces } from '../../../../src/use-cases/pacing/paces.ts';
import { blankReport } from '../../../../src/use-cases/unknown-report.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';
import { type Answer, aRun, failing } from '../../../support/a-run.ts';
import { runTasks } from '../../../support/limited-task.ts';

const device = blankReport(aFleetDevice(), null);
const reset: DeviceReport = { ...device, status: 'in-sync', reason: null, reachable: true, metadata: { resets: 1 } };
const silent: DeviceReport = { ...device, reason: 'timed-out' };
const refused: DeviceReport = { ...device, reason: 'auth-failed', reachable: true };
const LIMITS = new Map([
	['fleet', 200],
	['bastion ams', 100],
]);

/** Paces of which a second has passed. */
function grown(): Paces {
	let now = 0;
	const paces = new Paces(LIMITS, { now: () => 0, elapsed: () => now });
	now = 1_000;
	return paces;
}

describe('Paces', () => {
	it.each([
		['resets connections, though it takes the second one', reset, 50],
		['does not answer', silent, 50],
		['refuses a login, which has nothing to do with how many ask', refused, 100],
	])('asks less of a bastion behind which a device %s', (_case, report, allowed) => {
		const paces = grown();

		for (let times = 0; times < 3; times += 1) paces.ended(report, ['bastion ams']);

		expect(paces.allowed('bastion ams')).toBe(allowed);
		expect(paces.allowed('fleet')).toBe(200);
	});

	it('waits for the limit that grows, whichever others have reached their end', () => {
		const limits = new Map([
			['fleet', 100],
			['bastion ams', 2],
		]);

		expect(new Paces(limits, { now: () => 0, elapsed: () => 0 }).growsInMs()).toBe(100);
	});

	it('starts more when time has passed, although nothing has ended', async () => {
		let started = 0;
		const { promise: over, resolve: end } = Promise.withResolvers<void>();
		const task = {
			limits: ['fleet'],
			run: () => {
				started += 1;
				return over;
			},
		};
		const clock = { now: () => 0, elapsed: () => performance.now() };

		const running = runTasks(
			Array(40).fill(task),
			new Map([['fleet', 40]]),
			new Paces(new Map([['fleet', 40]]), clock),
		);
		expect(started).toBe(16);
		await expect.poll(() => started).toBe(40);

		end();
		await running;
	});

	it('lets nobody start in the same moment whom time alone has let start, and holds back no others', async () => {
		const limits = new Map([['fleet', 40]]);
		const { promise: over, resolve: end } = Promise.withResolvers<void>();
		let draws = 0;
		const random = (): number => {
			draws += 1;
			return 0;
		};
		let started = 0;
		const task = {
			limits: ['fleet'],
			run: () => {
				started += 1;
				return over;
			},
		};
		const clock = { now: () => 0, elapsed: () => performance.now() };
		const chance = { random, signal: new AbortController().signal };

		const running = runTasks(Array(60).fill(task), limits, new Paces(limits, clock, chance));
		expect([started, draws]).toEqual([0, 16]);
		await expect.poll(() => started).toBe(40);
		expect(draws).toBe(40);

		end();
		await running;
		expect([started, draws]).toEqual([60, 40]);
	});

	it.each([
		[1, null],
		[2, 9],
		[16, 90],
		[200, 90],
	])('spreads %i over no more time than passes until more may start', async (together, ms) => {
		const chance = { random: () => 0.9, signal: new AbortController().signal };
		const paces = new Paces(LIMITS, { now: () => 0, elapsed: () => 0 }, chance);
		const start = performance.now();

		const moment = paces.apart(together);

		expect(moment === null).toBe(ms === null);
		await moment;
		// A timer of Node may be early by a millisecond.
		expect(performance.now() - start).toBeGreaterThanOrEqual((ms ?? 0) - 1);
	});
});

describe('an audit side by side', () => {
	it('says what an audit of one device after the other says', async () => {
		const whole = 'hostname a\nend\n';
		const answers = ([whole, 'hostname b\nend\n', 'hostname a\n', null] as const).map(
			(text, index): Answer =>
				text === null
					? failing(new DeviceError('x', 'ERR_UNREACHABLE', 'no route'))
					: async () => {
							await delay((index * 7) % 5);
							return text;
						},
		);
		const names = Array.from({ length: 60 }, (_, index) => `d${index}`);
		const running = Object.fromEntries(names.map((name, index) => [name, answers[(index * 13) % 4] ?? whole]));
		const intended = Object.fromEntries(names.map((name) => [name, whole]));
		const audit = async (fleet: number): Promise<readonly DeviceReport[]> => {
			const { run, tools } = aRun({ running, intended, limits: new Map([['fleet', fleet]]) });
			const { devices } = await triggerFleetAudit(run, tools);
			return devices.map((report) => ({ ...report, durationMs: 0 }));
		};

		const oneByOne = await audit(1);

		expect(await audit(60)).toEqual(oneByOne);
		expect(new Set(oneByOne.map(({ status }) => status))).toEqual(new Set(['in-sync', 'drifted', 'unknown']));
	});
});
