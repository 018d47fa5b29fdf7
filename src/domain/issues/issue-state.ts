/** What an issue of ours says, for the next run to read: about one device, or about all that have no issue of their own. */
export type IssueState = DeviceIssueState | RollUpIssueState;

interface WrittenState {
	/** Tells apart several audits of one repository. */
	readonly key: string;
	/** Start of the run that wrote this; ISO 8601, UTC. */
	readonly writtenAt: string;
}

/** Of the issue of one device. */
export interface DeviceIssueState extends WrittenState {
	readonly kind: 'device';
	readonly device: string;
	/** Start of the run that first saw the device drifted; ISO 8601, UTC. */
	readonly since: string;
	/** Identity of the drift; null once the device was measured to be in sync. */
	readonly fingerprint: string | null;
	/** Identity of each change; null: there are too many to keep. */
	readonly changes: readonly string[] | null;
}

/** Of the issue that stands for all devices without one of their own. */
export interface RollUpIssueState extends WrittenState {
	readonly kind: 'roll-up';
	/** The longest drifted first; empty once all were measured to be in sync. */
	readonly members: readonly RollUpMember[];
	/** Members for which there was no room. */
	readonly others: number;
	/** Of all members and their drift. */
	readonly digest: string;
}

/** A drifted device of a roll-up. */
export interface RollUpMember {
	readonly device: string;
	/** Start of the run that first saw it drifted; ISO 8601, UTC. */
	readonly since: string;
	/** Identity of its drift. */
	readonly fingerprint: string;
}

/** An issue that carries our marker and was written by us. */
export interface ExistingIssue<State extends IssueState = IssueState> {
	readonly number: number;
	readonly open: boolean;
	readonly state: State;
}
