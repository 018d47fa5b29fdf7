import type { z } from 'zod';
import type { DeviceTimeline } from '../../domain/history/device-timeline.ts';
import { type FleetState, presentState } from '../../domain/history/fleet-state.ts';
import { countMaskUse } from '../../domain/masking/mask-use.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import { historyError } from './history-error.ts';
import { reportSchema, stateSchema, summarySchema, summaryV1Schema, timelineSchema } from './history-schema.ts';
import { migrateRuns } from './migrate-runs.ts';
import type { StoredReport } from './stored-report.ts';

/** Reads a report. Throws a `PublishError` that names the file. */
export function parseReport(text: string, path: string): StoredReport {
	return parse({ 1: reportSchema }, text, path);
}

/** Reads `data/latest.json`, also of version 1, which was a whole report. Throws a `PublishError` that names the file. */
export function parseState(text: string, path: string): FleetState {
	const stored = parse<StoredReport | FleetState>({ 1: reportSchema, 2: stateSchema }, text, path);
	return stored.schemaVersion === 2
		? stored
		: presentState(stored, { masks: countMaskUse(stored.devices), before: null });
}

/** Reads `data/devices/<name>.json`. Throws a `PublishError` that names the file. */
export function parseTimeline(text: string, path: string): DeviceTimeline {
	return parse({ 1: timelineSchema }, text, path);
}

/** Reads `data/runs/YYYY-MM.ndjson`, one run per line. Throws a `PublishError` that names the file and the line. */
export function parseSegment(text: string, path: string): readonly RunSummary[] {
	const lines = text.replace(/\n$/u, '').split('\n');
	const versions = { 1: summaryV1Schema, 2: summarySchema };
	return migrateRuns(
		lines.map((line, index) =>
			parse<RunSummary | z.output<typeof summaryV1Schema>>(versions, line, `${path}:${index + 1}`),
		),
	);
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
	if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return null;
	return typeof value.schemaVersion === 'number' ? value.schemaVersion : null;
}

function unreadable(place: string, why: string, cause?: unknown): Error {
	return historyError(
		`${place} on the results branch cannot be read: ${why}. Nothing was written; mend the file or take it off the branch`,
		cause,
	);
}
