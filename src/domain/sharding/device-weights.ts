import type { DeviceReport } from '../fleet-report.ts';
import type { WeightedDevice } from './assign-shards.ts';

/** What a device takes of which no audit has told yet. */
const UNMEASURED_MS = 5_000;
/** A device that refuses at once costs a moment all the same, and may answer next time. */
const LEAST_MS = 250;

/** As much of an earlier report as tells how long a device takes. */
export type MeasuredDevice = Pick<DeviceReport, 'name' | 'durationMs' | 'reason' | 'cancelled'>;

/** How long each device is expected to take, in milliseconds: as long as last time, or as the median where it is new. */
export function deviceWeights(
	names: readonly string[],
	measured: readonly MeasuredDevice[],
): readonly WeightedDevice[] {
	const durations = new Map(
		measured
			// How long these would have taken, nobody knows.
			.filter(({ reason, cancelled }) => reason !== 'not-reported' && cancelled !== true)
			.map(({ name, durationMs }) => [name, Math.max(durationMs, LEAST_MS)]),
	);
	const known = names.flatMap((name) => durations.get(name) ?? []).toSorted((one, other) => one - other);
	const usual = known[Math.floor(known.length / 2)] ?? UNMEASURED_MS;
	return names.map((name) => ({ name, weight: durations.get(name) ?? usual }));
}
