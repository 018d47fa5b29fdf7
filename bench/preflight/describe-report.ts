import type { FleetReport } from '../../src/domain/fleet-report.ts';

/** `97 in-sync, 3 drifted; changes: 200 planned, 3 drift`. */
export function describeReport({ devices }: FleetReport): string {
	const statuses = countBy(devices.map(({ status, reason }) => (reason === null ? status : `${status} (${reason})`)));
	const classes = countBy(devices.flatMap(({ changes }) => changes.map((change) => change.class ?? 'unclassified')));
	return `${statuses}; changes: ${classes || 'none'}`;
}

function countBy(names: readonly string[]): string {
	const groups = Object.groupBy(names, (name) => name);
	return Object.entries(groups)
		.map(([name, members = []]) => `${members.length} ${name}`)
		.join(', ');
}
