import type { Scope } from './compare/scope.ts';
import { tallyOf } from './device-details.ts';
import type { FleetReport, FleetSummary } from './fleet-report.ts';
import { headline } from './headline.ts';

/** What makes a run fail. `drift` includes `conflict`; planned changes never fail. */
export type FailOn = 'drift' | 'conflict' | 'unknown';

/** What counts as drift and what fails a run: `policy` of fleet.yml, and the inputs that override it. */
export interface Policy {
	/** `full`: everything must be as intended. `declared`: only what the intended config speaks about. */
	readonly scope: Scope;
	readonly failOn: readonly FailOn[];
	/** 0–100; health below it fails the run, and so does a fleet of which nothing says that it is above. null: no bound. */
	readonly minHealth: number | null;
}

/** What a run comes to, in the words of each place that is told. */
export interface Verdict {
	/** Any drifted device → `drifted`; else any unknown → `unknown`; else `in-sync`. */
	readonly verdict: 'in-sync' | 'drifted' | 'unknown';
	/**
	 * The check run's conclusion. `neutral`: nothing fails, but not everything is in sync. `cancelled`: nothing that was judged
	 * fails, and somebody ended the run before all was.
	 */
	readonly conclusion: 'success' | 'failure' | 'neutral' | 'action_required' | 'cancelled';
	/**
	 * 0 in sync or nothing that `fail-on` names · 1 drift that it names, or health below `min-health` · 3 only unknown devices
	 * that it names, or no device reachable where `min-health` asks for one, or a shard that did not report, or a run that was
	 * cancelled.
	 */
	readonly exitCode: 0 | 1 | 3;
	/** What else a run that passes has to say; null: nothing. */
	readonly caveat: string | null;
	/** One sentence: "2 of 24 devices drifted, 1 unknown; health 91.3 % of 23 reachable, coverage 95.83 %". */
	readonly summary: string;
}

/** What whoever starts a run says otherwise than fleet.yml; null or left out: nothing. */
export interface PolicyOverrides {
	readonly failOn?: Policy['failOn'] | null;
	readonly minHealth?: Policy['minHealth'];
}

/** The policy of fleet.yml, but for what was said otherwise. */
export function overridePolicy(policy: Policy, { failOn, minHealth }: PolicyOverrides): Policy {
	return { ...policy, failOn: failOn ?? policy.failOn, minHealth: minHealth ?? policy.minHealth };
}

/** Judges a finished report by the user's policy. */
export function judge(report: FleetReport, policy: Policy): Verdict {
	const verdict = verdictOf(report);
	const exitCode = exitCodeOf(report, policy);
	const isMissed = isBelow(report.fleet.health, policy.minHealth) || isUnshown(report.fleet, policy.minHealth);
	const bound = isMissed ? policy.minHealth : null;
	const conclusion = conclusionOf(verdict, exitCode, isCancelled(report));
	const caveat = exitCode === 0 && isBlind(report, policy) ? BLIND : null;
	return { verdict, conclusion, exitCode, caveat, summary: headline(report, bound) };
}

const BLIND =
	'no device could be judged, and the run passes all the same: add unknown to fail-on, or a wrong password hides all drift';

/** Whether drift is to fail the run, and nothing could be said about it although something is intended. */
function isBlind({ fleet, devices }: FleetReport, { failOn }: Policy): boolean {
	if (failOn.length === 0 || fleet.inSync + fleet.drifted > 0) return false;
	// A change that takes a device out of the repository leaves nothing to judge it by, and no password helps.
	return devices.some(({ reason }) => reason !== 'no-intended');
}

function verdictOf({ fleet, mode }: FleetReport): Verdict['verdict'] {
	if (fleet.drifted > 0) return 'drifted';
	if (fleet.unknown > 0) return 'unknown';
	// A pull request that touches no device is fine; an audit that judged nothing is not.
	return fleet.devices === 0 && mode === 'audit' ? 'unknown' : 'in-sync';
}

function exitCodeOf(report: FleetReport, { failOn, minHealth }: Policy): 0 | 1 | 3 {
	const { drifted, unknown, health } = report.fleet;
	const conflict = report.devices.some((device) => tallyOf(device).byClass.conflict > 0);
	if (failOn.includes('drift') && drifted > 0) return 1;
	if (failOn.includes('conflict') && conflict) return 1;
	if (isBelow(health, minHealth)) return 1;
	if (failOn.includes('unknown') && unknown > 0) return 3;
	if (isUnshown(report.fleet, minHealth)) return 3;
	// To put up with devices that cannot be judged is not to put up with a job that was lost, or ended by somebody.
	if (isCancelled(report) || report.devices.some(({ reason }) => reason === 'not-reported')) return 3;
	return 0;
}

function isCancelled({ devices }: FleetReport): boolean {
	return devices.some(({ cancelled }) => cancelled === true);
}

function conclusionOf(
	verdict: Verdict['verdict'],
	exitCode: Verdict['exitCode'],
	wasCancelled: boolean,
): Verdict['conclusion'] {
	if (exitCode === 1) return 'failure';
	if (wasCancelled) return 'cancelled';
	if (exitCode === 3) return 'action_required';
	return verdict === 'in-sync' ? 'success' : 'neutral';
}

/** Whether a bound is asked for and no device could be reached: that it is kept is said by nobody. */
function isUnshown({ health, devices }: FleetSummary, minHealth: number | null): boolean {
	return minHealth !== null && health === null && devices > 0;
}

function isBelow(health: number | null, minHealth: number | null): boolean {
	return minHealth !== null && health !== null && health < minHealth;
}
