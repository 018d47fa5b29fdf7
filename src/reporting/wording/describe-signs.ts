import { tallyOf } from '../../domain/device-details.ts';
import type { FleetReport } from '../../domain/fleet-report.ts';

/**
 * What the signs of planned changes mean; empty where nothing is planned. A diff runs from intended to running, and that of a
 * pull request from before to after: what the one calls `+` is `-` in the other until it is rolled out.
 */
export function describePlannedSigns({ devices }: FleetReport): string {
	const isPlanned = devices.some((device) => tallyOf(device).byClass.planned > 0);
	return isPlanned
		? 'Planned changes have the opposite sign in the diff of the pull request: a line that it adds is - here until the device runs it.'
		: '';
}
