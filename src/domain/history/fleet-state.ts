import type { LastSize } from '../config/shrink.ts';
import type { DeviceReport, FleetReport } from '../fleet-report.ts';
import type { MaskUse } from '../masking/mask-use.ts';

/**
 * `data/latest.json`, schema version 2: the last report, less what differs from run to run without meaning anything
 * (counts of sessions, durations to the millisecond), and less diffs. So what a run adds to the branch is what changed, not
 * the fleet.
 */
export interface FleetState extends Omit<FleetReport, 'schemaVersion' | 'mode' | 'selected' | 'devices'> {
	readonly schemaVersion: 2;
	readonly masks: readonly MaskUse[];
	/** In the order of fleet.yml. */
	readonly devices: readonly PresentDevice[];
}

/** A device as the last audit saw it. `durationMs` says about how long it takes, not how long it took. */
export interface PresentDevice extends Omit<DeviceReport, 'diff' | 'metadata' | 'masked'> {
	/** About how many lines its running-config had when it was judged last, before masking; 0: it never was. */
	readonly lines: number;
}

/**
 * What stays of a report.
 *
 * @param options.before - the state that it follows; null: the first
 */
export function presentState(
	report: FleetReport,
	{ masks, before }: { readonly masks: readonly MaskUse[]; readonly before: FleetState | null },
): FleetState {
	const { mode, selected, devices, ...rest } = report;
	const known = new Map(before?.devices.map((device) => [device.name, device]));
	return {
		...rest,
		schemaVersion: 2,
		masks,
		devices: devices.map(({ diff, metadata, masked, ...device }) => ({
			...device,
			durationMs: aboutAsLong(known.get(device.name)?.durationMs ?? null, device.durationMs),
			lines: aboutAsMany(known.get(device.name), { ...device, lines: masked.total ?? 0 }),
		})),
	};
}

/** The state as a report, for what reads one: without diffs and without facts of the sessions. */
export function asReport({ masks, devices, ...rest }: FleetState): FleetReport {
	return {
		...rest,
		schemaVersion: 1,
		mode: 'audit',
		devices: devices.map(({ lines, ...device }) => ({
			...device,
			diff: '',
			masked: { lines: 0, patterns: {} },
			metadata: {},
		})),
	};
}

/**
 * A duration that stays until it is off by more than a factor of two, and then moves no further than it must: what varies by
 * chance comes to rest after a few audits.
 */
function aboutAsLong(known: number | null, now: number): number {
	if (known === null || known === 0) return now;
	return Math.round(Math.min(Math.max(known, now / 2), now * 2));
}

/** A number of lines that stays until it is off by a tenth, and while the device cannot be judged. */
function aboutAsMany(known: LastSize | undefined, { platform, lines }: LastSize): number {
	if (known?.platform !== platform) return lines;
	return lines === 0 || Math.abs(lines - known.lines) <= known.lines / 10 ? known.lines : lines;
}
