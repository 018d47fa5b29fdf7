import type { DeviceReport } from '../../domain/fleet-report.ts';
import { flatMapInSteps, groupInSteps, type Steps } from '../../domain/steps.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import type { Inventory } from './page-data.ts';

/** The fleet as the page reads it. What devices share is written once: five thousand of them take some 50 kB. */
export function* inventory(devices: readonly DeviceReport[]): Steps<Inventory> {
	const sharing = yield* groupInSteps(devices, ({ platform, site, role }) => JSON.stringify([platform, site, role]));
	const groups: Inventory['groups'][number][] = [];
	for (const members of sharing.values()) {
		yield;
		const [{ platform = '', site = null, role = null } = {}] = members;
		const names = yield* flatMapInSteps(members, ({ name }) => [neutraliseLine(name)]);
		const prefix = commonPrefix(names);
		groups.push({
			platform: neutraliseLine(platform),
			site: neutraliseLine(site ?? ''),
			role: neutraliseLine(role ?? ''),
			prefix,
			names: names.map((name) => name.slice(prefix.length)),
		});
	}
	return { groups };
}

function commonPrefix(names: readonly string[]): string {
	const [first = '', ...others] = names;
	let length = first.length;
	for (const name of others) while (!name.startsWith(first.slice(0, length))) length -= 1;
	return first.slice(0, length);
}
