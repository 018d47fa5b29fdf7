import type { DeviceReport } from './fleet-report.ts';
import { type Tally, tally } from './tally.ts';

/** What a report tells of a device at length: as much as differs, where all else is a line or two. */
export type DeviceDetails = Pick<DeviceReport, 'changes' | 'diff' | 'remediation'>;

const READ = Symbol('read');
const TALLY = Symbol('tally');

/** What tells of a device and has its details elsewhere. Their tally stays: what ranks and counts devices need not read them. */
interface Elsewhere {
	readonly [READ]?: () => DeviceDetails;
	readonly [TALLY]?: Tally;
}

// The same for all: an engine keeps objects that have getters of their own as tables, which are several times as large.
const GETTERS: ReadonlyMap<string, PropertyDescriptor> = new Map(
	(['changes', 'diff', 'remediation'] as const).map((name) => [
		name,
		{
			get(this: Required<Elsewhere>) {
				return this[READ]()[name];
			},
			configurable: true,
			enumerable: true,
		},
	]),
);

/**
 * The same report, whose details are read anew each time that somebody asks for them: a large fleet's need not fit into memory.
 */
export function withDetailsElsewhere<Report extends DeviceDetails | Omit<DeviceDetails, 'diff'>>(
	report: Report,
	read: () => DeviceDetails,
): Report {
	return composedOf([report], {
		source: report,
		read,
		counted: tally({ diff: '', ...report }),
		leftOut: NONE,
	}) as Report;
}

/** Whether to ask a report for its details reads them from where they are kept. */
export function hasDetailsElsewhere(report: object): boolean {
	return READ in report;
}

/** What is counted of a device's changes, without reading them from elsewhere. */
export function tallyOf(report: DeviceReport & Elsewhere): Tally {
	return report[TALLY] ?? tally(report);
}

/**
 * A copy that says something else beside its details; those that lie elsewhere stay there, where `{ ...report }` would read them.
 */
export function amended(report: DeviceReport, values: Partial<Omit<DeviceReport, keyof DeviceDetails>>): DeviceReport {
	return composed([report, values]);
}

/**
 * The copy that `{ ...one, ...other }` makes; details that lie elsewhere stay there.
 *
 * @param leftOut - properties that the copy has not
 */
export function composed<Whole>(parts: readonly object[], leftOut: ReadonlySet<string> = NONE): Whole {
	const source: Elsewhere | undefined = parts.find(hasDetailsElsewhere);
	if (source === undefined) return composedOfPlain(parts, leftOut) as Whole;
	const { [READ]: read, [TALLY]: counted } = source;
	return composedOf(parts, { source, read, counted, leftOut }) as Whole;
}

const NONE: ReadonlySet<string> = new Set();

function composedOfPlain(parts: readonly object[], leftOut: ReadonlySet<string>): object {
	const copy: Record<string, unknown> = {};
	for (const part of parts) {
		for (const [key, value] of Object.entries(part)) if (!leftOut.has(key)) copy[key] = value;
	}
	return copy;
}

/** @param options.source - the part whose details lie elsewhere */
function composedOf(
	parts: readonly object[],
	{
		source,
		read,
		counted,
		leftOut,
	}: {
		readonly source: object;
		readonly read: (() => DeviceDetails) | undefined;
		readonly counted: Tally | undefined;
		readonly leftOut: ReadonlySet<string>;
	},
): object {
	const owners = new Map<string, object>();
	for (const part of parts) for (const key of Object.keys(part)) owners.set(key, part);
	const copy: Record<string, unknown> = {};
	for (const [key, owner] of owners) {
		if (leftOut.has(key)) continue;
		const getter = owner === source ? GETTERS.get(key) : undefined;
		// Never defined twice: an engine would make a table of it after all.
		if (getter === undefined) copy[key] = Reflect.get(owner, key);
		else Object.defineProperty(copy, key, getter);
	}
	Object.defineProperty(copy, READ, { value: read });
	return Object.defineProperty(copy, TALLY, { value: counted });
}
