import type { Path } from './yaml-index.ts';

/** Whether plain values have something at a path, as the index of a document's nodes has it. */
export function holds(value: unknown, path: Path): boolean {
	let owner = value;
	for (const step of path) {
		const key = Array.isArray(owner) ? Number(step) : String(step);
		if (!isRecord(owner) || !Object.hasOwn(owner, key)) return false;
		owner = owner[key];
	}
	return true;
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
	return typeof value === 'object' && value !== null;
}
