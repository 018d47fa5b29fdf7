import { z } from 'zod';
import type { ChangeClass, ChangeKind } from '../../domain/drift-report.ts';
import type { DeviceReport, DeviceStatus, FleetReport } from '../../domain/fleet-report.ts';
import type { DeviceTimeline } from '../../domain/history/device-timeline.ts';
import type { RunSummary } from '../../domain/run-summary.ts';
import type { Severity } from '../../domain/severity/severity.ts';
import type { UnknownReason } from '../../errors.ts';
import type { FleetStateFile, LastingDevice, LatestFile, ToldDevice } from './state-files.ts';
import type { StoredReport } from './stored-report.ts';

/** A record, so that no word is forgotten: what is not named here could be written, and never be read again. */
const oneOf = <Word extends string>(words: Readonly<Record<Word, true>>) => z.enum(Object.keys(words) as Word[]);

/** Whoever adds a field need not raise the version, so what is not known here is kept. */
const status = oneOf<DeviceStatus>({ 'in-sync': true, drifted: true, unknown: true });
const reason = oneOf<UnknownReason>({
	unreachable: true,
	'auth-failed': true,
	'host-key-mismatch': true,
	'timed-out': true,
	incomplete: true,
	'command-rejected': true,
	'no-intended': true,
	'parse-error': true,
	'not-reported': true,
	internal: true,
});
const mode = oneOf<FleetReport['mode']>({ audit: true, preflight: true });
const count = z.number().int().nonnegative();
const percentage = z.number().min(0).max(100).nullable();
const time = z.iso.datetime();
const names = z.array(z.string());

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
	kind: oneOf<ChangeKind>({ missing: true, extra: true, changed: true, moved: true }),
	lineage: z.array(z.string()),
	line: z.string(),
	runningText: z.string().nullable(),
	intendedLine: z.number().nullable(),
	runningLine: z.number().nullable(),
	class: oneOf<ChangeClass>({ planned: true, applied: true, drift: true, conflict: true }).nullable(),
	severity: oneOf<Severity>({ critical: true, high: true, medium: true, low: true }).optional(),
});

const features = z.array(z.looseObject({ name: z.string(), compliant: z.boolean(), changes: count })).optional();

/** One device of a whole report. */
export const deviceSchema: z.ZodType<DeviceReport> = z.looseObject({
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
	features,
	ignored: count,
	masked: z.looseObject({ lines: count, patterns: z.record(z.string(), z.number()) }),
	metadata: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What `withDevicePerLine` leaves out comes back here. */
const identity = {
	name: z.string(),
	platform: z.string(),
	site: z.string().nullable().default(null),
	role: z.string().nullable().default(null),
};

const told = {
	...identity,
	status,
	reason: reason.nullable().default(null),
	message: z.string().nullable().default(null),
	since: time.nullable().default(null),
	reachable: z.boolean().default(true),
	fingerprint: z.string().nullable().default(null),
	intendedPath: z.string().nullable().default(null),
	changes: z.array(change).default([]),
	remediation: z.array(z.string()).default([]),
	features,
	ignored: count.default(0),
};

const measured = { durationMs: z.number().default(0), lines: count.default(0) };

const maskUses = z.array(z.looseObject({ id: z.string(), devices: count, hits: count }));

const run = { runId: z.string(), startedAt: time, durationMs: z.number(), fleet };

const ofReport = {
	...run,
	tool: z.looseObject({ name: z.literal('fleet-drift-audit'), version: z.string() }),
	features: z
		.array(z.looseObject({ name: z.string(), devices: count, compliant: count, compliance: percentage }))
		.optional(),
	warnings: z.array(z.string()),
};

const wholeReport = {
	...ofReport,
	schemaVersion: z.literal(1),
	mode,
	selected: z.literal(true).optional(),
};

/** What is left of a file when its devices, which stand on lines of their own, are taken out of it. */
const noDevices = { devices: z.array(z.never()) };

/** A whole report, whose devices are looked at one by one, by `deviceSchema`. */
export const reportOfDevicesSchema: z.ZodType<ReportOfDevices> = z.looseObject({
	...wholeReport,
	devices: z.array(z.unknown()),
});

/** A whole report but for its devices. */
export const reportHeadSchema: z.ZodType<FleetReport> = z.looseObject({ ...wholeReport, ...noDevices });

/** A stored report whose devices are still to be checked, one at a time. */
export interface ReportOfDevices extends Omit<FleetReport, 'devices'> {
	readonly devices: readonly unknown[];
}

const stored = {
	...wholeReport,
	asBefore: z.looseObject({ inSync: count, inSyncNames: names.optional(), drifted: names, unknown: names }).optional(),
	digest: z.string().optional(),
};

/** A whole report: `data/reports/…`, and `data/latest.json` of version 1. */
export const reportSchema: z.ZodType<StoredReport> = z.looseObject({ ...stored, devices: z.array(deviceSchema) });

/** `data/reports/…` but for its devices. */
export const storedHeadSchema: z.ZodType<StoredReport> = z.looseObject({ ...stored, ...noDevices });

/** `data/latest.json` of version 2, which named every device. */
export const latestV2Schema = z.looseObject({
	...ofReport,
	schemaVersion: z.literal(2),
	masks: maskUses,
	devices: z.array(z.looseObject({ ...told, ...measured })),
});

/** One device of `data/latest.json` */
export const toldSchema: z.ZodType<ToldDevice> = z.looseObject(told);

const latestHead = z.looseObject({ ...ofReport, schemaVersion: z.literal(3), masks: maskUses });

/** `data/latest.json` but for its devices. */
export const latestHeadSchema: z.ZodType<Omit<LatestFile, 'devices'>> = latestHead.extend(noDevices);

/** `data/latest.json` */
export const latestSchema: z.ZodType<LatestFile> = latestHead.extend({ devices: z.array(toldSchema) });

/** One device of `data/fleet.json` */
export const lastingSchema: z.ZodType<LastingDevice> = z.looseObject({
	...identity,
	...measured,
	first: z.looseObject({ at: time, runId: z.string() }).nullable().default(null),
	featureNames: z.array(z.string()).optional(),
});

const fleetHead = z.looseObject({ schemaVersion: z.literal(1) });

/** `data/fleet.json` but for its devices. */
export const fleetHeadSchema: z.ZodType<Omit<FleetStateFile, 'devices'>> = fleetHead.extend(noDevices);

/** `data/fleet.json` */
export const fleetStateSchema: z.ZodType<FleetStateFile> = fleetHead.extend({ devices: z.array(lastingSchema) });

/** A line of `data/runs/*.ndjson` */
export const summarySchema: z.ZodType<RunSummary> = z.looseObject({
	...run,
	schemaVersion: z.literal(2),
	mode,
	selected: z.literal(true).optional(),
	transitions: z.array(
		z.looseObject({
			name: z.string(),
			before: status.nullable(),
			status,
			reason: reason.nullable(),
			fingerprint: z.string().nullable(),
			at: time.optional(),
			runId: z.string().optional(),
		}),
	),
	added: names.optional(),
	standing: z.array(z.looseObject({ name: z.string(), status })).optional(),
	masks: maskUses.optional(),
});

/** The same of version 1, which named every device that was not in sync. */
export const summaryV1Schema = z.looseObject({
	...run,
	schemaVersion: z.literal(1),
	mode,
	drifted: names,
	unknown: z.array(z.looseObject({ name: z.string(), reason })),
	fingerprints: z.record(z.string(), z.string()),
});

/** `data/devices/<name>.json` */
export const timelineSchema: z.ZodType<DeviceTimeline> = z.looseObject({
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
