import type { FleetSummary } from '../../domain/fleet-report.ts';
import { unknownLeads } from '../../domain/headline.ts';

/** Colours by the names of shields.io. */
export type BadgeColour = 'brightgreen' | 'yellow' | 'red' | 'lightgrey';

/** A badge before it is drawn, as SVG or for the endpoint of shields.io. */
export interface Badge {
	readonly label: string;
	readonly message: string;
	readonly colour: BadgeColour;
}

/** The state of the fleet in three words, in the order of the headline. Green needs every device judged and in sync. */
export function describeBadge(fleet: FleetSummary): Badge {
	const { devices, drifted, unknown, inSync } = fleet;
	const label = 'network drift';
	if (inSync + drifted === 0) return { label, message: 'not measured', colour: 'lightgrey' };
	if (drifted + unknown === 0) return { label, message: `${inSync} in sync`, colour: 'brightgreen' };
	const counts = [`${drifted} of ${devices} drifted`, `${unknown} unknown`];
	const unknownFirst = [`${unknown} of ${devices} unknown`, `${drifted} drifted`];
	const [first = '', second = ''] = unknownLeads(fleet) ? unknownFirst : counts;
	const both = drifted > 0 && unknown > 0;
	return { label, message: both ? `${first}, ${second}` : first, colour: drifted > 0 ? 'red' : 'yellow' };
}
