import type { Change, ChangeClass } from '../drift-report.ts';

/** The three comparisons of a pre-flight check, each intended → running. */
export interface ThreeWay {
	/** base → live: how the device differs from what was agreed before the pull request. */
	readonly drift: readonly Change[];
	/** base → head: what the pull request changes. */
	readonly plan: readonly Change[];
	/** head → live: what is left between the pull request and the device. */
	readonly remaining: readonly Change[];
}

/**
 * Classifies what stands between a pull request and a device:
 * - `planned`: the pull request changes it and the device is still as base says
 * - `applied`: the device already is as the pull request wants it
 * - `drift`: the device differs from base where the pull request changes nothing
 * - `conflict`: the device differs from base at a line that the pull request changes too
 */
export function classifyChanges({ drift, plan, remaining }: ThreeWay): readonly Change[] {
	const drifted = new Set(drift.flatMap(touched));
	const planned = new Set(plan.flatMap(touched));
	/** Lines of base that both sides changed differently, with what each made of them. */
	const contested = contestedPlaces(drift, plan);
	const classOf = (change: Change): ChangeClass => {
		const places = touched(change);
		if (places.some((place) => contested.has(place))) return 'conflict';
		const isPlanned = places.some((place) => planned.has(place));
		const isDrift = places.some((place) => drifted.has(place));
		// Base has neither line: the pull request and the device each put one of their own in the same place.
		if (isPlanned && isDrift) return 'conflict';
		return isPlanned ? 'planned' : 'drift';
	};
	const left = new Set(remaining.flatMap(touched));
	const applied = plan
		.filter((change) => touched(change).every((place) => !left.has(place) && drifted.has(place)))
		.map((change): Change => ({ ...change, ...asLive(change), class: 'applied' }));
	return [...remaining.map((change): Change => ({ ...change, class: classOf(change) })), ...applied];
}

/** The lines that a change is about, with their place in the hierarchy. */
function touched({ lineage, line, runningText }: Change): readonly string[] {
	const place = (text: string): string => JSON.stringify([...lineage, text]);
	return runningText === null ? [place(line)] : [place(line), place(runningText)];
}

function contestedPlaces(drift: readonly Change[], plan: readonly Change[]): ReadonlySet<string> {
	// drift: base → live. plan: base → head. In both, what base said is `missing` or the first half of `changed`.
	const lostOnDevice = new Map(drift.filter(isLost).map((change) => [touched(change)[0] ?? '', change]));
	const contested = new Set<string>();
	for (const change of plan.filter(isLost)) {
		const counterpart = lostOnDevice.get(touched(change)[0] ?? '');
		if (counterpart === undefined || isSameChange(change, counterpart)) continue;
		for (const place of [...touched(change), ...touched(counterpart)]) contested.add(place);
	}
	return contested;
}

function isLost({ kind }: Change): boolean {
	return kind === 'missing' || kind === 'changed' || kind === 'moved';
}

function isSameChange(one: Change, other: Change): boolean {
	return one.kind === other.kind && one.runningText === other.runningText;
}

/**
 * base → head speaks of two files; on the device the head side is what runs. The intended line number is head's, which the
 * plan calls the running side.
 */
function asLive({ runningLine }: Change): Pick<Change, 'intendedLine' | 'runningLine'> {
	return { intendedLine: runningLine, runningLine: null };
}
