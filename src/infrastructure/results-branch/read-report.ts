import { withDetailsElsewhere } from '../../domain/device-details.ts';
import type { DeviceReport } from '../../domain/fleet-report.ts';
import type { LongText, PlaceOnDisk } from '../text-on-disk.ts';
import { inTurns } from '../turns.ts';
import { readDeviceAt, readDevicePerLine } from './device-per-line.ts';
import { deviceSchema, storedHeadSchema } from './history-schema.ts';
import { parseReport } from './parse-history.ts';
import type { StoredReport } from './stored-report.ts';

/**
 * Reads a report of the branch that may be long, a device at a time. What devices drift by stays in its file until it is
 * asked for. Throws a `PublishError` that names the file.
 */
export async function readReport(text: LongText, path: string): Promise<StoredReport> {
	const read = await inTurns(
		readDevicePerLine(text, {
			head: storedHeadSchema,
			device: deviceSchema,
			ending: '],"warnings":[]}',
			keep: (device, place) => withPlace(device, { text, place }),
		}),
	);
	// Of another version, or damaged: what is wrong with it shows as a whole.
	return read === null ? parseReport(text.whole(), path) : { ...read.head, devices: read.devices };
}

function withPlace(
	device: DeviceReport,
	{ text, place }: { readonly text: LongText; readonly place: PlaceOnDisk },
): DeviceReport {
	if (device.changes.length === 0) return device;
	return withDetailsElsewhere(device, () => readDeviceAt(text, place, deviceSchema));
}
