import type { FleetReport } from '../fleet-report.ts';
import { FleetHealthScorer } from '../health.ts';

/**
 * What an audit says for the history: where it was cancelled, that is an audit of the devices that were done. How the others
 * are it does not know; they would all be unknown until the next one.
 *
 * @returns null: it came to none
 */
export function withoutCancelled(report: FleetReport): FleetReport | null {
	const devices = report.devices.filter(({ cancelled }) => cancelled !== true);
	if (devices.length === report.devices.length) return report;
	if (devices.length === 0) return null;
	return { ...report, selected: true, devices, fleet: new FleetHealthScorer(devices).score(devices) };
}
