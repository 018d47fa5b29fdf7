import type { ChangeKind } from '../../domain/drift-report.ts';
import type { DeviceStatus } from '../../domain/fleet-report.ts';
import type { Severity } from '../../domain/severity/severity.ts';

/**
 * What the page of the results branch reads besides its own markup. Every text in it is neutralised, so the page may show it
 * as it is.
 */

/** What index.html carries itself. */
export interface PageState {
	/** ISO 8601, UTC: start of the newest audit, which ages are counted to. */
	readonly at: string;
	/** Run id of the newest audit: makes a browser fetch what changed with it. */
	readonly version: string;
	/** Months that have a segment, oldest first. */
	readonly months: readonly string[];
	/** Devices that are not in sync; all others are. */
	readonly open: readonly PageDevice[];
}

/** A device that is not in sync, as the table of the page shows it. */
export interface PageDevice {
	readonly name: string;
	readonly status: DeviceStatus;
	/** ISO 8601, UTC; null where it is not known. */
	readonly since: string | null;
	/** `2 missing, 1 extra`, or why the device could not be judged. */
	readonly detail: string;
}

/** `page/devices.js`: the fleet. It changes only with fleet.yml. */
export interface Inventory {
	readonly groups: readonly DeviceGroup[];
}

/** Devices that share platform, site and role; each is called `prefix` and one of `names`. */
export interface DeviceGroup {
	readonly platform: string;
	readonly site: string;
	readonly role: string;
	readonly prefix: string;
	readonly names: readonly string[];
}

/** `page/months/2026-11.js` */
export interface MonthSegment {
	readonly month: string;
	/** Who was not in sync when the month began. */
	readonly standing: readonly (readonly [name: string, status: DeviceStatus])[];
	/** Audits, oldest first. */
	readonly runs: readonly PageRun[];
}

/** An audit, with the devices that were in another state than before. */
export interface PageRun {
	readonly id: string;
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly health: number | null;
	readonly coverage: number | null;
	readonly drifted: readonly string[];
	readonly inSync: readonly string[];
	readonly unknown: readonly (readonly [name: string, reason: string])[];
	/** Devices that no audit had seen before, whatever their state. Left out where there are none, and by older versions. */
	readonly added?: readonly string[];
	/** Masks that hit more or less than before. Left out where none did, and by older versions. */
	readonly masks?: readonly (readonly [id: string, hits: number])[];
}

/** `page/runs/2026/11/<runId>.js`: what differed on the devices whose drift was new. Also `page/standing.js`. */
export interface Drifts {
	readonly devices: readonly PageDrift[];
}

/** The drift of one device, cut to what a page shows. */
export interface PageDrift {
	readonly name: string;
	readonly changes: readonly PageChange[];
	/** Changes beyond those. */
	readonly more: number;
}

/** A change, with `line` as intended (of an extra one: as running) and `running` only where it is another line. */
export interface PageChange {
	readonly kind: ChangeKind;
	readonly lineage: readonly string[];
	readonly line: string;
	readonly running: string | null;
	readonly intendedLine: number | null;
	readonly runningLine: number | null;
	readonly severity: Severity | null;
}
