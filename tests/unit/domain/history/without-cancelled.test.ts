import { describe, expect, it } from 'vitest';
import { withoutCancelled } from '../../../../src/domain/history/without-cancelled.ts';
import { aDevice, aReport } from '../../../support/report-fixtures.ts';

const drifted = aDevice({ name: 'edge-01', status: 'drifted' });
const silent = aDevice({ name: 'edge-02', status: 'unknown', reason: 'timed-out', message: 'slow', reachable: false });
const cancelled = aDevice({ ...silent, name: 'core-01', message: 'the run was cancelled', cancelled: true });

describe('withoutCancelled', () => {
	it('leaves an audit alone that came to all devices', () => {
		const report = aReport({ devices: [drifted, silent] });
		expect(withoutCancelled(report)).toBe(report);
	});

	it('makes one of the devices that were done of an audit that was cancelled', () => {
		const report = aReport({ devices: [cancelled, drifted, silent] });
		expect(withoutCancelled(report)).toMatchObject({
			selected: true,
			devices: [drifted, silent],
			fleet: { devices: 2, drifted: 1, unknown: 1 },
		});
	});

	it('has nothing to say of an audit that was cancelled before any device was done', () => {
		expect(withoutCancelled(aReport({ devices: [cancelled] }))).toBeNull();
	});
});
