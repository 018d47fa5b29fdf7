import { alternatives } from '../../domain/text/alternatives.ts';
import { ConfigurationError, NOWHERE, type Problem } from '../../errors.ts';
import { didYouMean } from '../findings/closest.ts';
import type { FleetSource } from '../findings/fleet-draft.ts';
import { quote } from '../findings/path-label.ts';
import type { DeviceEntry } from './devices.ts';
import { compileSelect } from './select.ts';

/** The devices that an expression picks; blank: all of them. Tells where it picks none, or is wrong. */
export function selectDevices(
	{ problems }: FleetSource,
	entries: readonly DeviceEntry[],
	select: string,
): readonly DeviceEntry[] {
	if (select.trim() === '') return entries;
	try {
		const isSelected = compileSelect(select);
		const selected = entries.filter(({ device }) => isSelected(device));
		// A fleet with mistakes may match nothing because of them.
		if (selected.length === 0 && problems.isEmpty) problems.addAll([nothingSelected(select, entries)]);
		return selected;
	} catch (error) {
		if (!(error instanceof ConfigurationError)) throw error;
		problems.addAll(error.problems);
		return entries;
	}
}

function nothingSelected(select: string, entries: readonly DeviceEntry[]): Problem {
	const names = entries.map(({ device }) => device.name);
	// Commands that take the names of devices select by them, too.
	const wanted = /^name=(\S+)$/.exec(select.trim())?.[1];
	if (wanted !== undefined) {
		return {
			...NOWHERE,
			message: `no device of the fleet is called ${alternatives(wanted.split(',').map(quote))}`,
			fix: `${didYouMean(wanted.split(',')[0] ?? '', names)}Use a name from fleet.yml, or a glob`,
		};
	}
	return {
		...NOWHERE,
		message: `select ${quote(select)} matches no device of the fleet`,
		fix: `${didYouMean(select.trim(), names)}Check names, sites, roles and tags in fleet.yml, or leave it out to take the whole fleet`,
	};
}
