import type { DeviceStatus } from '../fleet-report.ts';
import type { MaskUse } from '../masking/mask-use.ts';
import type { RunSummary } from '../run-summary.ts';
import { asStep, filterInSteps, flatMapInSteps, orderInSteps, type Steps } from '../steps.ts';
import { type DayOfFleet, dailyTrend } from './daily-trend.ts';
import type { DeviceTimeline, Transition } from './device-timeline.ts';
import { type DriftEpisode, driftEpisodes, sinceOf } from './drift-episodes.ts';
import { type FlappingDevice, flappingInSteps } from './flapping.ts';
import { type NoisyLine, noisyInSteps, type PastDrift } from './noisy-lines.ts';
import { type RepairTime, repairTime } from './repair-time.ts';
import { type UnseenDevice, unseenInSteps } from './unseen-devices.ts';

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

/**
 * Tells what a results branch knows of a period; what is older counts only where it lasts into it. In steps: a year of a large
 * fleet has hundreds of thousands of transitions.
 */
export function* fleetHistoryInSteps(
	{ lastAudit, runs, timelines, asked, drifts, masks }: PastOfFleet,
	period: Period,
): Steps<FleetHistory> {
	const { since, now, unseenDays } = period;
	const present = yield* filterInSteps(timelines, ({ name }) => asked.has(name));
	const open = yield* flatMapInSteps(present, openDevice);
	const transitions = yield* flatMapInSteps(timelines, (timeline) => transitionsOf(timeline, period));
	const episodes = yield* flatMapInSteps(timelines, (timeline) =>
		driftEpisodes(timeline).filter((episode) => isCounted(episode, timeline, asked)),
	);
	return {
		schemaVersion: 1,
		from: new Date(since).toISOString(),
		lastAudit,
		open: yield* orderInSteps(open, (device) => Date.parse(device.since)),
		transitions: yield* orderInSteps(transitions, ({ at }) => -Date.parse(at)),
		repair: yield* asStep(() => repairTime(episodes, { since })),
		flapping: yield* flappingInSteps(timelines, { since }),
		unseen: yield* unseenInSteps(timelines, { asked, now, days: unseenDays }),
		trend: yield* asStep(() => dailyTrend(runs, { since })),
		noisy: yield* noisyInSteps(drifts),
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
