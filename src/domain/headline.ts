import { tallyOf } from './device-details.ts';
import type { FleetReport, FleetSummary } from './fleet-report.ts';
import { formatCount, plural } from './text/count-words.ts';

/**
 * A run in one sentence, short enough for the title of a check: what it found, then health and coverage.
 *
 * @param minHealth - the bound that health is below, or that nothing says it is above; null: there is no such bound
 * @example
 * headline(report) //=> '5 of 6 devices unknown, 1 in sync; coverage 16.67 %, health 100 % of 1 reachable'
 */
export function headline(report: FleetReport, minHealth: number | null = null): string {
	const found = describeRun(report);
	return report.fleet.devices === 0 ? found : `${found}; ${describeScore(report.fleet, minHealth)}`;
}

/**
 * What a run found, in a few words, the more important half first: what could not be judged leads where nothing drifted, and
 * where most of the fleet is unknown. Only a fleet that was judged as a whole is called in sync, and in a pre-flight check
 * only one for which nothing is planned.
 *
 * @example
 * describeRun(report) //=> '5 of 6 devices unknown, 1 in sync'
 */
export function describeRun(report: FleetReport): string {
	const { fleet, mode } = report;
	if (fleet.devices === 0) return mode === 'preflight' ? 'this change touches no device' : 'the fleet has no devices';
	return [...describeDevices(report), ...describePlan(report)].join(', ');
}

/**
 * Health and coverage. Health is a share of the devices that were reached: where these are not all, it says of how many, and
 * stands behind the coverage that it has to be read with.
 */
function describeScore(
	{ devices, reachable, unknown, drifted, health, coverage }: FleetSummary,
	minHealth: number | null,
): string {
	const of = reachable < devices ? ` of ${formatCount(reachable)} reachable` : '';
	const isMissed = minHealth !== null;
	const nobody = `no device reachable${isMissed ? `, but a health of ${minHealth} % is required` : ''}`;
	const bound = isMissed ? `, below the required ${minHealth} %` : '';
	const score = health === null ? nobody : `health ${health} %${of}${bound}`;
	const judged = `coverage ${coverage ?? 0} %`;
	return unknownLeads({ unknown, drifted, coverage }) ? `${judged}, ${score}` : `${score}, ${judged}`;
}

function describeDevices(report: FleetReport): readonly string[] {
	const { devices, drifted, unknown, inSync } = report.fleet;
	if (drifted === 0 && unknown === 0) return [inSyncAsAWhole(report)];
	const conflicts = report.devices.filter((device) => tallyOf(device).byClass.conflict > 0).length;
	const inConflict =
		conflicts === 0 ? '' : ` (${conflicts === drifted ? '' : `${formatCount(conflicts)} `}in conflict)`;
	const rest = isPlanned(report) ? 'without drift' : 'in sync';
	const some = (count: number, state: string): readonly string[] =>
		count === 0 ? [] : [`${formatCount(count)} ${state}`];
	if (unknownLeads(report.fleet)) {
		const others = drifted === 0 ? some(inSync, rest) : some(drifted, `drifted${inConflict}`);
		return [`${outOf(unknown, report)} ${devices === 1 ? 'is ' : ''}unknown`, ...others];
	}
	return [`${outOf(drifted, report)} drifted${inConflict}`, ...some(unknown, 'unknown')];
}

function inSyncAsAWhole(report: FleetReport): string {
	const { devices } = report.fleet;
	if (isPlanned(report))
		return `no drift on ${devices === 1 ? `the one ${noun(report)}` : plural(devices, noun(report))}`;
	return `${outOf(devices, report)} ${devices === 1 ? 'is ' : ''}in sync`;
}

/** `the one device`, `all 6 devices`, `5 of 6 devices`. */
function outOf(count: number, report: FleetReport): string {
	const { devices } = report.fleet;
	if (devices === 1) return `the one ${noun(report)}`;
	const all = plural(devices, noun(report));
	return count === devices ? `all ${all}` : `${formatCount(count)} of ${all}`;
}

/** A part of the fleet is not to be taken for all of it. */
function noun({ selected }: FleetReport): string {
	return selected === true ? 'selected device' : 'device';
}

/** With less of the fleet judged than this, what was judged says little about it. */
const HALF = 50;

/** Whether what could not be judged is the more important half. */
export function unknownLeads({
	unknown,
	drifted,
	coverage,
}: Pick<FleetSummary, 'unknown' | 'drifted' | 'coverage'>): boolean {
	return unknown > 0 && (drifted === 0 || (coverage ?? 0) < HALF);
}

/** What the change of a pre-flight check brings. */
function describePlan(report: FleetReport): readonly string[] {
	const { planned, applied } = countPlan(report);
	if (planned === 0) return applied === 0 ? [] : [`${plural(applied, 'change')} already applied`];
	return [
		`${plural(planned, 'change')} planned`,
		...(applied === 0 ? [] : [`${formatCount(applied)} already applied`]),
	];
}

function isPlanned(report: FleetReport): boolean {
	const { planned, applied } = countPlan(report);
	return planned + applied > 0;
}

function countPlan({ devices }: FleetReport): { readonly planned: number; readonly applied: number } {
	let planned = 0;
	let applied = 0;
	for (const device of devices) {
		const { byClass } = tallyOf(device);
		planned += byClass.planned;
		applied += byClass.applied;
	}
	return { planned, applied };
}
