/**
 * How much a change matters, whatever its size:
 *
 * - `critical`: who may get in, and what is let through: accounts, AAA, keys, management access, packet filters
 * - `high`: where traffic goes: routing, addresses, a port that is shut
 * - `medium`: everything else
 * - `low`: what only people read
 */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** Says how much a command matters; the first rule that matches decides. */
export interface SeverityRule {
	readonly severity: Severity;
	/**
	 * Matches the beginning of a command, without its negation. Of a flat statement (`set system login …`) it may also begin
	 * at a later word.
	 */
	readonly command: RegExp;
	/** `line`: only the changed line itself. `section`: the line or any section around it. */
	readonly on: 'line' | 'section';
}

/** Orders by severity, worst first; what an older version wrote has none and counts as `medium`. */
export function severityRank(severity: Severity | undefined): number {
	return SEVERITIES.indexOf(severity ?? 'medium');
}
