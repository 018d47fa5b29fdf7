import type { ChangeClass, ChangeKind } from './drift-report.ts';
import type { DeviceReport } from './fleet-report.ts';
import { SEVERITIES, type Severity } from './severity/severity.ts';

/** What can be counted of a device's changes: a few numbers, whatever there is to tell of them. */
export interface Tally {
	/** Outside of a pre-flight check every change is drift. */
	readonly byClass: Readonly<Record<ChangeClass, number>>;
	readonly byKind: Readonly<Record<ChangeKind, number>>;
	readonly changes: number;
	/** Changes by which the two sides differ: all but those that are already applied. */
	readonly differences: number;
	/** Whether any change has a class, as those of a pre-flight check have. */
	readonly isClassed: boolean;
	/** Of its drift; null where there is none, or where an older version did not say. */
	readonly worst: Severity | null;
	/** Changes of severity `critical`, whatever their class. */
	readonly critical: number;
	readonly hasDiff: boolean;
}

/** Counts what is told of a device. */
export function tally({ changes, diff }: Pick<DeviceReport, 'changes' | 'diff'>): Tally {
	if (changes.length === 0 && diff === '') return NOTHING;
	const byClass = { planned: 0, applied: 0, drift: 0, conflict: 0 };
	const byKind = { missing: 0, extra: 0, changed: 0, moved: 0 };
	const severities = new Set<Severity | undefined>();
	let isClassed = false;
	let critical = 0;
	for (const { kind, class: given, severity } of changes) {
		byClass[given ?? 'drift'] += 1;
		byKind[kind] += 1;
		isClassed ||= given !== null;
		if (severity === 'critical') critical += 1;
		if (given !== 'planned' && given !== 'applied') severities.add(severity);
	}
	return {
		byClass,
		byKind,
		changes: changes.length,
		differences: changes.length - byClass.applied,
		isClassed,
		worst: SEVERITIES.find((severity) => severities.has(severity)) ?? null,
		critical,
		hasDiff: diff !== '',
	};
}

/** Of most devices of a large fleet, which are asked for it again and again. */
const NOTHING: Tally = {
	byClass: { planned: 0, applied: 0, drift: 0, conflict: 0 },
	byKind: { missing: 0, extra: 0, changed: 0, moved: 0 },
	changes: 0,
	differences: 0,
	isClassed: false,
	worst: null,
	critical: 0,
	hasDiff: false,
};
