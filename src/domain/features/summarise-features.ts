import type { DeviceReport } from '../fleet-report.ts';
import { percentageOf } from '../health.ts';

/** How the fleet does in one feature. */
export interface FleetFeature {
	readonly name: string;
	/** Judged devices that have the feature, on either side. */
	readonly devices: number;
	readonly compliant: number;
	/** Compliant ÷ devices × 100, two decimals and 100 only where it is exact; null without devices. */
	readonly compliance: number | null;
}

/** Counts compliance over the fleet, in the order in which fleet.yml names the features. */
export function summariseFeatures(names: readonly string[], devices: readonly DeviceReport[]): readonly FleetFeature[] {
	const found = Map.groupBy(
		devices.flatMap(({ features = [] }) => features),
		({ name }) => name,
	);
	return names.map((name) => {
		const having = found.get(name) ?? [];
		const compliant = having.filter((feature) => feature.compliant).length;
		return { name, devices: having.length, compliant, compliance: percentageOf(compliant, having.length) };
	});
}
