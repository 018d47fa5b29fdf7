import { describe, expect, it } from 'vitest';
import type { DeviceReport } from '../../../src/domain/fleet-report.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { assembleInSteps } from '../../../src/use-cases/assemble-report.ts';
import { aFleetDevice } from '../../support/a-fleet-device.ts';
import { aDevice } from '../../support/report-fixtures.ts';

/** A device that counts how often somebody asked how it is. */
function counting(name: string, looked: () => void): DeviceReport {
	return Object.defineProperty({ ...aDevice({ name }) }, 'status', {
		get: () => {
			looked();
			return 'in-sync';
		},
		enumerable: true,
	});
}

describe('assembleInSteps', () => {
	it.each(['audit', 'preflight'] as const)('says of an audit only that it is of selected devices: %s', (mode) => {
		const devices = [aDevice({ name: 'edge-1' })];
		const run = { devices: [aFleetDevice({ name: 'edge-1' })], runId: '1', toolVersion: '1.0.0', warnings: [] };
		const findings = { mode, startedAt: '2026-11-20T06:00:00.000Z', durationMs: 1, devices, interrupted: false };

		const { selected } = atOnce(assembleInSteps({ ...run, selected: true }, findings));

		expect(selected).toBe(mode === 'audit' ? true : undefined);
	});

	it('has places to give way: what scores the fleet and what looks for masks are not one step', () => {
		let looks = 0;
		const devices = [counting('edge-1', () => (looks += 1))];
		const run = { devices: [aFleetDevice({ name: 'edge-1' })], runId: '1', toolVersion: '1.0.0', warnings: [] };
		const startedAt = '2026-11-20T06:00:00.000Z';
		const looksByStep: number[] = [];

		for (const _step of assembleInSteps(run, {
			mode: 'audit',
			startedAt,
			durationMs: 1,
			devices,
			interrupted: false,
		})) {
			looksByStep.push(looks);
			looks = 0;
		}

		expect(looksByStep.filter((count) => count > 0).length).toBeGreaterThan(1);
	});
});
