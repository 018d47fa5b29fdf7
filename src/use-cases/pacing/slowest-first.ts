import type { Device } from '../../domain/device.ts';

/**
 * The order in which devices are best asked when not all of them can be at once: who took longest the last time comes first,
 * so that nobody slow is left for the end. One that was never asked counts as an average one; equals keep their order.
 *
 * @param tookMs - by device name
 */
export function slowestFirst(devices: readonly Device[], tookMs: ReadonlyMap<string, number>): readonly Device[] {
	const known = devices.flatMap(({ name }) => tookMs.get(name) ?? []);
	const average = known.reduce((sum, ms) => sum + ms, 0) / Math.max(known.length, 1);
	const expected = ({ name }: Device): number => tookMs.get(name) ?? average;
	return devices.toSorted((one, other) => expected(other) - expected(one));
}
