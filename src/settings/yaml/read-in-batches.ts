import { isRecord } from '../../domain/is-record.ts';
import type { Steps } from '../../domain/steps.ts';
import { holds } from './collection-at.ts';
import { type ComposedYaml, composeYaml } from './compose-yaml.ts';
import { cutIntoBatches, type DeviceBatch, type DeviceBatches } from './device-batches.ts';
import { type DocumentPlaces, type FleetDocument, MAX_CHARACTERS, placesIn } from './fleet-document.ts';

/** Devices of one batch: reading them takes some 5 ms. */
const BATCH = 50;

/** A text, the file that problems name, and how much is read at once. */
export interface BatchesOptions {
	readonly file: string;
	readonly text: string;
	/** Devices of one batch. @default 50 */
	readonly size?: number;
}

/**
 * Reads a fleet.yml a batch of devices at a time. The library's nodes are many times the size of a text: those of
 * 10,000 devices took 200 MB and most of a second on end. What it reads is what `readYaml` reads, with the same places,
 * which are found by reading the batch in question once more.
 *
 * @returns null: the text has a mistake, or more than a batch can be understood without, so the whole has to be read at once
 */
export function* readInBatches({ file, text, size = BATCH }: BatchesOptions): Steps<FleetDocument | null> {
	const cut = text.length > MAX_CHARACTERS ? null : yield* cutIntoBatches(text, size);
	const rest = cut === null ? null : composeFaultless(cut.rest);
	if (cut === null || rest === null) return null;
	const value: unknown = rest.document.toJS();
	// Else the line was one of a text, or of another document.
	const { line } = placesIn(file, rest).placeOfKey(['devices']);
	if (!isRecord(value) || value.devices !== null || line !== cut.line) return null;

	const devices: Record<string, unknown> = {};
	const batchOf = new Map<string, DeviceBatch>();
	for (const batch of cut.batches) {
		yield;
		const composed = composeFaultless(batch.text);
		if (composed === null || composed.index.hasAnchors) return null;
		for (const [name, device] of Object.entries(devicesIn(composed))) {
			if (batchOf.has(name)) return null;
			devices[name] = device;
			batchOf.set(name, batch);
		}
	}
	const places = placesInParts(file, { cut, rest, devices, batchOf });
	return { file, value: { ...value, devices }, problems: [], ...places };
}

function composeFaultless(text: string): ComposedYaml | null {
	const composed = composeYaml(text, 'fleet');
	if (composed === null) return null;
	const { document, index } = composed;
	const faults = [document.errors, document.warnings, index.danglingAliases, index.repeatedKeys, index.protoKeys];
	return faults.some((found) => found.length > 0) ? null : composed;
}

function devicesIn({ document }: ComposedYaml): Readonly<Record<string, unknown>> {
	const { devices } = document.toJS() as { readonly devices: Readonly<Record<string, unknown>> };
	return devices;
}

interface Parts {
	readonly cut: DeviceBatches;
	readonly rest: ComposedYaml;
	readonly devices: Readonly<Record<string, unknown>>;
	readonly batchOf: ReadonlyMap<string, DeviceBatch>;
}

function placesInParts(file: string, { cut, rest, devices, batchOf }: Parts): DocumentPlaces {
	const ofRest = placesIn(file, rest);
	const [first] = batchOf.values();
	/** Who has many mistakes waits for each batch only once more. */
	const read = new Map<DeviceBatch, DocumentPlaces>();
	const placesOf = (batch: DeviceBatch): DocumentPlaces => {
		const composed = read.has(batch) ? null : composeYaml(batch.text, 'fleet');
		if (composed !== null) read.set(batch, placesIn(file, composed));
		return read.get(batch) ?? ofRest;
	};
	const find =
		(which: 'placeOf' | 'placeOfKey'): DocumentPlaces['placeOf'] =>
		(path) => {
			const batch = path[0] === 'devices' ? (batchOf.get(String(path[1])) ?? first) : undefined;
			const place = (batch === undefined ? ofRest : placesOf(batch))[which](path);
			const behind = (place.line ?? 0) > cut.line ? cut.linesTaken : 0;
			return { ...place, line: place.line === null ? null : place.line + (batch?.linesBefore ?? behind) };
		};
	return {
		placeOf: find('placeOf'),
		placeOfKey: find('placeOfKey'),
		has: ([section, ...path]) =>
			section === 'devices' ? holds(devices, path) : ofRest.has(section === undefined ? [] : [section, ...path]),
	};
}
