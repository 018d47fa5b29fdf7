import type { FleetDocument } from '../yaml/fleet-document.ts';
import type { Path } from '../yaml/yaml-index.ts';
import type { FittingHost } from './fitting-hosts.ts';
import type { Sourced } from './inventory-kind.ts';

/** fleet.yml with the places of what its inventories say: devices are looked up in the file first and in them second. */
export function overlayDocument(
	document: FleetDocument,
	hosts: ReadonlyMap<string, Pick<FittingHost, 'place' | 'said'>>,
): FleetDocument {
	const hostAt = ([section, name]: Path) => (section === 'devices' ? hosts.get(String(name)) : undefined);
	const settingAt = (path: Path): Sourced | undefined => hostAt(path)?.said[String(path[2])];
	return {
		...document,
		has: (path) => document.has(path) || (path.length === 2 ? hostAt(path) : settingAt(path)) !== undefined,
		placeOf: (path) => (document.has(path) ? undefined : settingAt(path)?.place) ?? document.placeOf(path),
		placeOfKey: (path) => {
			if (document.has(path)) return document.placeOfKey(path);
			const isKnownHere = document.has(path.slice(0, 2));
			return settingAt(path)?.place ?? (isKnownHere ? undefined : hostAt(path)?.place) ?? document.placeOfKey(path);
		},
	};
}
