import { createHash } from 'node:crypto';
import type { DeviceStatus, FleetReport } from '../../domain/fleet-report.ts';
import type { Steps } from '../../domain/steps.ts';
import { jsonByItem } from '../../domain/text/json-by-item.ts';
import { inPieces, type Pieces, wordless } from '../../domain/text/pieces.ts';

/**
 * A report on the branch: in full what is new in the run. Devices that are as they were are named; what differs on them
 * stands in the report of the run that saw it first, so a drift of months is kept once.
 */
export interface StoredReport extends FleetReport {
	/** Left out where every device is new. */
	readonly asBefore?: {
		readonly inSync: number;
		/** In a report of a part of the fleet; older versions lack it. */
		readonly inSyncNames?: readonly string[];
		readonly drifted: readonly string[];
		readonly unknown: readonly string[];
	};
	/** SHA-256 of the whole report: two runs that share an id are told apart by it. Reports of older versions lack it. */
	readonly digest?: string;
}

/**
 * The file of a report, in pieces.
 *
 * @param changed - the names of the devices that are new, or in another state than before
 */
export function storedReport(report: FleetReport, changed: ReadonlySet<string>): Pieces {
	return inPieces(parts(report, changed));
}

function* parts(report: FleetReport, changed: ReadonlySet<string>): Generator<string> {
	const digest = yield* wordless(digestOf(report));
	yield* jsonByItem({ ...withNews(report, changed), digest }, '\t');
	yield '\n';
}

function withNews(report: FleetReport, changed: ReadonlySet<string>): StoredReport {
	const same = report.devices.filter(({ name }) => !changed.has(name));
	if (report.mode === 'preflight' || same.length === 0) return report;
	const named = (status: DeviceStatus): readonly string[] =>
		same.filter((device) => device.status === status).map(({ name }) => name);
	const inSyncNames = named('in-sync');
	return {
		...report,
		devices: report.devices.filter(({ name }) => changed.has(name)),
		asBefore: {
			inSync: inSyncNames.length,
			...(report.selected === true ? { inSyncNames } : {}),
			drifted: named('drifted'),
			unknown: named('unknown'),
		},
	};
}

/** The devices that an audit of a part of the fleet looked at; null: of all, or of a version that did not say. */
export function devicesLookedAt({ selected, devices, asBefore }: StoredReport): ReadonlySet<string> | null {
	if (selected !== true) return null;
	const names = devices.map(({ name }) => name);
	if (asBefore === undefined) return new Set(names);
	const { inSyncNames, drifted, unknown } = asBefore;
	return inSyncNames === undefined ? null : new Set([...names, ...inSyncNames, ...drifted, ...unknown]);
}

/** Whether a report of the branch was made of this one. Older versions kept no digest: there the start of the run decides. */
export function* isStoredFrom(stored: StoredReport, report: FleetReport): Steps<boolean> {
	if (stored.digest === undefined) return stored.startedAt === report.startedAt;
	return stored.digest === (yield* digestOf(report));
}

/** Of the report on one line. */
function* digestOf(report: FleetReport): Steps<string> {
	const hash = createHash('sha256');
	for (const part of jsonByItem(report, '')) {
		hash.update(part);
		yield;
	}
	return hash.digest('hex');
}
