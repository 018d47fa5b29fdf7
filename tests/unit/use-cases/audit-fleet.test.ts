import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../../src/errors.ts';
import { triggerFleetAudit } from '../../../src/use-cases/audit-fleet.ts';
import { aPlatform } from '../../support/a-platform.ts';
import { type Answer, aRun, failing, silent, stuck } from '../../support/a-run.ts';

const whole = 'hostname a\nend\n';
const answersAfter =
	(ms: number): Answer =>
	async () => {
		await delay(ms);
		return whole;
	};

describe('triggerFleetAudit', () => {
	it('reports every device in the order of the fleet, whatever came back first', async () => {
		const { run, tools, finished } = aRun({
			running: { a: answersAfter(30), b: whole, c: answersAfter(10) },
			intended: { a: whole, c: whole },
		});

		const report = await triggerFleetAudit(run, tools);

		expect(report.devices.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
		expect(finished.map(({ report: { name }, done, total }) => `${done}/${total} ${name}`)).toEqual([
			'1/3 b',
			'2/3 c',
			'3/3 a',
		]);
	});

	it('scores the fleet and carries what it was told', async () => {
		const { run, tools } = aRun({
			running: { a: whole, b: whole, c: failing(new DeviceError('c', 'ERR_UNREACHABLE', 'no route')) },
			intended: { b: 'hostname b\nend\n' },
		});

		const report = await triggerFleetAudit({ ...run, warnings: ['an ignore rule has expired'] }, tools);

		expect(report).toMatchObject({
			schemaVersion: 1,
			tool: { name: 'fleet-drift-audit', version: '1.0.0' },
			mode: 'audit',
			runId: 'run-1',
			startedAt: '2026-11-23T00:00:00.000Z',
			fleet: { devices: 3, reachable: 2, inSync: 1, drifted: 1, unknown: 1, health: 50, coverage: 66.67 },
			warnings: ['an ignore rule has expired'],
		});
	});

	it('warns of a mask of the user that hit nothing', async () => {
		const { run, tools } = aRun({ running: { a: whole } });
		const [mask] = aPlatform().masks;
		const userMasks = mask === undefined ? [] : [{ ...mask, id: 'volatile/idle' }];

		const report = await triggerFleetAudit({ ...run, userMasks }, tools);

		expect(report.warnings).toEqual([expect.stringContaining('the mask volatile/idle hit nothing')]);
	});

	it.each([
		['a failure', failing(new DeviceError('b', 'ERR_AUTHENTICATION', 'refused'))],
		['a defect', failing(new TypeError('x is undefined'))],
		['no answer', stuck],
		['a cut config', 'hostname a\n'],
	])('goes on after %s of one device', async (_, answer) => {
		const { run, tools } = aRun({ running: { a: whole, b: answer, c: whole }, timeoutMs: 20 });

		const { devices } = await triggerFleetAudit(run, tools);

		expect(devices.map(({ status }) => status)).toEqual(['in-sync', 'unknown', 'in-sync']);
	});

	it('starts the first devices apart, by chance, and no others', async () => {
		const names = Array.from({ length: 60 }, (_, index) => `d${index}`);
		const running = Object.fromEntries(names.map((name) => [name, whole]));
		const { run, tools, asked } = aRun({ running, limits: new Map([['fleet', 10]]) });
		let calls = 0;
		// The first one draws the longest wait.
		const random = (): number => (calls++ === 0 ? 0.9 : 0);

		await triggerFleetAudit({ ...run, random }, tools);

		expect(asked).toHaveLength(60);
		expect(asked[0]).not.toBe('d0');
		expect(calls).toBe(10);
	});

	it('does not make a single device wait', async () => {
		const { run, tools } = aRun({ running: { a: whole } });
		const never = (): number => {
			throw new Error('there is nothing to spread');
		};

		expect((await triggerFleetAudit({ ...run, random: never }, tools)).fleet.inSync).toBe(1);
	});

	it('does not wait when the run is over', async () => {
		const { run, tools, asked } = aRun({ running: { a: whole, b: whole }, signal: AbortSignal.abort() });

		await triggerFleetAudit({ ...run, random: () => 1 }, tools);

		expect(asked).toEqual([]);
	});

	it('never asks more devices at once than it may', async () => {
		let atOnce = 0;
		let most = 0;
		const answer: Answer = async () => {
			atOnce += 1;
			most = Math.max(most, atOnce);
			await delay(2);
			atOnce -= 1;
			return whole;
		};
		const running = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`d${index}`, answer]));
		const intended = Object.fromEntries(Object.keys(running).map((name) => [name, whole]));
		const { run, tools } = aRun({ running, intended, limits: new Map([['fleet', 3]]) });

		await triggerFleetAudit(run, tools);

		expect(most).toBe(3);
	});

	it('ends with what is known when it is cancelled: the rest is unknown, listed, and not asked', async () => {
		const controller = new AbortController();
		const cancels: Answer = (device, signal) => {
			controller.abort();
			return silent(device, signal);
		};
		const { run, tools, asked } = aRun({
			running: { a: whole, b: cancels, c: whole, d: whole },
			signal: controller.signal,
			limits: new Map([['fleet', 1]]),
		});

		const report = await triggerFleetAudit(run, tools);

		expect(asked).toEqual(['a', 'b']);
		expect(report.devices.map(({ status, reason }) => reason ?? status)).toEqual([
			'in-sync',
			'timed-out',
			'timed-out',
			'timed-out',
		]);
		expect(report.fleet).toMatchObject({ devices: 4, inSync: 1, unknown: 3, reachable: 2, health: 50 });
		expect(report.warnings).toEqual([
			'the run was cancelled before all devices were done: 3 of 4 are unknown for that reason',
		]);
	});

	it('lets others have their turn while it tells of thousands that were not asked', async () => {
		const names = Array.from({ length: 2_000 }, (_, index) => `r${index}`);
		const running = Object.fromEntries(names.map((name) => [name, whole]));
		const { run, tools } = aRun({ running, signal: AbortSignal.abort() });
		let turns = 0;
		let isOver = false;
		const look = (): void => {
			turns += 1;
			if (!isOver) setImmediate(look);
		};
		setImmediate(look);

		const { devices } = await triggerFleetAudit(run, tools);
		isOver = true;

		expect(devices).toHaveLength(2_000);
		expect(turns).toBeGreaterThan(5);
	});

	it('lets others have their turn while it begins with hundreds that may start in one moment', async () => {
		const names = Array.from({ length: 200 }, (_, index) => `r${index}`);
		const running = Object.fromEntries(names.map((name) => [name, silent]));
		const controller = new AbortController();
		const { run, tools, asked } = aRun({ running, signal: controller.signal });
		const askedByTurn: number[] = [];
		const look = (): void => {
			askedByTurn.push(asked.length);
			if (asked.length < 200) setImmediate(look);
			else controller.abort();
		};
		setImmediate(look);

		await triggerFleetAudit({ ...run, limits: new Map() }, tools);

		const begun = askedByTurn.map((count, turn) => count - (askedByTurn[turn - 1] ?? 0));
		expect(Math.max(...begun)).toBeLessThanOrEqual(16);
	});

	it('says nothing about a run that was cancelled after its last device', async () => {
		const controller = new AbortController();
		const { run, tools } = aRun({ running: { a: whole }, signal: controller.signal });
		const cancelling = { ...tools, progress: { ...tools.progress, finished: () => controller.abort() } };

		expect((await triggerFleetAudit(run, cancelling)).warnings).toEqual([]);
	});

	it('reports an empty fleet as one of which nothing is known', async () => {
		const { run, tools } = aRun({ running: {} });

		expect(await triggerFleetAudit(run, tools)).toMatchObject({
			devices: [],
			fleet: { devices: 0, health: null, coverage: null },
		});
	});

	it('refuses to report a fleet that names a device twice', async () => {
		const { run, tools } = aRun({ running: { a: whole } });

		await expect(triggerFleetAudit({ ...run, devices: [...run.devices, ...run.devices] }, tools)).rejects.toThrow(
			'the fleet names a device twice',
		);
	});

	it('counts the secrets that nobody compared, of each device and of all, and says nothing where all were', async () => {
		const hiding = 'hostname a\nuser anna auth <removed>\nuser bert auth ****\nend\n';
		const running = 'hostname a\nuser anna auth s3cret\nuser bert auth other\nend\n';
		const { run, tools } = aRun({
			running: { a: running, b: running, c: whole },
			intended: { a: hiding, b: hiding, c: whole },
		});

		const report = await triggerFleetAudit(run, tools);

		expect(report.devices.map(({ status, secretsNotCompared }) => [status, secretsNotCompared])).toEqual([
			['in-sync', 2],
			['in-sync', 2],
			['in-sync', undefined],
		]);
		expect(report.secretsNotCompared).toBe(4);
	});
});
