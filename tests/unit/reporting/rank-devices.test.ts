import { describe, expect, it } from 'vitest';
import { rankDevices } from '../../../src/reporting/rank-devices.ts';
import { aChange, aDevice } from '../../support/report-fixtures.ts';

describe('rankDevices', () => {
	it('puts conflicts first, then drift by size, unknown, planned and in sync, and keeps the order of equals', () => {
		const planned = aDevice({ name: 'planned', changes: [aChange({ class: 'planned' })] });
		const small = aDevice({ name: 'small', changes: [aChange()] });
		const smallToo = aDevice({ name: 'small too', changes: [aChange()] });
		const large = aDevice({ name: 'large', changes: [aChange(), aChange()] });
		const conflict = aDevice({ name: 'conflict', changes: [aChange({ class: 'conflict' })] });
		const devices = [
			aDevice({ name: 'ok' }),
			planned,
			aDevice({ name: 'gone', status: 'unknown' }),
			small,
			smallToo,
			large,
			conflict,
		];

		expect(rankDevices(devices).map(({ name }) => name)).toEqual([
			'conflict',
			'large',
			'small',
			'small too',
			'gone',
			'planned',
			'ok',
		]);
	});

	it('puts more conflicts before more drift', () => {
		const one = aDevice({
			name: 'one',
			changes: [aChange({ class: 'conflict' }), aChange({ class: 'drift' }), aChange({ class: 'drift' })],
		});
		const two = aDevice({ name: 'two', changes: [aChange({ class: 'conflict' }), aChange({ class: 'conflict' })] });

		expect(rankDevices([one, two]).map(({ name }) => name)).toEqual(['two', 'one']);
	});

	it('does not let planned changes outweigh drift', () => {
		const busy = aDevice({
			name: 'busy',
			changes: [aChange({ class: 'drift' }), ...Array.from({ length: 9 }, () => aChange({ class: 'planned' }))],
		});
		const drifting = aDevice({ name: 'drifting', changes: [aChange({ class: 'drift' }), aChange({ class: 'drift' })] });

		expect(rankDevices([busy, drifting]).map(({ name }) => name)).toEqual(['drifting', 'busy']);
	});

	it('puts one critical change before many that matter less', () => {
		const many = aDevice({ name: 'many', changes: Array.from({ length: 9 }, () => aChange({ severity: 'low' })) });
		const critical = aDevice({ name: 'critical', changes: [aChange({ severity: 'critical' })] });
		const unrated = aDevice({ name: 'unrated', changes: [aChange()] });

		expect(rankDevices([many, unrated, critical]).map(({ name }) => name)).toEqual(['critical', 'unrated', 'many']);
	});
});
