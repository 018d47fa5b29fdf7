import type { FleetSummary } from '../../domain/fleet-report.ts';
import { describeBadge } from './badge.ts';

/** `badge.json` of the results branch, in the schema of shields.io's endpoint badge. */
export function renderBadgeJson(fleet: FleetSummary): string {
	const { label, message, colour } = describeBadge(fleet);
	return `${JSON.stringify({ schemaVersion: 1, label, message, color: colour })}\n`;
}
