import type { IgnoredChange } from './drift-report.ts';
import type { DeviceReport } from './fleet-report.ts';

/** Changes that the ignore rules of one reason took out. */
export interface IgnoredFor {
	/** As fleet.yml says it. */
	readonly reason: string;
	readonly changes: number;
}

/** The same over all devices. */
export interface IgnoredInFleet extends IgnoredFor {
	/** Names, in the order of the fleet. */
	readonly devices: readonly string[];
}

/** What was taken out of one device, in the order of the first change of each reason. */
export function countByReason(ignored: readonly IgnoredChange[]): readonly IgnoredFor[] {
	const counts = new Map<string, number>();
	for (const { reason } of ignored) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts].map(([reason, changes]) => ({ reason, changes }));
}

/** What a fleet puts up with, most changes first. Devices of older reports, which only count them, have no part in it. */
export function ignoredInFleet(devices: readonly DeviceReport[]): readonly IgnoredInFleet[] {
	const byReason = new Map<string, { changes: number; readonly names: string[] }>();
	for (const { name, ignoredBy = [] } of devices) {
		for (const { reason, changes } of ignoredBy) {
			const sum = byReason.get(reason) ?? { changes: 0, names: [] };
			byReason.set(reason, sum);
			sum.changes += changes;
			sum.names.push(name);
		}
	}
	const groups = [...byReason].map(([reason, { changes, names }]) => ({ reason, changes, devices: names }));
	return groups.sort((one, other) => other.changes - one.changes);
}
