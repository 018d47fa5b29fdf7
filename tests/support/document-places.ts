import type { FleetDocument } from '../../src/settings/yaml/fleet-document.ts';
import type { Path } from '../../src/settings/yaml/yaml-index.ts';

/** Every path of a value, and some that lead nowhere. */
export function pathsOf(value: unknown, path: Path = []): readonly Path[] {
	const entries = Array.isArray(value)
		? [...value.entries()]
		: typeof value === 'object' && value !== null
			? Object.entries(value)
			: [];
	const nowhere = [
		[...path, 'nowhere'],
		[...path, 'nowhere', 'else'],
		[...path, 7],
		[...path, 'length'],
	];
	return [path, ...nowhere, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

/** As text: thousands of small objects take long to compare. */
export function placesOf(document: FleetDocument, paths: readonly Path[]): string {
	const found = paths.map((path) => [path, document.has(path), document.placeOf(path), document.placeOfKey(path)]);
	return found.map((facts) => JSON.stringify(facts)).join('\n');
}
