import type { FleetSummary } from '../../domain/fleet-report.ts';

export type BadgeColour = 'brightgreen' | 'yellow' | 'red' | 'lightgrey';

export interface Badge {
	readonly label: string;
	readonly message: string;
	readonly colour: BadgeColour;
}

/** The state of the fleet in three words. Green needs every device judged and in sync. */
export function describeBadge({ devices, drifted, unknown, inSync }: FleetSummary): Badge {
	const label = 'network drift';
	if (devices === 0 || inSync + drifted === 0) return { label, message: 'not measured', colour: 'lightgrey' };
	if (drifted > 0) return { label, message: `${drifted} of ${devices} drifted`, colour: 'red' };
	if (unknown > 0) return { label, message: `${unknown} of ${devices} unknown`, colour: 'yellow' };
	return { label, message: `${devices} in sync`, colour: 'brightgreen' };
}
