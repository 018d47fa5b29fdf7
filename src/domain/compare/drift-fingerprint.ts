import type { Change } from '../drift-report.ts';
import { atOnce, inPortions, Portion, type Steps, sortInSteps } from '../steps.ts';
import { GrowingDigest } from '../text/digest.ts';
import { shapeOf } from './siblings/hidden-secrets.ts';

/**
 * Stable identity of some drift: equal changes give an equal fingerprint, whatever their line numbers; null without any.
 * Secrets are left out of it: without a key of the user's their fingerprints differ from run to run.
 */
export function driftFingerprint(changes: readonly Change[]): string | null {
	return atOnce(fingerprintInSteps(changes));
}

/** The same in steps. */
export function* fingerprintInSteps(changes: readonly Change[]): Steps<string | null> {
	if (changes.length === 0) return null;
	const places = yield* linesByPlace(changes);
	const digest = new GrowingDigest();
	const portion = new Portion();
	// No place is empty, so that nothing else reads as two line feeds.
	let separator = '';
	let piece = '';
	for (const place of yield* sortInSteps([...places.keys()])) {
		const lines = places.get(place) ?? [];
		if (portion.isFull(lines.length)) {
			digest.add(piece);
			piece = '';
			yield;
		}
		piece += `${separator}${place}\n${(yield* sortInSteps(lines)).join('\n')}`;
		separator = '\n\n';
	}
	return digest.add(piece).end();
}

/**
 * The lines that changed by kind and lineage. Many short lists are sorted in a fraction of the time that one long one takes,
 * and what they have in common is no part of their entries.
 */
function* linesByPlace(changes: readonly Change[]): Steps<ReadonlyMap<string, readonly string[]>> {
	const places = new Map<string, string[]>();
	let previous: Change | null = null;
	let lines: string[] = [];
	yield* inPortions(changes, (change) => {
		const { kind, lineage, line, runningText } = change;
		// Changes of one section share their lineage, and mostly stand next to each other.
		if (lineage !== previous?.lineage || kind !== previous.kind) {
			// No line of a config holds a NUL.
			lines = listAt(places, shapeOf([kind, ...lineage].join('\0')));
		}
		lines.push(shapeOf(runningText === null ? line : `${line}\0${runningText}`));
		previous = change;
	});
	return places;
}

function listAt(lists: Map<string, string[]>, key: string): string[] {
	const known = lists.get(key);
	if (known !== undefined) return known;
	const list: string[] = [];
	lists.set(key, list);
	return list;
}
