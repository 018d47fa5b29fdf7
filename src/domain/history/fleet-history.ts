import type { DeviceStatus } from '../fleet-report.ts';
import type { MaskUse } from '../masking/mask-use.ts';
import type { RunSummary } from '../run-summary.ts';
import { type DayOfFleet, dailyTrend } from './daily-trend.ts';
import type { DeviceTimeline, Transition } from './device-timeline.ts';
import { type DriftEpisode, driftEpisodes, sinceOf } from './drift-episodes.ts';
import { type FlappingDevice, flappingDevices } from './flapping.ts';
import { type NoisyLine, noisyLines, type PastDrift } from './noisy-lines.ts';
import { type RepairTime, repairTime } from './repair-time.ts';
import { type UnseenDevice, unseenDevices } from './unseen-devices.ts';

/** What a results branch tells about a fleet: what `history --json` prints, schema version 1. */
export interface FleetHistory {
	readonly schemaVersion: 1;
	/** ISO 8601, UTC: what follows is about the time from here on, but for `since`, which may be older. */
	readonly from: string;
	/** ISO 8601, UTC: when the newest audit began, also where it is older; null: there was none. */
	readonly lastAudit: string | null;
	/** Devices that are not in sync, the longest first. */
	readonly open: readonly OpenDevice[];
	/** What changed in the period, newest first. */
	readonly transitions: readonly DeviceTransition[];
	readonly repair: RepairTime;
	readonly flapping: readonly FlappingDevice[];
	readonly unseen: readonly UnseenDevice[];
	readonly trend: readonly DayOfFleet[];
	/** Lines that keep drifting. */
	readonly noisy: readonly NoisyLine[];
	/** What masks took out in the last audit, those with the most hits first. */
	readonly masks: readonly MaskUse[];
}

/** A device that is not in sync. */
export interface OpenDevice {
	readonly name: string;
	readonly status: DeviceStatus;
	/** ISO 8601, UTC. */
	readonly since: string;
}

/** A device got into another state. */
export interface DeviceTransition extends Transition {
	readonly name: string;
	/** What the device was before; null at its first audit. */
	readonly before: DeviceStatus | null;
}

/** What a results branch knows. */
export interface PastOfFleet {
	/** ISO 8601, UTC: when the newest audit began; null: there was none. */
	readonly lastAudit: string | null;
	readonly runs: readonly RunSummary[];
	readonly timelines: readonly DeviceTimeline[];
	/** Names of the devices of the last audit. */
	readonly asked: ReadonlySet<string>;
	/** What differed on devices whose drift was new, as far as reports of the period are kept. */
	readonly drifts: readonly PastDrift[];
	readonly masks: readonly MaskUse[];
}

/** The period in question, and from how many days on a device counts as not seen. Times in milliseconds since the epoch. */
export interface Period {
	readonly since: number;
	readonly now: number;
	readonly unseenDays: number;
}

/** Tells what a results branch knows of a period; what is older counts only where it lasts into it. */
export function fleetHistory(
	{ lastAudit, runs, timelines, asked, drifts, masks }: PastOfFleet,
	period: Period,
): FleetHistory {
	const { since, now, unseenDays } = period;
	return {
		schemaVersion: 1,
		from: new Date(since).toISOString(),
		lastAudit,
		open: timelines
			.filter(({ name }) => asked.has(name))
			.flatMap(openDevice)
			.toSorted(bySince),
		transitions: timelines.flatMap((timeline) => transitionsOf(timeline, period)).toSorted(newestFirst),
		repair: repairTime(
			timelines.flatMap((timeline) => driftEpisodes(timeline).filter((episode) => isCounted(episode, timeline, asked))),
			{ since },
		),
		flapping: flappingDevices(timelines, { since }),
		unseen: unseenDevices(timelines, { asked, now, days: unseenDays }),
		trend: dailyTrend(runs, { since }),
		noisy: noisyLines(drifts),
		masks,
	};
}

/** Of a device that has left the fleet nobody knows whether its drift goes on: only what was mended counts. */
function isCounted({ endedAt }: DriftEpisode, { name }: DeviceTimeline, asked: ReadonlySet<string>): boolean {
	return endedAt !== null || asked.has(name);
}

/** The changes of a device in the period, oldest first. */
export function transitionsOf(
	{ name, transitions }: DeviceTimeline,
	{ since }: Pick<Period, 'since'>,
): readonly DeviceTransition[] {
	return transitions.flatMap((transition, index) =>
		Date.parse(transition.at) < since ? [] : [{ name, before: transitions[index - 1]?.status ?? null, ...transition }],
	);
}

function openDevice(timeline: DeviceTimeline): readonly OpenDevice[] {
	const status = timeline.transitions.at(-1)?.status ?? 'in-sync';
	const since = sinceOf(timeline);
	return status === 'in-sync' || since === null ? [] : [{ name: timeline.name, status, since }];
}

function bySince(one: OpenDevice, other: OpenDevice): number {
	return Date.parse(one.since) - Date.parse(other.since);
}

function newestFirst(one: DeviceTransition, other: DeviceTransition): number {
	return Date.parse(other.at) - Date.parse(one.at);
}
