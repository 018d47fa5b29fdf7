import { describe, expect, it } from 'vitest';
import { triggerFleetAudit } from '../../../../src/use-cases/audit-fleet.ts';
import { slowestFirst } from '../../../../src/use-cases/pacing/slowest-first.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';
import { type Answer, aRun } from '../../../support/a-run.ts';

const devices = ['a', 'b', 'c', 'd'].map((name) => aFleetDevice({ name }));
const namesOf = (took: Readonly<Record<string, number>>): string =>
	slowestFirst(devices, new Map(Object.entries(took)))
		.map(({ name }) => name)
		.join('');

describe('slowestFirst', () => {
	it('puts who took longest first', () => {
		expect(namesOf({ a: 10, b: 400, c: 20, d: 30 })).toBe('bdca');
	});

	it('takes a device that is new for an average one', () => {
		expect(namesOf({ a: 10, b: 400, d: 30 })).toBe('bcda');
	});

	it('keeps the order of the fleet where nothing is known', () => {
		expect(namesOf({})).toBe('abcd');
	});
});

describe('an audit in which some have to wait', () => {
	const whole = 'hostname a\nend\n';
	const audit = async (fleet: number): Promise<{ readonly asked: string; readonly reported: string }> => {
		const asked: string[] = [];
		const answer =
			(name: string): Answer =>
			async () => {
				asked.push(name);
				return whole;
			};
		const running = Object.fromEntries(devices.map(({ name }) => [name, answer(name)]));
		const intended = Object.fromEntries(devices.map(({ name }) => [name, whole]));
		const { run, tools } = aRun({ running, intended, limits: new Map([['fleet', fleet]]) });
		const lastTook = async (): Promise<ReadonlyMap<string, number>> =>
			new Map([
				['c', 900],
				['a', 10],
			]);
		const report = await triggerFleetAudit({ ...run, lastTook }, tools);
		return { asked: asked.join(''), reported: report.devices.map(({ name }) => name).join('') };
	};

	it('asks the slowest first and reports in the order of the fleet', async () => {
		expect(await audit(1)).toEqual({ asked: 'cbda', reported: 'abcd' });
	});

	it('asks nobody for the past where all are asked at once', async () => {
		expect(await audit(4)).toEqual({ asked: 'abcd', reported: 'abcd' });
	});
});
