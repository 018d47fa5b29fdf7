import { isDifference } from '../domain/compare/with-classes.ts';
import type { Change } from '../domain/drift-report.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import { severityRank } from '../domain/severity/severity.ts';

/** One change that several devices have in common. */
export interface ChangeGroup {
	/** As on the first of the devices; line numbers are that device's. */
	readonly change: Change;
	/** Device names, in the order given. */
	readonly devices: readonly string[];
}

/**
 * The changes that at least `minDevices` devices share, worst first and then most devices first: 143 times the same missing
 * NTP server is one piece of news, not 143.
 */
export function groupChanges(devices: readonly DeviceReport[], minDevices = 2): readonly ChangeGroup[] {
	const groups = new Map<string, { change: Change; devices: Set<string> }>();
	for (const device of devices) {
		for (const change of device.changes.filter(isDifference)) {
			const key = changeKey(change);
			const group = groups.get(key) ?? { change, devices: new Set() };
			group.devices.add(device.name);
			groups.set(key, group);
		}
	}
	return [...groups.values()]
		.filter((group) => group.devices.size >= minDevices)
		.map((group) => ({ change: group.change, devices: [...group.devices] }))
		.sort(
			(one, other) =>
				severityRank(one.change.severity) - severityRank(other.change.severity) ||
				other.devices.length - one.devices.length,
		);
}

/** Equal for changes that say the same, whatever their line numbers. */
export function changeKey({ kind, lineage, line, runningText, class: changeClass }: Change): string {
	return JSON.stringify([kind, lineage, line, runningText, changeClass]);
}
