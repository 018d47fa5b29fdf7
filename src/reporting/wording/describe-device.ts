import type { Change, ChangeClass, ChangeKind } from '../../domain/drift-report.ts';
import type { DeviceReport } from '../../domain/fleet-report.ts';
import { SEVERITIES, type Severity } from '../../domain/severity/severity.ts';
import { formatCount } from '../../domain/text/count-words.ts';

/** What a reader should think of a device: its status, with the pre-flight classes told apart. */
export type DeviceState = 'conflict' | 'drifted' | 'unknown' | 'planned' | 'applied' | 'in-sync';

export interface ChangeCounts {
	readonly byClass: Readonly<Record<ChangeClass, number>>;
	readonly byKind: Readonly<Record<ChangeKind, number>>;
	/** Changes that somebody has to look at: drift and conflict. */
	readonly drift: number;
}

/** Counts a device's changes. Outside of a pre-flight check every change is drift. */
export function countChanges({ changes }: DeviceReport): ChangeCounts {
	const byClass = { planned: 0, applied: 0, drift: 0, conflict: 0 };
	const byKind = { missing: 0, extra: 0, changed: 0, moved: 0 };
	for (const change of changes) {
		byClass[change.class ?? 'drift'] += 1;
		byKind[change.kind] += 1;
	}
	return { byClass, byKind, drift: byClass.drift + byClass.conflict };
}

/** The worst severity of a device's drift; null where there is none, or where an older version did not say. */
export function worstSeverity({ changes }: DeviceReport): Severity | null {
	const drift = changes.filter((change) => change.class !== 'planned' && change.class !== 'applied');
	return SEVERITIES.find((severity) => drift.some((change) => change.severity === severity)) ?? null;
}

/** The severity, where it is one to look at first. */
export function alarmOf({ severity }: Change): 'critical' | 'high' | null {
	return severity === 'critical' || severity === 'high' ? severity : null;
}

/** Its status, and in a pre-flight check whether its changes conflict, are only planned, or run already. */
export function stateOf(device: DeviceReport): DeviceState {
	if (device.status === 'unknown') return 'unknown';
	if (device.changes.some((change) => change.class === 'conflict')) return 'conflict';
	if (device.status === 'drifted') return 'drifted';
	if (device.changes.length === 0) return 'in-sync';
	return device.changes.every((change) => change.class === 'applied') ? 'applied' : 'planned';
}

/** A state in words. */
export function nameState(state: DeviceState): string {
	return STATE_WORDS[state] ?? state;
}

const STATE_WORDS: Partial<Record<DeviceState, string>> = { applied: 'applied already', 'in-sync': 'in sync' };

/** A device that a report has to say something about. */
export function isNoteworthy(device: DeviceReport): boolean {
	return stateOf(device) !== 'in-sync';
}

/** `2 missing, 1 extra (1 critical)` or, of a pre-flight check, `1 conflict, 2 drift, 3 planned`; empty without changes. */
export function describeChanges(device: DeviceReport): string {
	const { byClass, byKind } = countChanges(device);
	const classed = device.changes.some((change) => change.class !== null);
	const counts = classed
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
	const alarming = device.changes.filter((change) => alarmOf(change) === 'critical').length;
	const told = counts.filter(([, count]) => count > 0).map(([word, count]) => `${formatCount(count)} ${word}`);
	return `${told.join(', ')}${alarming === 0 ? '' : ` (${formatCount(alarming)} critical)`}`;
}
