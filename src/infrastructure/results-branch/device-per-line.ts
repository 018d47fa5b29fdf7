import type { z } from 'zod';
import type { Steps } from '../../domain/steps.ts';
import { parseAs } from '../parse-as.ts';
import type { LongText, PlacedLine, PlaceOnDisk } from '../text-on-disk.ts';

/**
 * Reads what `devicePerLine` or `jsonByItem` by tabs writes within anything else, a device per step: a large fleet's text
 * need not be in memory at once.
 *
 * @param options.head - everything but the devices, of which it must allow none: they stand on lines of their own
 * @param options.ending - what would end the text where nothing more is said behind the devices
 * @param options.keep - given every device and its line; returns what is to be kept of it
 * @returns null: the text is something else, or damaged
 */
export function* readDevicePerLine<Head, Device>(
	text: LongText,
	{
		head: headSchema,
		device: deviceSchema,
		ending = ']}',
		keep = (device) => device,
	}: {
		readonly head: z.ZodType<Head>;
		readonly device: z.ZodType<Device>;
		readonly ending?: string;
		readonly keep?: (device: Device, place: PlaceOnDisk) => Device;
	},
): Steps<{ readonly head: Head; readonly devices: readonly Device[] } | null> {
	const devices: Device[] = [];
	const frame: string[] = [];
	let before = 0;
	let isLast = false;
	for (const { text: line, start, bytes, isDevice } of partsOf(text)) {
		if (!isDevice) {
			frame.push(line);
			continue;
		}
		// Of another version nothing is read this way; and between devices there is a comma alone.
		const isFirst = devices.length === 0;
		if (isFirst ? parseAs(headSchema, `${frame.join('\n')}${ending}`) === null : isLast || frame.length > before)
			return null;
		before = frame.length;
		yield;
		isLast = !line.endsWith(',');
		const device = parseAs(deviceSchema, isLast ? line : line.slice(0, -1));
		if (device === null) return null;
		devices.push(keep(device, { start, bytes }));
	}
	yield;
	const head = parseAs(headSchema, frame.join('\n'));
	return head !== null && (isLast || devices.length === 0) ? { head, devices } : null;
}

interface Part extends PlacedLine {
	readonly isDevice: boolean;
}

/** A text by its lines, of which those of a device are one part. */
function* partsOf(text: LongText): Generator<Part> {
	let open: PlacedLine[] | null = null;
	let isAmongDevices = false;
	for (const line of text.lines()) {
		if (line.text === FIRST || line.text.startsWith(LAST)) isAmongDevices = line.text === FIRST;
		if (open === null && !(isAmongDevices && line.text === OPENED)) {
			yield { ...line, isDevice: line.text.startsWith(ON_ONE_LINE) };
			continue;
		}
		open ??= [];
		open.push(line);
		if (!CLOSED.test(line.text)) continue;
		const start = open[0]?.start ?? 0;
		const whole = open.map(({ text: own }) => own).join('\n');
		yield { text: whole, start, bytes: line.start + line.bytes - start, isDevice: true };
		open = null;
	}
	for (const line of open ?? []) yield { ...line, isDevice: false };
}

/** No value of a device holds a line's end. */
const ON_ONE_LINE = '\t\t{"';
const OPENED = '\t\t{';
/** Other lists of a report are as deep. */
const FIRST = '\t"devices": [';
const LAST = '\t]';
const CLOSED = /^\t\t\},?$/u;

/** A device again, at the place where it was read. */
export function readDeviceAt<Device>(text: LongText, place: PlaceOnDisk, schema: z.ZodType<Device>): Device {
	return schema.parse(JSON.parse(text.lineAt(place).replace(/,$/u, '')));
}
