import type { DeviceTimeline, Transition } from '../../src/domain/history/device-timeline.ts';

/** Midnight of a day in November 2026, ISO 8601. */
export function dayOf(day: number): string {
	return new Date(Date.UTC(2026, 10, day)).toISOString();
}

/** A timeline from `[day of November 2026, state]`: `in-sync`, `unknown`, or the fingerprint of a drift. */
export function timelineOf(name: string, ...steps: readonly (readonly [day: number, state: string])[]): DeviceTimeline {
	return { schemaVersion: 1, name, transitions: steps.map(([day, state]) => transitionTo(day, state)) };
}

function transitionTo(day: number, state: string): Transition {
	const seen = { at: dayOf(day), runId: `run-${day}`, reason: null, fingerprint: null };
	if (state === 'in-sync') return { ...seen, status: 'in-sync' };
	if (state === 'unknown') return { ...seen, status: 'unknown', reason: 'unreachable' };
	return { ...seen, status: 'drifted', fingerprint: state };
}
