import { describe, expect, it } from 'vitest';
import type { DeviceReport } from '../../../src/domain/fleet-report.ts';
import { SharedParts } from '../../../src/domain/shared-parts.ts';
import { aChange, aDevice } from '../../support/report-fixtures.ts';

const inSync = (name: string, metadata: DeviceReport['metadata'] = { handshakes: 1 }): DeviceReport => ({
	...aDevice({ name }),
	remediation: [],
	masked: { lines: 2, total: 9, patterns: { 'secret/ios-enable': 2 } },
	metadata,
});

describe('SharedParts', () => {
	it('has the same reports to the letter', () => {
		const shared = new SharedParts();
		const devices = [inSync('a'), inSync('b'), aDevice({ name: 'c', changes: [aChange()] })];

		expect(JSON.stringify(devices.map((device) => shared.of(device)))).toBe(JSON.stringify(devices));
		expect(shared.of(aDevice())).not.toHaveProperty('remediation');
	});

	it('keeps once what several devices have alike', () => {
		const shared = new SharedParts();

		const [one, other] = [shared.of(inSync('a')), shared.of(inSync('b'))];

		for (const part of ['changes', 'remediation', 'masked', 'metadata'] as const) {
			expect([part, other[part] === one[part]]).toEqual([part, true]);
		}
	});

	it('remembers only so much of what no two have alike', () => {
		const shared = new SharedParts();
		for (let index = 0; index < 600; index += 1) shared.of(inSync('a', { changedBy: `${index}` }));

		const late = { changedBy: 'late' };

		expect(shared.of(inSync('c', late)).metadata).toBe(late);
		expect(shared.of(inSync('d', { ...late })).metadata).not.toBe(late);
	});
});
