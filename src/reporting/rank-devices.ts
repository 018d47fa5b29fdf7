import { tallyOf } from '../domain/device-details.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import { severityRank } from '../domain/severity/severity.ts';
import { type DeviceState, stateOf } from './wording/describe-device.ts';

const RANK: Readonly<Record<DeviceState, number>> = {
	conflict: 0,
	drifted: 1,
	unknown: 2,
	planned: 3,
	applied: 4,
	'in-sync': 5,
};

/**
 * Worst first: conflicts, then drift by what it touches and by its size, unknown, planned, already applied, in sync. Equals
 * keep the order of fleet.yml.
 */
export function rankDevices(devices: readonly DeviceReport[]): readonly DeviceReport[] {
	return devices
		.map((device) => ({ device, rank: RANK[stateOf(device)], ...sizes(device) }))
		.sort(
			(one, other) =>
				one.rank - other.rank ||
				other.conflict - one.conflict ||
				one.severity - other.severity ||
				other.drift - one.drift,
		)
		.map(({ device }) => device);
}

function sizes(device: DeviceReport): { readonly conflict: number; readonly severity: number; readonly drift: number } {
	const { byClass, worst } = tallyOf(device);
	return {
		conflict: byClass.conflict,
		severity: severityRank(worst ?? undefined),
		drift: byClass.drift + byClass.conflict,
	};
}
