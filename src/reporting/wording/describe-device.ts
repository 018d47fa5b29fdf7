import { tallyOf } from '../../domain/device-details.ts';
import type { Change } from '../../domain/drift-report.ts';
import type { DeviceReport } from '../../domain/fleet-report.ts';
import { formatCount } from '../../domain/text/count-words.ts';
import { describeReason } from './describe-reason.ts';

/** What a reader should think of a device: its status, with the pre-flight classes told apart. */
export type DeviceState = 'conflict' | 'drifted' | 'unknown' | 'planned' | 'applied' | 'in-sync';

/** The severity, where it is one to look at first. */
export function alarmOf({ severity }: Change): 'critical' | 'high' | null {
	return severity === 'critical' || severity === 'high' ? severity : null;
}

/** Its status, and in a pre-flight check whether its changes conflict, are only planned, or run already. */
export function stateOf(device: DeviceReport): DeviceState {
	if (device.status === 'unknown') return 'unknown';
	const { byClass, changes, differences } = tallyOf(device);
	if (byClass.conflict > 0) return 'conflict';
	if (device.status === 'drifted') return 'drifted';
	if (changes === 0) return 'in-sync';
	return differences === 0 ? 'applied' : 'planned';
}

/** A state in words. */
export function nameState(state: DeviceState): string {
	return STATE_WORDS[state] ?? state;
}

const STATE_WORDS: Partial<Record<DeviceState, string>> = { applied: 'already applied', 'in-sync': 'in sync' };

/** A device that a report has to say something about. */
export function isNoteworthy(device: DeviceReport): boolean {
	return stateOf(device) !== 'in-sync';
}

/** `2 missing, 1 extra (1 critical)` or, of a pre-flight check, `1 conflict, 2 drift, 3 planned`; empty without changes. */
export function describeChanges(device: DeviceReport): string {
	const { byClass, byKind, isClassed, critical } = tallyOf(device);
	const counts = isClassed
		? ([
				['conflict', byClass.conflict],
				['drift', byClass.drift],
				['planned', byClass.planned],
				['applied', byClass.applied],
			] as const)
		: ([
				['missing', byKind.missing],
				['extra', byKind.extra],
				['changed', byKind.changed],
				['moved', byKind.moved],
			] as const);
	const told = counts.filter(([, count]) => count > 0).map(([word, count]) => `${formatCount(count)} ${word}`);
	return `${told.join(', ')}${critical === 0 ? '' : ` (${formatCount(critical)} critical)`}`;
}

/** What differs on a device, or why it could not be judged. */
export function describeOutcome(device: DeviceReport): string {
	return device.status === 'unknown' ? describeReason(device) : describeChanges(device);
}
