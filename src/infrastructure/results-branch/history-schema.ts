import { z } from 'zod';
import type { FleetReport } from '../../domain/fleet-report.ts';
import type { DeviceTimeline } from '../../domain/history/device-timeline.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import { historyError } from './history-error.ts';

/** Whoever adds a field need not raise the version, so what is not known here is kept. */
const status = z.enum(['in-sync', 'drifted', 'unknown']);
const reason = z.enum([
	'unreachable',
	'auth-failed',
	'host-key-mismatch',
	'timed-out',
	'incomplete',
	'command-rejected',
	'no-intended',
	'parse-error',
	'not-reported',
	'internal',
]);
const mode = z.enum(['audit', 'preflight']);
const count = z.number().int().nonnegative();
const percentage = z.number().min(0).max(100).nullable();
const time = z.iso.datetime();

const fleet = z.looseObject({
	devices: count,
	reachable: count,
	inSync: count,
	drifted: count,
	unknown: count,
	health: percentage,
	coverage: percentage,
});

const change = z.looseObject({
	kind: z.enum(['missing', 'extra', 'changed', 'moved']),
	lineage: z.array(z.string()),
	line: z.string(),
	runningText: z.string().nullable(),
	intendedLine: z.number().nullable(),
	runningLine: z.number().nullable(),
	class: z.enum(['planned', 'applied', 'drift', 'conflict']).nullable(),
	severity: z.enum(['critical', 'high', 'medium', 'low']).optional(),
});

const device = z.looseObject({
	name: z.string(),
	platform: z.string(),
	site: z.string().nullable(),
	role: z.string().nullable(),
	status,
	reason: reason.nullable(),
	message: z.string().nullable(),
	since: time.nullable().optional(),
	reachable: z.boolean(),
	durationMs: z.number(),
	fingerprint: z.string().nullable(),
	intendedPath: z.string().nullable(),
	changes: z.array(change),
	diff: z.string(),
	remediation: z.array(z.string()).optional(),
	features: z.array(z.looseObject({ name: z.string(), compliant: z.boolean(), changes: count })).optional(),
	ignored: count,
	masked: z.looseObject({ lines: count, patterns: z.record(z.string(), z.number()) }),
	metadata: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A report as we write it, of this version or of a later one of the same schema version. */
export const reportSchema: z.ZodType<FleetReport> = z.looseObject({
	schemaVersion: z.literal(1),
	tool: z.looseObject({ name: z.literal('fleet-drift-audit'), version: z.string() }),
	mode,
	runId: z.string(),
	startedAt: time,
	durationMs: z.number(),
	fleet,
	features: z
		.array(z.looseObject({ name: z.string(), devices: count, compliant: count, compliance: percentage }))
		.optional(),
	devices: z.array(device),
	warnings: z.array(z.string()),
});

const summary: z.ZodType<RunSummary> = z.looseObject({
	schemaVersion: z.literal(1),
	runId: z.string(),
	startedAt: time,
	durationMs: z.number(),
	mode,
	fleet,
	drifted: z.array(z.string()),
	unknown: z.array(z.looseObject({ name: z.string(), reason })),
	fingerprints: z.record(z.string(), z.string()),
});

const timeline: z.ZodType<DeviceTimeline> = z.looseObject({
	schemaVersion: z.literal(1),
	name: z.string(),
	transitions: z.array(
		z.looseObject({
			at: time,
			runId: z.string(),
			status,
			reason: reason.nullable(),
			fingerprint: z.string().nullable(),
		}),
	),
});

/** Reads `data/latest.json` or a whole report. Throws a `PublishError` that names the file. */
export function parseReport(text: string, path: string): FleetReport {
	return parse(reportSchema, text, path);
}

/** Reads `data/devices/<name>.json`. Throws a `PublishError` that names the file. */
export function parseTimeline(text: string, path: string): DeviceTimeline {
	return parse(timeline, text, path);
}

/** Reads `data/runs/YYYY-MM.ndjson`, one run per line. Throws a `PublishError` that names the file and the line. */
export function parseSegment(text: string, path: string): readonly RunSummary[] {
	return text
		.replace(/\n$/u, '')
		.split('\n')
		.map((line, index) => parse(summary, line, `${path}:${index + 1}`));
}

function parse<T>(schema: z.ZodType<T>, text: string, place: string): T {
	const value = parseJson(text, place);
	const version = versionOf(value);
	if (version !== null && version > 1) {
		throw historyError(
			`${place} on the results branch has schema version ${version}, this version knows 1: update fleet-drift-audit; nothing was written`,
		);
	}
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
