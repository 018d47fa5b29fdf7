import type { Change, ChangeClass } from '../drift-report.ts';
import type { OrderRule } from '../platform/order-rules.ts';
import { filterInSteps, flatMapInSteps, groupInSteps, inPortions, type Steps } from '../steps.ts';
import { orderedListOf } from './siblings/ordered-lists.ts';

/** The three comparisons of a pre-flight check, each intended → running. */
export interface ThreeWay {
	/** base → live: how the device differs from what was agreed before the pull request. */
	readonly drift: readonly Change[];
	/** base → head: what the pull request changes; always in scope `full`, because both are intended. */
	readonly plan: readonly Change[];
	/** head → live: what is left between the pull request and the device. */
	readonly remaining: readonly Change[];
}

/**
 * Classifies what stands between a pull request and a device:
 * - `planned`: the pull request changes it and the device is still as base says
 * - `applied`: the device already is as the pull request wants it
 * - `drift`: the device differs from base where the pull request changes nothing
 * - `conflict`: the device differs from base at a line, or in the order of a list, that the pull request changes too
 *
 * @param order - the platform's rules, to tell lists from each other
 */
export function* classifyInSteps(
	{ drift, plan, remaining }: ThreeWay,
	order: readonly OrderRule[],
): Steps<readonly Change[]> {
	const placesOf: PlacesOf = (change) => placesTouched(change, order);
	const drifted = yield* allPlaces(drift, placesOf);
	const planned = yield* allPlaces(plan, placesOf);
	const left = yield* allPlaces(remaining, placesOf);
	const contested = yield* contestedPlaces({ drift, plan }, placesOf);
	const classOf = (change: Change): ChangeClass => {
		if (drift.length === 0) return 'planned';
		if (plan.length === 0) return 'drift';
		const places = placesOf(change);
		if (places.some((place) => contested.has(place))) return 'conflict';
		const isPlanned = places.some((place) => planned.has(place));
		const isDrift = places.some((place) => drifted.has(place));
		// Both: each put something of its own in the same place. Neither: it takes both to make this difference.
		if (isPlanned === isDrift) return 'conflict';
		return isPlanned ? 'planned' : 'drift';
	};
	const isApplied = (change: Change): boolean => {
		const places = placesOf(change);
		if (places.some((place) => left.has(place) || contested.has(place))) return false;
		// An added line that is not left runs. That a line is gone must be seen: scope `declared` leaves out what is extra.
		return change.kind === 'extra' || places.some((place) => drifted.has(place));
	};
	const applied = yield* flatMapInSteps(plan, (change): readonly Change[] =>
		isApplied(change) ? [{ ...change, ...asLive(change), class: 'applied' }] : [],
	);
	const open = yield* flatMapInSteps(remaining, (change): readonly Change[] => [{ ...change, class: classOf(change) }]);
	return [...open, ...applied];
}

/**
 * The lines that a change is about, with their place in the hierarchy. Which lines of a reordered list are called moved is
 * a choice; what changed is the order, so that is a place too.
 */
function placesTouched({ kind, lineage, line, runningText }: Change, order: readonly OrderRule[]): readonly string[] {
	const place = (...words: readonly (string | null)[]): string => JSON.stringify([...lineage, ...words]);
	if (kind === 'moved') return [place(line), place(orderedListOf(line, lineage, order), 'order')];
	return runningText === null ? [place(line)] : [place(line), place(runningText)];
}

type PlacesOf = (change: Change) => readonly string[];

function* allPlaces(changes: readonly Change[], placesOf: PlacesOf): Steps<ReadonlySet<string>> {
	const places = new Set<string>();
	yield* inPortions(changes, (change) => {
		for (const place of placesOf(change)) places.add(place);
	});
	return places;
}

/** Lines of base that both sides changed differently, with what each made of them. */
function* contestedPlaces(
	{ drift, plan }: Pick<ThreeWay, 'drift' | 'plan'>,
	placesOf: PlacesOf,
): Steps<ReadonlySet<string>> {
	// drift: base → live. plan: base → head. In both, what base said is `missing` or the first half of `changed`.
	const lost = yield* filterInSteps(drift, isLost);
	const lostOnDevice = yield* groupInSteps(lost, (change) => placesOf(change)[0]);
	const lostInHead = yield* filterInSteps(plan, isLost);
	return yield* allPlaces(lostInHead, (change) => {
		const counterparts = lostOnDevice.get(placesOf(change)[0]) ?? [];
		if (counterparts.some((counterpart) => isSameChange(change, counterpart))) return [];
		return counterparts.length === 0 ? [] : [...placesOf(change), ...counterparts.flatMap(placesOf)];
	});
}

function isLost({ kind }: Change): boolean {
	return kind !== 'extra';
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
