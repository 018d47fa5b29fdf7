import { inPortions, type Steps } from '../../domain/steps.ts';
import { collectionAt } from '../yaml/collection-at.ts';
import type { FleetDocument } from '../yaml/fleet-document.ts';
import type { Path } from '../yaml/yaml-index.ts';

/** A key that was told as unknown, and the known one that it was most likely meant to be. */
export interface Misspelling {
	/** Of the mapping that holds the key. */
	readonly owner: Path;
	readonly key: string;
	readonly meant: string;
}

/**
 * The document as it was meant, so that one wrong letter is told once, and not again by everything that misses what the key
 * holds. Places are still those of what was written. The values are changed in place.
 */
export function* respell(document: FleetDocument, misspellings: readonly Misspelling[]): Steps<FleetDocument> {
	const written = new Map<string, string>();
	yield* inPortions(misspellings, ({ owner, key, meant }) => {
		written.set(JSON.stringify([...owner, meant]), key);
		rename(document.value, { owner, key, meant });
	});
	const asWritten = (path: Path): Path =>
		path.map((step, depth) => written.get(JSON.stringify(path.slice(0, depth + 1))) ?? step);
	return {
		...document,
		placeOf: (path) => document.placeOf(asWritten(path)),
		placeOfKey: (path) => document.placeOfKey(asWritten(path)),
		has: (path) => document.has(asWritten(path)),
	};
}

function rename(root: unknown, { owner, key, meant }: Misspelling): void {
	const value = collectionAt(root, owner);
	// Mappings that an alias repeats are one, and may be renamed already.
	if (value === null || !Object.hasOwn(value, key)) return;
	value[meant] = value[key];
	delete value[key];
}
