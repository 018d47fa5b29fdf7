import type { LastSize } from '../config/shrink.ts';
import { composed } from '../device-details.ts';
import type { DeviceReport, FleetReport } from '../fleet-report.ts';
import type { MaskUse } from '../masking/mask-use.ts';
import { flatMapInSteps, type Steps } from '../steps.ts';
import type { FirstAudit } from './quiet-device.ts';

/**
 * The fleet as the newest audit saw it: its report, less what differs from run to run without meaning anything (counts of
 * sessions, durations to the millisecond), and less diffs. So what a run adds to the branch is what changed, not the fleet.
 */
export interface FleetState extends Omit<FleetReport, 'schemaVersion' | 'mode' | 'selected' | 'devices'> {
	readonly masks: readonly MaskUse[];
	/** In the order of fleet.yml. */
	readonly devices: readonly PresentDevice[];
}

/** A device as the last audit saw it. `durationMs` says about how long it takes, not how long it took. */
export interface PresentDevice
	extends Omit<DeviceReport, 'diff' | 'metadata' | 'masked' | 'secretsNotCompared' | 'ignoredBy'> {
	/** About how many lines its running-config had when it was judged last, before masking; 0: it never was. */
	readonly lines: number;
	/** Where it was new and in sync; null: a timeline of its own tells when. */
	readonly first: FirstAudit | null;
	/** Features of fleet.yml that it had when it was judged last; left out: none, or none were judged. */
	readonly featureNames?: readonly string[];
}

/** What a report tells of a device and the state does not. */
const OF_REPORT: ReadonlySet<string> = new Set(['diff', 'metadata', 'masked', 'secretsNotCompared', 'ignoredBy']);

/** What the state tells of a device and a report does not. */
const OF_STATE: ReadonlySet<string> = new Set(['lines', 'first', 'featureNames']);

/**
 * What stays of a report. Details that lie elsewhere stay there.
 *
 * @param options.before - the state that it follows; null: the first
 * @param options.firsts - by name; of devices that are new and in sync
 */
export function* presentState(
	report: FleetReport,
	{
		masks,
		before,
		firsts = new Map(),
	}: {
		readonly masks: readonly MaskUse[];
		readonly before: FleetState | null;
		readonly firsts?: ReadonlyMap<string, FirstAudit>;
	},
): Steps<FleetState> {
	const { mode, selected, schemaVersion, devices, ...rest } = report;
	const known = new Map(before?.devices.map((device) => [device.name, device]));
	const durationOf = durations(devices, known);
	yield;
	const present = yield* flatMapInSteps(devices, (device): readonly PresentDevice[] => [
		composed(
			[
				device,
				{
					durationMs: durationOf(device),
					lines: aboutAsMany(known.get(device.name), { platform: device.platform, lines: device.masked.total ?? 0 }),
					first: known.get(device.name)?.first ?? firsts.get(device.name) ?? null,
					...featureNamesOf(device, known.get(device.name)),
				},
			],
			OF_REPORT,
		),
	]);
	return { ...rest, masks, devices: present };
}

/** The state as a report, for what reads one: without diffs and facts of the sessions. Details that lie elsewhere stay there. */
export function* asReport({ masks, devices, ...rest }: FleetState): Steps<FleetReport> {
	const noFacts = { diff: '', masked: { lines: 0, patterns: {} }, metadata: {} };
	const reports = yield* flatMapInSteps(devices, (device): readonly DeviceReport[] => [
		composed([device, noFacts], OF_STATE),
	]);
	return { ...rest, schemaVersion: 1, mode: 'audit', devices: reports };
}

/** A device that cannot be judged keeps those that it had. */
function featureNamesOf(
	{ features }: Pick<DeviceReport, 'features'>,
	known: PresentDevice | undefined,
): Pick<PresentDevice, 'featureNames'> {
	const names = features?.map(({ name }) => name) ?? known?.featureNames ?? [];
	return names.length === 0 ? {} : { featureNames: names };
}

type Lasting = Pick<DeviceReport, 'name' | 'durationMs'>;

/**
 * About how long devices take: what was known while it is right within a factor of four. In a large fleet some device always
 * has a bad day, so one in a hundred may be off before that is worth writing the fleet anew.
 */
function durations(devices: readonly Lasting[], known: ReadonlyMap<string, Lasting>): (device: Lasting) => number {
	const isOff = ({ name, durationMs: now }: Lasting): boolean => {
		const before = known.get(name)?.durationMs ?? 0;
		return before > 0 && (now > before * 4 || now < before / 4);
	};
	const areOff = devices.filter(isOff).length > devices.length / 100;
	return (device) => {
		const before = known.get(device.name)?.durationMs ?? 0;
		return before === 0 || (areOff && isOff(device)) ? device.durationMs : before;
	};
}

/** A number of lines that stays until it is off by a tenth, and while the device cannot be judged. */
function aboutAsMany(known: LastSize | undefined, { platform, lines }: LastSize): number {
	if (known?.platform !== platform) return lines;
	return lines === 0 || Math.abs(lines - known.lines) <= known.lines / 10 ? known.lines : lines;
}
