import { longestIncreasing } from '../compare/siblings/longest-increasing.ts';
import type { Sides } from '../sides.ts';

/** The entries of a list, on both sides. */
type Entries = Sides<readonly string[]>;

/** One entry goes to its place beside another one. */
interface Move {
	readonly entry: string;
	readonly place: 'before' | 'after';
	readonly other: string;
}

/** The fewest moves that bring a list in order, once what it lacks stands at its end. What is too much stays where it is. */
export function movesBetween({ intended, running }: Entries): readonly Move[] {
	const runs = new Set(running);
	const list = [...running, ...intended.filter((text) => !runs.has(text))];
	const places = placesIn(list, intended);
	const kept = keptOf(places);
	return intended.flatMap((entry, at): readonly Move[] => {
		if (kept.has(places[at] ?? -1)) return [];
		const before = intended[at - 1];
		if (before !== undefined) return [{ entry, place: 'after', other: before }];
		return [{ entry, place: 'before', other: list.find((text) => text !== entry) ?? '' }];
	});
}

/** How the commands of a platform put an entry in its place, and take one back. */
interface PlacingRules {
	/** See `OrderRule`. */
	readonly placing: readonly [entry: RegExp, command: string];
	readonly negation: string;
}

/**
 * The commands that put the entries of a list in their places one by one. What is too much is to be taken away afterwards: what
 * refers to a list may go with it when it is empty for a moment (`access-group` of ASA).
 *
 * @returns null where an entry cannot be put in a place
 *
 * @example
 * access-list A extended permit ip any any    with    access-list A extended deny ip any any
 * //=> access-list A line 2 extended permit ip any any
 */
export function placedEntries(
	{ intended, running }: Entries,
	{ placing: [entry, command], negation }: PlacingRules,
): readonly string[] | null {
	if (![...intended, ...running].every((text) => entry.test(text))) return null;
	const places = placesIn(running, intended);
	const kept = keptOf(places);
	/** The places that the entries of the list came from; -1 for new ones. */
	const list = [...running.keys()];
	const commands: string[] = [];
	let at = 0;
	for (const [index, text] of intended.entries()) {
		const place = places[index] ?? -1;
		// What goes, or has another place, stands where it is until its turn comes.
		while (at < list.length && !kept.has(list[at] ?? -1)) at += 1;
		if (!kept.has(place)) {
			if (place !== -1) {
				const from = list.indexOf(place);
				list.splice(from, 1);
				if (from < at) at -= 1;
				commands.push(negation + text);
			}
			list.splice(at, 0, -1);
			commands.push(text.replace(entry, command.replace('{place}', String(at + 1))));
		}
		at += 1;
	}
	return commands;
}

/** Whether nothing has to be done to a list but to take entries away: those that are to stay are in their order. */
export function standsIn(intended: readonly string[], running: readonly string[]): boolean {
	const wanted = new Set(intended);
	const stays = running.filter((text) => wanted.has(text));
	return stays.length === intended.length && stays.every((text, at) => text === intended[at]);
}

/** Where in a list each of the wanted entries stands, the k-th of equal ones at the k-th place; -1: nowhere. */
function placesIn(list: readonly string[], wanted: readonly string[]): readonly number[] {
	const places = new Map<string, number[]>();
	for (const [place, text] of list.entries()) {
		const known = places.get(text);
		if (known === undefined) places.set(text, [place]);
		else known.push(place);
	}
	return wanted.map((text) => places.get(text)?.shift() ?? -1);
}

/** The places that stay: as many as can, in their order. */
function keptOf(places: readonly number[]): ReadonlySet<number> {
	const there = places.filter((place) => place !== -1);
	const kept = longestIncreasing(there);
	return new Set(there.filter((_, index) => kept.has(index)));
}
