import type { FleetReport } from '../../domain/fleet-report.ts';
import { describeRun } from '../../domain/headline.ts';
import type { Verdict } from '../../domain/verdict.ts';

/** The state of a fleet as a title, for places that show the figures beside it. */
export function describeFleet(report: FleetReport): string {
	const text = describeRun(report);
	return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** What devices in sync are called: with a change ahead of them, they may be about to differ. */
export function describeInSync({ mode }: Pick<FleetReport, 'mode'>): 'in sync' | 'without drift' {
	return mode === 'preflight' ? 'without drift' : 'in sync';
}

/** The state of a fleet in one word, without anybody's policy. */
export function stateOfFleet({ fleet }: FleetReport): Verdict['verdict'] {
	if (fleet.drifted > 0) return 'drifted';
	return fleet.unknown > 0 || fleet.devices === 0 ? 'unknown' : 'in-sync';
}
