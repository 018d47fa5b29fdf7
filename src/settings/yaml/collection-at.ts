import type { Path } from './yaml-index.ts';

/** A mapping or a list of plain values. */
type Collection = Record<string, unknown>;

/** The collection at a path of plain values; null: there is none. */
export function collectionAt(root: unknown, path: Path): Collection | null {
	let value = root;
	for (const step of path) {
		if (!isCollection(value) || !Object.hasOwn(value, keyIn(value, step))) return null;
		value = value[keyIn(value, step)];
	}
	return isCollection(value) ? value : null;
}

/** Whether plain values have something at a path, as the index of a document's nodes has it. */
export function holds(root: unknown, path: Path): boolean {
	const last = path.at(-1);
	if (last === undefined) return true;
	const owner = collectionAt(root, path.slice(0, -1));
	return owner !== null && Object.hasOwn(owner, keyIn(owner, last));
}

/** A list has a length, too, which is nothing that somebody wrote. */
function keyIn(owner: Collection, step: string | number): string {
	return String(Array.isArray(owner) ? Number(step) : step);
}

function isCollection(value: unknown): value is Collection {
	return typeof value === 'object' && value !== null;
}
