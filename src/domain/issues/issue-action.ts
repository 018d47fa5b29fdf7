import type { Change } from '../drift-report.ts';
import type { DeviceReport } from '../fleet-report.ts';
import type { DeviceIssueState, RollUpIssueState } from './issue-state.ts';
import type { Owners } from './owner-rule.ts';

/** What has to be done to one issue. Only `create`, `reopen` and `close` notify people. */
export type IssueAction = {
	readonly about: DeviceSubject | RollUpSubject;
} & (
	| { readonly action: 'create'; readonly owners: Owners }
	| { readonly action: 'update' | 'reopen' | 'close'; readonly number: number }
);

/** The issue of one device. */
export interface DeviceSubject {
	readonly kind: 'device';
	readonly state: DeviceIssueState;
	/** null: it is no longer in the fleet. */
	readonly device: DeviceReport | null;
	/** null: there was nothing before, or it is over. */
	readonly news: DeviceNews | null;
}

/** What is different from what the issue said before. */
export interface DeviceNews {
	readonly before: string;
	/** null: not known, because there were too many changes to remember. */
	readonly added: readonly Change[] | null;
	readonly gone: number;
}

/** The issue that devices share for whom there were too many. */
export interface RollUpSubject {
	readonly kind: 'roll-up';
	readonly state: RollUpIssueState;
	/** Those of the members that this run has a report of, with their since. */
	readonly devices: readonly DeviceReport[];
	readonly news: RollUpNews | null;
}

/** What is different from what a shared issue said before, by names of devices. */
export interface RollUpNews {
	readonly before: string;
	readonly joined: readonly string[];
	/** In sync again, or with an issue of its own. */
	readonly left: readonly string[];
	/** No longer in the fleet. */
	readonly gone: readonly string[];
	/** Drifted before, and otherwise than before. */
	readonly changed: readonly string[];
}
