import type { Device } from '../../domain/device.ts';
import type { Fleet } from '../../settings/settings.ts';

/** How many devices at once: fleet-wide, through each bastion, in each group. */
export function limitsOf({
	concurrency,
	bastionsOf,
}: Pick<Fleet, 'concurrency' | 'bastionsOf'>): ReadonlyMap<string, number> {
	const bastions = new Set([...bastionsOf.values()].flat());
	return new Map([
		['fleet', concurrency.fleet],
		...[...bastions].map((name) => [`bastion ${name}`, concurrency.perBastion] as const),
		...[...concurrency.perGroup].map(([name, limit]) => [`group ${name}`, limit] as const),
	]);
}

/** The limits that a device counts against: with a chain of bastions, that of each. */
export function limitNames({ name, groups }: Device, { bastionsOf }: Pick<Fleet, 'bastionsOf'>): readonly string[] {
	const bastions = bastionsOf.get(name) ?? [];
	if (bastions.length === 0 && groups.length === 0) return OF_ANY_DEVICE;
	return [
		...OF_ANY_DEVICE,
		...bastions.map((bastion) => `bastion ${bastion}`),
		...groups.map((group) => `group ${group}`),
	];
}

const OF_ANY_DEVICE: readonly string[] = ['fleet'];
