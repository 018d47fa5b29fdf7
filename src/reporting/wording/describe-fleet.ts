import type { FleetReport } from '../../domain/fleet-report.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { formatCount, plural } from './format-quantity.ts';

/** The state of a fleet in a few words, for places that show the figures beside it. */
export function describeFleet({ fleet, mode }: FleetReport): string {
	const { devices, drifted, unknown } = fleet;
	if (devices === 0) return mode === 'preflight' ? 'No device is touched by this change' : 'The fleet has no device';
	if (drifted === 0 && unknown === 0)
		return devices === 1 ? 'The device is in sync' : `All ${formatCount(devices)} devices in sync`;
	const parts = [
		...(drifted === 0 ? [] : [`${formatCount(drifted)} drifted`]),
		...(unknown === 0 ? [] : [`${formatCount(unknown)} unknown`]),
	];
	return `${parts.join(', ')} of ${plural(devices, 'device')}`;
}

/** The state of a fleet in one word, without anybody's policy. */
export function stateOfFleet({ fleet }: FleetReport): Verdict['verdict'] {
	if (fleet.drifted > 0) return 'drifted';
	return fleet.unknown > 0 || fleet.devices === 0 ? 'unknown' : 'in-sync';
}
