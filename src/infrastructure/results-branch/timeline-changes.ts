import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import {
	type DeviceTimeline,
	isSameState,
	observe,
	type Transition,
	timelineState,
} from '../../domain/history/device-timeline.ts';
import type { FleetState, PresentDevice } from '../../domain/history/fleet-state.ts';
import type { RunSummary, TimelineChange } from '../../domain/run-summary.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';

/** A device whose state is not the one that latest.json has, with its timeline before and after the run. */
export interface ChangedDevice extends TimelineChange {
	readonly device: DeviceReport;
}

/**
 * The devices whose timeline may change. In every commit the timelines agree with latest.json, so a device that is there
 * in the same state has nothing new.
 */
export function devicesThatChanged(report: FleetReport, latest: FleetState | null): readonly DeviceReport[] {
	if (report.mode === 'preflight') return [];
	const known = presentByName(latest);
	return report.devices.filter((device) => {
		const before = known.get(device.name);
		return before === undefined || !isSameState(before, device);
	});
}

/**
 * What a run does to the timelines.
 *
 * @param options.timelines - by device name; a device without one is new
 * @param options.next - the audit that looked at a device after a late run; undefined: none did
 */
export function* timelineChanges(
	report: FleetReport,
	{
		latest,
		timelines,
		next: nextOf,
	}: {
		readonly latest: FleetState | null;
		readonly timelines: ReadonlyMap<string, DeviceTimeline>;
		readonly next: (name: string) => RunSummary | undefined;
	},
): Steps<readonly ChangedDevice[]> {
	const devices = devicesThatChanged(report, latest);
	yield;
	return yield* flatMapInSteps(devices, (device) => {
		const before = timelines.get(device.name) ?? { schemaVersion: 1, name: device.name, transitions: [] };
		const { startedAt, runId } = report;
		const last = before.transitions.at(-1);
		const next = nextOf(device.name);
		// After the newest run nothing has come yet, whatever a clock that was ahead has said.
		const at =
			next === undefined && last !== undefined && Date.parse(last.at) > Date.parse(startedAt) ? last.at : startedAt;
		const seen = observe(before, { at, runId, ...timelineState(device) });
		return [{ device, before, after: next === undefined ? seen : withLaterState(seen, { before, next }) }];
	});
}

/** The devices of the last run by name; none where the branch is new. */
export function presentByName(latest: FleetState | null): ReadonlyMap<string, PresentDevice> {
	return new Map(latest?.devices.map((device) => [device.name, device]));
}

/** After a late run is filed into the past, what the run after it saw still holds. */
function withLaterState(
	timeline: DeviceTimeline,
	{ before, next }: { readonly before: DeviceTimeline; readonly next: RunSummary },
): DeviceTimeline {
	const state = stateAt(before, next.startedAt);
	if (state === undefined) return timeline;
	const { status, reason, fingerprint } = state;
	return observe(timeline, { at: next.startedAt, runId: next.runId, status, reason, fingerprint });
}

function stateAt({ transitions }: DeviceTimeline, at: string): Transition | undefined {
	return transitions.findLast((transition) => Date.parse(transition.at) <= Date.parse(at));
}
