import { createHash } from 'node:crypto';
import type { DeviceStatus, FleetReport } from '../../domain/fleet-report.ts';

/**
 * A report on the branch: in full what is new in the run. Devices that are as they were are named; what differs on them
 * stands in the report of the run that saw it first, so a drift of months is kept once.
 */
export interface StoredReport extends FleetReport {
	/** Left out where every device is new. */
	readonly asBefore?: {
		readonly inSync: number;
		readonly drifted: readonly string[];
		readonly unknown: readonly string[];
	};
	/** SHA-256 of the whole report: two runs that share an id are told apart by it. Reports of older versions lack it. */
	readonly digest?: string;
}

/** @param changed - the names of the devices that are new, or in another state than before */
export function storedReport(report: FleetReport, changed: ReadonlySet<string>): StoredReport {
	const digest = digestOf(report);
	const same = report.devices.filter(({ name }) => !changed.has(name));
	if (report.mode === 'preflight' || same.length === 0) return { ...report, digest };
	const named = (status: DeviceStatus): readonly string[] =>
		same.filter((device) => device.status === status).map(({ name }) => name);
	return {
		...report,
		devices: report.devices.filter(({ name }) => changed.has(name)),
		asBefore: { inSync: named('in-sync').length, drifted: named('drifted'), unknown: named('unknown') },
		digest,
	};
}

/** Whether a report of the branch was made of this one. Older versions kept no digest: there the start of the run decides. */
export function isStoredFrom(stored: StoredReport, report: FleetReport): boolean {
	if (stored.digest === undefined) return stored.startedAt === report.startedAt;
	return stored.digest === digestOf(report);
}

function digestOf(report: FleetReport): string {
	return createHash('sha256').update(JSON.stringify(report)).digest('hex');
}
