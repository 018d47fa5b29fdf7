import type { DeviceReport, FleetReport } from '../fleet-report.ts';
import { filterInSteps, Portion, type Steps } from '../steps.ts';
import type { IssueAction } from './issue-action.ts';
import type { ExistingIssue, IssueState } from './issue-state.ts';
import { type OwnerRule, ownersOf } from './owner-rule.ts';
import {
	closeDeviceIssue,
	type DeviceIssue,
	openDeviceIssue,
	retireDeviceIssue,
	updateDeviceIssue,
} from './plan-device-issue.ts';
import { planRollUp, type RollUpIssue } from './plan-roll-up.ts';

/** What an audit found, and the issues that are there. */
export interface IssueSituation {
	/** Tells apart several audits of one repository. */
	readonly key: string;
	readonly report: FleetReport;
	/** All issues of this audit, open and closed. */
	readonly existing: readonly ExistingIssue[];
	/** More open issues than this are never made: who comes then joins the roll-up. 0: everybody does. */
	readonly maxDeviceIssues: number;
	readonly owners: readonly OwnerRule[];
}

/**
 * Decides what becomes of the issues of an audit. Every drifted device is in exactly one: its own, or the roll-up, and stays
 * there until it was measured to be in sync, or has left the fleet. A device that is unknown, or that the run did not look at,
 * changes nothing. A run that says the same as the one before leads to no action, and one that is older than what the issues
 * say neither.
 */
export function* planIssues(situation: IssueSituation): Steps<readonly IssueAction[]> {
	const { key, report, existing, maxDeviceIssues, owners } = situation;
	const { startedAt, devices } = report;
	if (existing.some(({ state }) => Date.parse(state.writtenAt) > Date.parse(startedAt))) return [];

	const issuesOf = Map.groupBy(existing.filter(isAboutDevice), ({ state }) => state.device);
	const housed = new Set([...issuesOf].filter(([, issues]) => issues.some(isOpen)).map(([name]) => name));
	const actions: IssueAction[] = [];
	const portion = new Portion();
	for (const device of devices) {
		if (portion.isFull(1)) yield;
		actions.push(...(yield* followUp(device, issuesOf.get(device.name) ?? [], startedAt)));
	}
	for (const { name, status } of devices) if (status === 'in-sync') housed.delete(name);
	const isGone = leavers(report);
	const retired = [...issuesOf.values()].flat().filter(({ open, state }) => open && isGone(state.device));
	for (const { state } of retired) housed.delete(state.device);

	const rollUp = preferred(existing.filter(isRollUp));
	const members = new Set(rollUp?.state.members.map(({ device }) => device));
	const fresh = yield* filterInSteps(
		devices,
		({ name, status }) => status === 'drifted' && !housed.has(name) && !members.has(name),
	);
	const share = (rollUp?.state.others ?? 0) > 0 || housed.size + fresh.length > maxDeviceIssues;
	actions.push(...retired.map((issue) => retireDeviceIssue(issue, startedAt)));
	for (const device of share ? [] : fresh) {
		yield;
		const closed = preferred(issuesOf.get(device.name) ?? []);
		actions.push(yield* openDeviceIssue({ key, device, closed, startedAt, owners: ownersOf(owners, [device.name]) }));
	}
	const shared = yield* planRollUp({
		key,
		report,
		issue: rollUp,
		housed,
		isGone,
		joining: share ? fresh : [],
		ownersOf: (names) => ownersOf(owners, names),
	});
	return shared === null ? actions : [...actions, shared];
}

/** Whether a device has left the fleet, as far as a run can say: one that looked at a part of it, or at nothing, cannot. */
function leavers({ selected, devices }: FleetReport): (name: string) => boolean {
	const names = new Set(devices.map(({ name }) => name));
	return (name) => selected !== true && names.size > 0 && !names.has(name);
}

/** What the issues that a device has already need. */
function* followUp(
	device: DeviceReport,
	issues: readonly DeviceIssue[],
	startedAt: string,
): Steps<readonly IssueAction[]> {
	if (device.status === 'in-sync') {
		return issues.map((issue) => closeDeviceIssue(issue, device, startedAt)).filter((action) => action !== null);
	}
	const current = preferred(issues);
	if (device.status === 'unknown' || current?.open !== true) return [];
	const action = yield* updateDeviceIssue(current, device, startedAt);
	return action === null ? [] : [action];
}

/** Should there be several: the first that is open, else the last that was closed. */
function preferred<Issue extends ExistingIssue>(issues: readonly Issue[]): Issue | null {
	const byNumber = issues.toSorted((one, other) => one.number - other.number);
	return byNumber.find(isOpen) ?? byNumber.at(-1) ?? null;
}

function isOpen({ open }: ExistingIssue): boolean {
	return open;
}

function isAboutDevice(issue: ExistingIssue<IssueState>): issue is DeviceIssue {
	return issue.state.kind === 'device';
}

function isRollUp(issue: ExistingIssue<IssueState>): issue is RollUpIssue {
	return issue.state.kind === 'roll-up';
}
