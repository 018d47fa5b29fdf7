import { withDetailsElsewhere } from '../../domain/device-details.ts';
import type { FleetState } from '../../domain/history/fleet-state.ts';
import type { Steps } from '../../domain/steps.ts';
import type { LongText, PlaceOnDisk } from '../text-on-disk.ts';
import { inTurns } from '../turns.ts';
import { readDeviceAt, readDevicePerLine } from './device-per-line.ts';
import { FLEET_PATH, LATEST_PATH } from './history-paths.ts';
import { fleetHeadSchema, lastingSchema, latestHeadSchema, toldSchema } from './history-schema.ts';
import { parseState } from './parse-history.ts';
import type { CommittedFiles } from './read-history.ts';
import { stateOfFiles, type ToldDevice } from './state-files.ts';

/**
 * Reads the present of a branch, null where there is none yet. What devices drift by stays in its file until it is asked for.
 * Throws a `PublishError` that names the file.
 */
export async function readState(files: CommittedFiles): Promise<FleetState | null> {
	await files.fetch([LATEST_PATH, FLEET_PATH]);
	const latest = await files.open(LATEST_PATH);
	const fleet = await files.open(FLEET_PATH);
	if (latest === null) return null;
	const state = fleet === null ? null : await inTurns(stateByDevice(latest, fleet));
	if (state !== null) return state;
	// Of another version, or damaged: how it is to be read, and what is wrong with it, shows as a whole.
	const texts = new Map([[LATEST_PATH, latest.whole()]]);
	if (fleet !== null) texts.set(FLEET_PATH, fleet.whole());
	return parseState(texts);
}

/** null: one of the files is not as this version writes it. */
function* stateByDevice(latest: LongText, fleet: LongText): Steps<FleetState | null> {
	const told = yield* readDevicePerLine(latest, {
		head: latestHeadSchema,
		device: toldSchema,
		keep: (device, place) => withLineElsewhere(device, { latest, place }),
	});
	if (told === null) return null;
	const lasting = yield* readDevicePerLine(fleet, { head: fleetHeadSchema, device: lastingSchema });
	return lasting === null ? null : yield* stateOfFiles({ ...told.head, devices: told.devices }, lasting);
}

function withLineElsewhere(
	device: ToldDevice,
	{ latest, place }: { readonly latest: LongText; readonly place: PlaceOnDisk },
): ToldDevice {
	if (device.changes.length === 0 && device.remediation?.length === 0) return device;
	return withDetailsElsewhere(device, () => ({ diff: '', ...readDeviceAt(latest, place, toldSchema) }));
}
