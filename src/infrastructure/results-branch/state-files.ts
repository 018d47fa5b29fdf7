import { composed } from '../../domain/device-details.ts';
import type { FleetState, PresentDevice } from '../../domain/history/fleet-state.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';
import { inPieces, type Pieces } from '../../domain/text/pieces.ts';
import { withDevicePerLine } from './as-json.ts';
import { FLEET_PATH, LATEST_PATH } from './history-paths.ts';

/** `data/latest.json`, schema version 3: the newest audit, and the devices of which it has something to say. */
export interface LatestFile extends Omit<FleetState, 'devices'> {
	readonly schemaVersion: 3;
	readonly devices: readonly ToldDevice[];
}

/** `data/fleet.json`: what is the same of a device, in sync or not. In the order of fleet.yml. */
export interface FleetStateFile {
	readonly schemaVersion: 1;
	readonly devices: readonly LastingDevice[];
}

/** Of a device that has something to tell, in latest.json. */
export type ToldDevice = Omit<PresentDevice, 'durationMs' | 'lines' | 'first' | 'featureNames'>;

/** Of every device, in fleet.json. */
export type LastingDevice = Pick<
	PresentDevice,
	'name' | 'platform' | 'site' | 'role' | 'durationMs' | 'lines' | 'first' | 'featureNames'
>;

/**
 * The present in two files: what every run changes is as long as what is not in sync, and what is as long as the fleet
 * changes with the fleet.
 */
export function stateFiles({ devices, ...head }: FleetState): readonly { path: string; content: Pieces }[] {
	return [
		{ path: LATEST_PATH, content: inPieces(withDevicePerLine({ schemaVersion: 3, ...head, devices: told(devices) })) },
		{
			path: FLEET_PATH,
			content: inPieces(withDevicePerLine({ schemaVersion: 1, devices: devices.values().map(lasting) })),
		},
	];
}

/** One after the other: what a device tells may have to be read from elsewhere. */
function* told(devices: readonly PresentDevice[]): Generator<ToldDevice> {
	for (const present of devices) {
		if (!hasNews(present)) continue;
		const { durationMs, lines, first, featureNames, ...device } = present;
		yield device;
	}
}

/**
 * The state of two files; null where `latest` names a device that is not in the fleet. Details that lie elsewhere stay
 * there.
 */
export function* stateOfFiles(
	{ schemaVersion, devices, ...head }: LatestFile,
	fleet: Pick<FleetStateFile, 'devices'>,
): Steps<FleetState | null> {
	const told = new Map(devices.map((device) => [device.name, device]));
	yield;
	const present = yield* flatMapInSteps(fleet.devices, (device): readonly PresentDevice[] => {
		const found = told.get(device.name);
		told.delete(device.name);
		return [composed([IN_SYNC, found ?? compliant(device), device])];
	});
	return told.size === 0 ? { ...head, devices: present } : null;
}

/** What a device is that latest.json does not name. */
const IN_SYNC = {
	status: 'in-sync',
	reason: null,
	message: null,
	since: null,
	reachable: true,
	fingerprint: null,
	intendedPath: null,
	changes: [],
	remediation: [],
	ignored: 0,
} as const;

/** What latest.json does not name is compliant in every feature that it has. */
function compliant({ featureNames }: LastingDevice): Pick<PresentDevice, 'features'> {
	if (featureNames === undefined) return {};
	return { features: featureNames.map((name) => ({ name, compliant: true, changes: 0 })) };
}

/** A device in sync may still have a feature in another order than its own. */
function hasNews({ status, findings = [], remarks = [], features = [] }: PresentDevice): boolean {
	return (
		status !== 'in-sync' || findings.length > 0 || remarks.length > 0 || features.some((feature) => !feature.compliant)
	);
}

function lasting({ name, platform, site, role, durationMs, lines, first, featureNames }: PresentDevice): LastingDevice {
	const names = featureNames === undefined ? {} : { featureNames };
	return { name, platform, site, role, durationMs, lines, first, ...names };
}
