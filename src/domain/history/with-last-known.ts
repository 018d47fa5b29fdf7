import { amended } from '../device-details.ts';
import type { DeviceReport, FleetReport } from '../fleet-report.ts';
import { flatMapInSteps, type Steps } from '../steps.ts';
import type { DeviceTimeline, Transition } from './device-timeline.ts';
import { sinceOf } from './drift-episodes.ts';

/**
 * Adds to devices that were not asked what the last audits found, so that a reviewer of a change knows what it meets; and
 * whether the change writes into the file just what ran there then.
 */
export function* withLastKnown(report: FleetReport, timelines: readonly DeviceTimeline[]): Steps<FleetReport> {
	const byName = new Map(timelines.map((timeline) => [timeline.name, timeline]));
	const told = (device: DeviceReport): DeviceReport => {
		const timeline = byName.get(device.name);
		const last = timeline?.transitions.at(-1);
		if (timeline === undefined || last === undefined || device.status !== 'unknown') return device;
		const hasSecrets = device.changes.some(({ line, runningText }) => `${line}${runningText}`.includes('<secret'));
		const sentence = describe(last, { since: sinceOf(timeline), proposed: device.fingerprint, hasSecrets });
		return amended(device, { message: device.message === null ? sentence : `${device.message}. ${sentence}` });
	};
	return { ...report, devices: yield* flatMapInSteps(report.devices, (device) => [told(device)]) };
}

function describe(
	{ status, fingerprint }: Transition,
	{
		since,
		proposed,
		hasSecrets,
	}: { readonly since: string | null; readonly proposed: string | null; readonly hasSecrets: boolean },
): string {
	const found = { 'in-sync': 'in sync', drifted: 'drifted', unknown: 'unknown' }[status];
	const lead = `The last audits found it ${found}${since === null ? '' : ` since ${since.slice(0, 10)}`}`;
	if (status !== 'drifted') return lead;
	if (fingerprint === null || fingerprint !== proposed) return `${lead}, by something else than this change`;
	// What drift is known by holds no secret: a change that writes another one looks the same.
	const exception = hasSecrets ? '; whether its secrets are those that run is not known' : '';
	return `${lead}, and this change writes that drift into the file${exception}`;
}
