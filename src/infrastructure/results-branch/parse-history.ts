import type { z } from 'zod';
import type { DeviceTimeline } from '../../domain/history/device-timeline.ts';
import { type FleetState, presentState } from '../../domain/history/fleet-state.ts';
import { isRecord } from '../../domain/is-record.ts';
import { countMaskUse } from '../../domain/masking/mask-use.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import { atOnce, type Steps } from '../../domain/steps.ts';
import { historyError } from './history-error.ts';
import { FLEET_PATH, LATEST_PATH } from './history-paths.ts';
import {
	fleetStateSchema,
	latestSchema,
	latestV2Schema,
	reportSchema,
	summarySchema,
	summaryV1Schema,
	timelineSchema,
} from './history-schema.ts';
import { migrateRuns } from './migrate-runs.ts';
import { type FleetStateFile, type LatestFile, stateOfFiles } from './state-files.ts';
import type { StoredReport } from './stored-report.ts';

/** Reads a report. Throws a `PublishError` that names the file. */
export function parseReport(text: string, path: string): StoredReport {
	return parse({ 1: reportSchema }, text, path);
}

/**
 * Reads the present of a branch, null where there is none yet. Version 1 of `data/latest.json` was a whole report, version 2
 * named every device; both had no `data/fleet.json`. Throws a `PublishError` that names the file.
 */
export function parseState(texts: ReadonlyMap<string, string>): FleetState | null {
	const text = texts.get(LATEST_PATH);
	if (text === undefined) return null;
	const versions = { 1: reportSchema, 2: latestV2Schema, 3: latestSchema };
	const stored = parse<StoredReport | z.output<typeof latestV2Schema> | LatestFile>(versions, text, LATEST_PATH);
	if (stored.schemaVersion === 1)
		return atOnce(presentState(stored, { masks: countMaskUse(stored.devices), before: null }));
	if (stored.schemaVersion === 3) return stateOf(stored, texts.get(FLEET_PATH));
	const { schemaVersion, devices, ...head } = stored;
	return { ...head, devices: devices.map((device) => ({ ...device, first: null })) };
}

function stateOf(latest: LatestFile, fleetText: string | undefined): FleetState {
	if (fleetText === undefined) throw unreadable(FLEET_PATH, 'it is not there');
	const state = atOnce(stateOfFiles(latest, parse<FleetStateFile>({ 1: fleetStateSchema }, fleetText, FLEET_PATH)));
	if (state === null) throw unreadable(FLEET_PATH, `it lacks a device that ${LATEST_PATH} names`);
	return state;
}

/** Reads `data/devices/<name>.json`. Throws a `PublishError` that names the file. */
export function parseTimeline(text: string, path: string): DeviceTimeline {
	return parse({ 1: timelineSchema }, text, path);
}

/** Reads `data/runs/YYYY-MM.ndjson`, one run per line. Throws a `PublishError` that names the file and the line. */
export function* parseSegment(text: string, path: string): Steps<readonly RunSummary[]> {
	const lines = text.replace(/\n$/u, '').split('\n');
	const versions = { 1: summaryV1Schema, 2: summarySchema };
	const runs: (RunSummary | z.output<typeof summaryV1Schema>)[] = [];
	for (const [index, line] of lines.entries()) {
		yield;
		runs.push(parse<(typeof runs)[number]>(versions, line, `${path}:${index + 1}`));
	}
	return migrateRuns(runs);
}

/** By schema version: what this version of the tool can read. */
type Versions<T> = Readonly<Record<number, z.ZodType<T>>>;

function parse<T>(versions: Versions<T>, text: string, place: string): T {
	const value = parseJson(text, place);
	const version = versionOf(value);
	const newest = Math.max(...Object.keys(versions).map(Number));
	if (version !== null && version > newest) {
		throw historyError(
			`${place} on the results branch has schema version ${version}, this version knows ${newest}: update fleet-drift-audit; nothing was written`,
		);
	}
	const schema = versions[version ?? newest];
	if (schema === undefined) throw unreadable(place, `its schema version ${version} was never used`);
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.').slice(0, 120)}`;
	throw unreadable(place, `it is not what fleet-drift-audit writes${where}`);
}

function parseJson(text: string, place: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw unreadable(place, 'it is not JSON', error);
	}
}

function versionOf(value: unknown): number | null {
	return isRecord(value) && typeof value.schemaVersion === 'number' ? value.schemaVersion : null;
}

function unreadable(place: string, why: string, cause?: unknown): Error {
	return historyError(
		`${place} on the results branch cannot be read: ${why}. Nothing was written; fix the file or remove it from the branch`,
		cause,
	);
}
