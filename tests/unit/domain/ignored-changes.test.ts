import { describe, expect, it } from 'vitest';
import { countByReason, ignoredInFleet } from '../../../src/domain/ignored-changes.ts';
import { aChange, aDevice } from '../../support/report-fixtures.ts';

describe('countByReason', () => {
	it('counts the changes that rules of one reason took out', () => {
		const ignored = ['lab', 'until March', 'lab'].map((reason) => ({ change: aChange(), reason }));

		expect(countByReason(ignored)).toEqual([
			{ reason: 'lab', changes: 2 },
			{ reason: 'until March', changes: 1 },
		]);
		expect(countByReason([])).toEqual([]);
	});
});

describe('ignoredInFleet', () => {
	it('tells each reason once, most changes first, with the devices', () => {
		const devices = [
			aDevice({ name: 'a', ignored: 1, ignoredBy: [{ reason: 'lab', changes: 1 }] }),
			aDevice({ name: 'b', ignored: 3 }),
			aDevice({
				name: 'c',
				ignored: 6,
				ignoredBy: [
					{ reason: 'until March', changes: 4 },
					{ reason: 'lab', changes: 2 },
				],
			}),
		];

		expect(ignoredInFleet(devices)).toEqual([
			{ reason: 'until March', changes: 4, devices: ['c'] },
			{ reason: 'lab', changes: 3, devices: ['a', 'c'] },
		]);
	});
});
