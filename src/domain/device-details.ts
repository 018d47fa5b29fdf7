import type { DeviceReport } from './fleet-report.ts';
import { type Tally, tally } from './tally.ts';

/** What a report tells of a device at length: as much as differs, where all else is a line or two. */
export type DeviceDetails = Pick<DeviceReport, 'changes' | 'diff' | 'remediation'>;

const TALLY = Symbol('tally');

/** A report whose details lie elsewhere. Their tally stays: what ranks, counts and sums up devices need not read them. */
interface CountedReport extends DeviceReport {
	readonly [TALLY]?: Tally;
}

/** The same report, whose details are read anew each time that somebody asks for them: a large fleet's need not fit into memory. */
export function withDetailsElsewhere(report: DeviceReport, read: () => DeviceDetails): DeviceReport {
	return Object.defineProperties(
		{ ...report, changes: [], diff: '' },
		{
			changes: { get: () => read().changes },
			diff: { get: () => read().diff },
			...(report.remediation === undefined ? {} : { remediation: { get: () => read().remediation } }),
			[TALLY]: { value: tally(report) },
		},
	);
}

export function hasDetailsElsewhere(report: CountedReport): boolean {
	return report[TALLY] !== undefined;
}

/** What is counted of a device's changes, without reading them from elsewhere. */
export function tallyOf(report: CountedReport): Tally {
	return report[TALLY] ?? tally(report);
}

/** A copy that says something else beside its details; those that lie elsewhere stay there, where `{ ...report }` would read them. */
export function amended(report: DeviceReport, values: Partial<Omit<DeviceReport, keyof DeviceDetails>>): DeviceReport {
	// An engine keeps objects that were made of descriptors as tables, which are several times as large.
	if (!hasDetailsElsewhere(report)) return { ...report, ...values };
	const copy: DeviceReport = Object.create(Object.prototype, Object.getOwnPropertyDescriptors(report));
	return Object.assign(copy, values);
}
