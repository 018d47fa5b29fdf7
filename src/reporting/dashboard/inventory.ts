import type { DeviceReport } from '../../domain/fleet-report.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import type { Inventory } from './page-data.ts';

/** The fleet as the page reads it. What devices share is written once: five thousand of them take some 50 kB. */
export function inventory(devices: readonly DeviceReport[]): Inventory {
	const groups = Map.groupBy(devices, ({ platform, site, role }) => JSON.stringify([platform, site, role]));
	return {
		groups: [...groups.values()].map((members) => {
			const [{ platform = '', site = null, role = null } = {}] = members;
			const names = members.map(({ name }) => neutraliseLine(name));
			const prefix = commonPrefix(names);
			return {
				platform: neutraliseLine(platform),
				site: neutraliseLine(site ?? ''),
				role: neutraliseLine(role ?? ''),
				prefix,
				names: names.map((name) => name.slice(prefix.length)),
			};
		}),
	};
}

function commonPrefix(names: readonly string[]): string {
	const [first = '', ...others] = names;
	let length = first.length;
	for (const name of others) while (!name.startsWith(first.slice(0, length))) length -= 1;
	return first.slice(0, length);
}
