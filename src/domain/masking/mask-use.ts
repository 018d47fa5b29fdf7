import type { DeviceReport } from '../fleet-report.ts';

/** What one mask did to a whole fleet. */
export interface MaskUse {
	/** `volatile/ios-header` */
	readonly id: string;
	/** Devices on which it hit something. */
	readonly devices: number;
	/** Hits on all of them. */
	readonly hits: number;
}

/** The masks that hit something, those with the most hits first. */
export function countMaskUse(devices: readonly DeviceReport[]): readonly MaskUse[] {
	const uses = new Map<string, { devices: number; hits: number }>();
	for (const { masked } of devices) {
		for (const [id, count] of Object.entries(masked.patterns)) {
			const use = uses.get(id) ?? { devices: 0, hits: 0 };
			use.devices += 1;
			use.hits += count;
			uses.set(id, use);
		}
	}
	return [...uses]
		.map(([id, use]) => ({ id, ...use }))
		.sort((one, other) => other.hits - one.hits || (one.id < other.id ? -1 : 1));
}

/** The masks that hit more or less than before; one that hits nothing any more has no hits. */
export function changedMaskUse(before: readonly MaskUse[], now: readonly MaskUse[]): readonly MaskUse[] {
	const known = new Map(before.map(({ id, hits }) => [id, hits]));
	const still = new Set(now.map(({ id }) => id));
	const gone = before.filter(({ id }) => !still.has(id)).map(({ id }) => ({ id, devices: 0, hits: 0 }));
	return [...now.filter(({ id, hits }) => known.get(id) !== hits), ...gone];
}
