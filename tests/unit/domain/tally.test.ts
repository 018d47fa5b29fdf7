import { describe, expect, it } from 'vitest';
import { amended, tallyOf, withDetailsElsewhere } from '../../../src/domain/device-details.ts';
import { tally } from '../../../src/domain/tally.ts';
import { aChange, aDevice } from '../../support/report-fixtures.ts';

describe('tally', () => {
	it('counts changes by what they are, and whether the sides differ by them', () => {
		const changes = [
			aChange({ class: 'planned', severity: 'critical' }),
			aChange({ class: 'applied', kind: 'extra' }),
			aChange({ class: 'drift', kind: 'changed', severity: 'low' }),
			aChange({ class: 'conflict', kind: 'moved', severity: 'high' }),
		];

		expect(tally({ changes, diff: '-x\n' })).toEqual({
			byClass: { planned: 1, applied: 1, drift: 1, conflict: 1 },
			byKind: { missing: 1, extra: 1, changed: 1, moved: 1 },
			changes: 4,
			differences: 3,
			isClassed: true,
			worst: 'high',
			critical: 1,
			hasDiff: true,
		});
	});

	it('takes every change of an audit for drift', () => {
		expect(tally(aDevice({ changes: [aChange({ class: null })] }))).toMatchObject({
			byClass: { drift: 1 },
			isClassed: false,
		});
	});

	it('has nothing of a device in sync', () => {
		expect(tally({ changes: [], diff: '' })).toMatchObject({ changes: 0, worst: null, hasDiff: false });
	});
});

describe('tallyOf', () => {
	const device = aDevice({ changes: [aChange()] });

	it('reads nothing from elsewhere, also of an amended copy', () => {
		const elsewhere = withDetailsElsewhere(device, () => {
			throw new Error('read');
		});

		expect(tallyOf(elsewhere)).toEqual(tallyOf(device));
		expect(tallyOf(amended(elsewhere, { since: null }))).toEqual(tallyOf(device));
	});

	it('counts anew what a copy has instead', () => {
		const elsewhere = withDetailsElsewhere(device, () => device);

		expect(tallyOf({ ...elsewhere, changes: [] })).toMatchObject({ changes: 0 });
	});
});
