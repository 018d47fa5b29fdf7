import type { DeviceReport, FleetReport } from '../../domain/fleet-report.ts';
import { formatAge } from './format-age.ts';

/** `new`, `for 12 days`; empty where the report does not know. */
export function describeSince({ since = null }: DeviceReport, { startedAt }: Pick<FleetReport, 'startedAt'>): string {
	if (since === null) return '';
	const ageMs = Date.parse(startedAt) - Date.parse(since);
	return ageMs < MINUTE_MS ? 'new' : `for ${formatAge(ageMs)}`;
}

const MINUTE_MS = 60_000;
