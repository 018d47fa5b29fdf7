import { summariseFeatures } from '../../domain/features/summarise-features.ts';
import type { FleetReport } from '../../domain/fleet-report.ts';
import { FleetHealthScorer } from '../../domain/health.ts';
import { asReport, type FleetState } from '../../domain/history/fleet-state.ts';
import type { Steps } from '../../domain/steps.ts';

/**
 * What a run says of the whole fleet: one that looked at a part of it (`select`) says nothing of the others, which are as they
 * were. The figures are those of the fleet then.
 */
export function* ontoLatest(report: FleetReport, latest: FleetState | null): Steps<FleetReport> {
	const { selected, ...whole } = report;
	if (selected !== true || latest === null) return whole;
	// Of devices that were not looked at nobody knows how many secrets their files hide.
	const { secretsNotCompared, ...figures } = whole;
	const seen = new Map(report.devices.map((device) => [device.name, device]));
	const before = yield* asReport(latest);
	const known = before.devices.map((device) => {
		const now = seen.get(device.name) ?? device;
		seen.delete(device.name);
		return now;
	});
	yield;
	const devices = [...known, ...seen.values()];
	const names = whole.features?.map(({ name }) => name);
	return {
		...figures,
		devices,
		fleet: new FleetHealthScorer(devices).score(devices),
		...(names === undefined ? {} : { features: summariseFeatures(names, devices) }),
	};
}
