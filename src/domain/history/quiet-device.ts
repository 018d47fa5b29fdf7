import type { DeviceTimeline, Transition } from './device-timeline.ts';

/** The audit that saw a device first. */
export type FirstAudit = Pick<Transition, 'at' | 'runId'>;

/** The timeline of a device that has been in sync in every audit, which no file need tell. */
export function quietTimeline(name: string, { at, runId }: FirstAudit): DeviceTimeline {
	return { schemaVersion: 1, name, transitions: [{ at, runId, status: 'in-sync', reason: null, fingerprint: null }] };
}

/** Whether a timeline tells no more than since when the device is known. */
export function isQuiet({ transitions }: Pick<DeviceTimeline, 'transitions'>): boolean {
	return transitions.length === 1 && transitions[0]?.status === 'in-sync';
}
