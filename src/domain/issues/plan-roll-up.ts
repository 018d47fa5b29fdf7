import type { DeviceReport, FleetReport } from '../fleet-report.ts';
import { flatMapInSteps, type Steps, sortInSteps } from '../steps.ts';
import { compareTexts } from '../text/compare-texts.ts';
import { digest } from '../text/digest.ts';
import type { IssueAction, RollUpNews } from './issue-action.ts';
import type { ExistingIssue, RollUpIssueState, RollUpMember } from './issue-state.ts';
import type { Owners } from './owner-rule.ts';

/** The issue on GitHub that several devices share. */
export type RollUpIssue = ExistingIssue<RollUpIssueState>;

/** What is known when the issue that several devices share is planned. */
export interface RollUpSituation {
	readonly key: string;
	readonly report: FleetReport;
	/** null: there never was one. */
	readonly issue: RollUpIssue | null;
	/** Devices that have an open issue of their own. */
	readonly housed: ReadonlySet<string>;
	/** Whether a device has left the fleet. */
	readonly isGone: (name: string) => boolean;
	/** Drifted devices that are to be in the roll-up from now on. */
	readonly joining: readonly DeviceReport[];
	readonly ownersOf: (names: readonly string[]) => Owners;
}

/** Brings the issue that several devices share up to date; null: there is nothing to do. */
export function* planRollUp(situation: RollUpSituation): Steps<IssueAction | null> {
	const { key, report, issue, housed, isGone, joining, ownersOf } = situation;
	const startedAt = report.startedAt;
	const reported = new Map(report.devices.map((device) => [device.name, device]));
	const staying = (issue?.state.members ?? [])
		.filter(({ device }) => !housed.has(device) && !isGone(device) && reported.get(device)?.status !== 'in-sync')
		.map((member) => refresh(member, reported.get(member.device)));
	yield;
	const joined = yield* flatMapInSteps(joining, ({ name, fingerprint }) => [memberOf(name, startedAt, fingerprint)]);
	const members = [...staying, ...joined].toSorted((one, other) => compareTexts(one.since, other.since));
	yield;
	const membersDigest = yield* digestOf(members);

	const state: RollUpIssueState = {
		kind: 'roll-up',
		key,
		writtenAt: startedAt,
		members,
		others: 0,
		digest: membersDigest,
	};
	const devices = yield* flatMapInSteps(members, ({ device }) => {
		const found = reported.get(device);
		return found === undefined ? [] : [found];
	});
	const news = issue === null ? null : newsOf(issue.state, members, isGone);
	const about = { kind: 'roll-up', state, devices, news } as const;
	if (members.length === 0) {
		if (issue === null || !isOver(issue, report)) return null;
		return { action: 'close', number: issue.number, about };
	}
	if (issue === null) return { action: 'create', about, owners: ownersOf(members.map(({ device }) => device)) };
	if (!issue.open) return { action: 'reopen', number: issue.number, about };
	return issue.state.digest === membersDigest ? null : { action: 'update', number: issue.number, about };
}

/** Those that are not named in the issue may be among the unknown ones, or among those that this run does not look at. */
function isOver({ open, state }: RollUpIssue, { devices, fleet }: FleetReport): boolean {
	const count = state.members.length + state.others;
	if (!open && count === 0) return false;
	return state.others === 0 || (fleet.unknown === 0 && devices.length >= count);
}

function refresh(member: RollUpMember, device: DeviceReport | undefined): RollUpMember {
	return device?.status === 'drifted' ? memberOf(member.device, member.since, device.fingerprint) : member;
}

function memberOf(device: string, since: string, fingerprint: string | null): RollUpMember {
	return { device, since, fingerprint: (fingerprint ?? '').slice(0, 8) };
}

function newsOf(
	{ writtenAt, members: before, others }: RollUpIssueState,
	members: readonly RollUpMember[],
	isGone: RollUpSituation['isGone'],
): RollUpNews {
	const earlier = new Map(before.map(({ device, fingerprint }) => [device, fingerprint]));
	const now = new Set(members.map(({ device }) => device));
	const left = before.map(({ device }) => device).filter((device) => !now.has(device));
	const known = members.filter(({ device }) => earlier.has(device));
	return {
		before: writtenAt,
		// Where some were not named, one that is named now need not be new.
		joined: others > 0 ? [] : members.filter(({ device }) => !earlier.has(device)).map(({ device }) => device),
		left: left.filter((device) => !isGone(device)),
		gone: left.filter(isGone),
		changed: known.filter(({ device, fingerprint }) => earlier.get(device) !== fingerprint).map(({ device }) => device),
	};
}

function* digestOf(members: readonly RollUpMember[]): Steps<string> {
	const facts = yield* sortInSteps(
		yield* flatMapInSteps(members, ({ device, fingerprint }) => [`${device} ${fingerprint}`]),
	);
	yield;
	return digest(facts.join('\n'));
}
