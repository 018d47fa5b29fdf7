import type { Change } from '../drift-report.ts';
import type { DeviceReport } from '../fleet-report.ts';
import { flatMapInSteps, type Steps } from '../steps.ts';
import { changeId } from './change-id.ts';
import type { DeviceNews, IssueAction } from './issue-action.ts';
import type { DeviceIssueState, ExistingIssue } from './issue-state.ts';
import type { Owners } from './owner-rule.ts';

/** More are only counted: the marker has to leave room for the issue. */
const REMEMBERED_CHANGES = 1000;

/** An issue on GitHub that is about one device. */
export type DeviceIssue = ExistingIssue<DeviceIssueState>;

/** Closes an issue of a device that was measured to be in sync; null: it says so already. */
export function closeDeviceIssue(issue: DeviceIssue, device: DeviceReport, startedAt: string): IssueAction | null {
	// One that people closed while the device was drifted has still to learn that it no longer is.
	if (!issue.open && issue.state.fingerprint === null) return null;
	const state = { ...issue.state, writtenAt: startedAt, fingerprint: null, changes: [] };
	return { action: 'close', number: issue.number, about: { kind: 'device', state, device, news: null } };
}

/** Closes an open issue of a device that has left the fleet. Nothing was mended: should it come back, its drift goes on. */
export function retireDeviceIssue(issue: DeviceIssue, startedAt: string): IssueAction {
	const state = { ...issue.state, writtenAt: startedAt };
	return { action: 'close', number: issue.number, about: { kind: 'device', state, device: null, news: null } };
}

/** Brings the open issue of a drifted device up to date; null: it says the same already. */
export function* updateDeviceIssue(
	issue: DeviceIssue,
	device: DeviceReport,
	startedAt: string,
): Steps<IssueAction | null> {
	if (issue.state.fingerprint === fingerprintOf(device)) return null;
	const state = { ...issue.state, ...driftOf(device), writtenAt: startedAt };
	const news = yield* newsOf(issue.state, device.changes);
	return { action: 'update', number: issue.number, about: { kind: 'device', state, device, news } };
}

/** Drift of a device that has no open issue. */
export interface NewDrift {
	readonly key: string;
	readonly device: DeviceReport;
	/** The last issue of this device, closed; null: it never had one. */
	readonly closed: DeviceIssue | null;
	readonly startedAt: string;
	readonly owners: Owners;
}

/** Gives a drifted device its issue: the one that it had before, or else a new one. */
export function* openDeviceIssue({ key, device, closed, startedAt, owners }: NewDrift): Steps<IssueAction> {
	// Closed by hand although nothing was mended: it is still the same drift.
	const isSame = closed !== null && closed.state.fingerprint !== null;
	const state: DeviceIssueState = {
		kind: 'device',
		key,
		device: device.name,
		since: isSame ? closed.state.since : startedAt,
		writtenAt: startedAt,
		...driftOf(device),
	};
	const news = isSame ? yield* newsOf(closed.state, device.changes) : null;
	const about = { kind: 'device', state, device, news } as const;
	return closed === null ? { action: 'create', about, owners } : { action: 'reopen', number: closed.number, about };
}

function driftOf(device: DeviceReport): Pick<DeviceIssueState, 'fingerprint' | 'changes'> {
	const { changes } = device;
	return {
		fingerprint: fingerprintOf(device),
		changes: changes.length > REMEMBERED_CHANGES ? null : changes.map(changeId),
	};
}

function fingerprintOf({ fingerprint }: DeviceReport): string {
	return fingerprint ?? '';
}

function* newsOf({ writtenAt, changes: before }: DeviceIssueState, changes: readonly Change[]): Steps<DeviceNews> {
	if (before === null) return { before: writtenAt, added: null, gone: 0 };
	const ids = yield* flatMapInSteps(changes, (change) => [changeId(change)]);
	const now = new Set(ids);
	const known = new Set(before);
	return {
		before: writtenAt,
		added: changes.filter((_, index) => !known.has(ids[index] ?? '')),
		gone: before.filter((id) => !now.has(id)).length,
	};
}
