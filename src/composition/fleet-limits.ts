import type { Device } from '../domain/device.ts';
import type { Fleet } from '../settings/settings.ts';
import type { Bastion } from '../use-cases/ports.ts';

/** How many devices at once: fleet-wide, through each bastion, in each group. */
export function limitsOf({
	concurrency,
	connections,
}: Pick<Fleet, 'concurrency' | 'connections'>): ReadonlyMap<string, number> {
	const bastions = new Set([...connections.values()].flatMap(({ bastion }) => bastionsTo(bastion)));
	return new Map([
		['fleet', concurrency.fleet],
		...[...bastions].map((name) => [`bastion ${name}`, concurrency.perBastion] as const),
		...[...concurrency.perGroup].map(([name, limit]) => [`group ${name}`, limit] as const),
	]);
}

/** The limits that a device counts against: with a chain of bastions, that of each. */
export function limitNames({ name, groups }: Device, { connections }: Pick<Fleet, 'connections'>): readonly string[] {
	return [
		'fleet',
		...bastionsTo(connections.get(name)?.bastion ?? null).map((bastion) => `bastion ${bastion}`),
		...groups.map((group) => `group ${group}`),
	];
}

/** Every bastion on the way, the last one first. */
function bastionsTo(bastion: Bastion | null): readonly string[] {
	return bastion === null ? [] : [bastion.name, ...bastionsTo(bastion.bastion)];
}
