import { isDifference } from '../domain/compare/with-classes.ts';
import type { Change } from '../domain/drift-report.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import { severityRank } from '../domain/severity/severity.ts';
import type { Steps } from '../domain/steps.ts';

/** One change that several devices have in common. */
export interface ChangeGroup {
	/** As on the first of the devices; line numbers are that device's. */
	readonly change: Change;
	/** Device names, in the order given. */
	readonly devices: readonly string[];
}

/**
 * The changes that at least `minDevices` devices share, worst first and then most devices first: 143 times the same missing
 * NTP server is one piece of news, not 143. A step per device: its changes may have to be read from a disk.
 */
export function* groupChanges(devices: readonly DeviceReport[], minDevices = 2): Steps<readonly ChangeGroup[]> {
	const groups = new Map<string, { change: Change; devices: Set<string> }>();
	const { mayBeShared, owners } = yield* findShared(devices);
	for (const device of owners) {
		yield;
		for (const change of device.changes.filter(isDifference)) {
			const key = changeKey(change);
			if (!mayBeShared(key)) continue;
			const group = groups.get(key) ?? { change, devices: new Set() };
			group.devices.add(device.name);
			groups.set(key, group);
		}
	}
	const found: ChangeGroup[] = [];
	for (const { change, devices: names } of groups.values()) {
		yield;
		if (names.size >= minDevices) found.push({ change, devices: [...names] });
	}
	return found.sort(
		(one, other) =>
			severityRank(one.change.severity) - severityRank(other.change.severity) ||
			other.devices.length - one.devices.length,
	);
}

/**
 * Which changes may stand on several devices, and which devices have one of them. A large fleet may have as many changes that
 * no two devices share, and they need not all be in memory: a number is kept of each. Two that have the same number by chance
 * are told apart afterwards.
 */
function* findShared(devices: readonly DeviceReport[]): Steps<{
	readonly mayBeShared: (key: string) => boolean;
	readonly owners: readonly DeviceReport[];
}> {
	const first = new Map<number, DeviceReport>();
	const shared = new Set<number>();
	const owners = new Set<DeviceReport>();
	for (const device of devices) {
		yield;
		for (const change of device.changes.filter(isDifference)) {
			const number = numberOf(changeKey(change));
			const other = first.get(number) ?? device;
			first.set(number, other);
			if (other === device) continue;
			shared.add(number);
			owners.add(other).add(device);
		}
	}
	return {
		mayBeShared: (key) => shared.has(numberOf(key)),
		owners: devices.filter((device) => owners.has(device)),
	};
}

/** FNV-1a of its code units, 32 bits. */
function numberOf(text: string): number {
	let hash = 0x81_1c_9d_c5;
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
	}
	return hash;
}

/** Equal for changes that say the same, whatever their line numbers. */
export function changeKey({ kind, lineage, line, runningText, class: changeClass }: Change): string {
	return JSON.stringify([kind, lineage, line, runningText, changeClass]);
}
