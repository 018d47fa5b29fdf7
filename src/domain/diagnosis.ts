import type { UnknownReason } from '../errors.ts';
import type { Transport } from './device.ts';

/** Steps on the way to a running-config, in their order; a transport takes those that it has. */
export const STEPS = [
	'bastion',
	'address',
	'connection',
	'algorithms',
	'host-key',
	'login',
	'prompt',
	'privileges',
	'paging',
	'config',
] as const;

/** A step on the way: see `STEPS`. */
export type Step = (typeof STEPS)[number];

/** What `doctor` looks at, in this order: the way, whether what came is whole, and what it would be compared with. */
export type DiagnosisStep = Step | 'complete' | 'intended';

/** What came of one step. @typeParam Name - of the steps in question */
export interface DiagnosedStep<Name extends string = DiagnosisStep> {
	readonly step: Name;
	/**
	 * - `not-needed`: the way has no such step, or it tells nothing of it
	 * - `missing`: not there yet, which an audit would ask for
	 */
	readonly status: 'passed' | 'failed' | 'missing' | 'not-needed' | 'not-reached';
	/** What was found, or what went wrong and what to do about it. */
	readonly detail: string;
}

/** How far the way to a device's running-config goes. */
export interface Diagnosis {
	readonly device: string;
	readonly platform: string;
	readonly transport: Transport;
	readonly status: 'well' | 'ill';
	/** As in a report; null: its running-config was read. */
	readonly reason: UnknownReason | null;
	/** The line of known_hosts that would make its key known; null: known already, or not what is wrong. */
	readonly hostKeyLine: string | null;
	readonly steps: readonly DiagnosedStep[];
}
