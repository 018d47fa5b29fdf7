import type { Timeouts } from '../../domain/connection.ts';
import { ConnectionFailure } from './connection-failure.ts';

/** By which of its two bounds a wait has ended: the time as a whole, or the time in which nothing came. */
export type Bound = 'whole' | 'idle';

/** The phases that a device has once the connection stands; each is bounded by the key of `timeouts` with its name. */
export type PhaseName = 'auth' | 'command';

const STEP_MS = 100;

/** A part of a fetch that has a time of its own, which runs from the moment in which this is made. */
export class Phase {
	readonly name: PhaseName;
	readonly wholeMs: number;
	/** How long the device may send nothing. While it lets us in, that is as long as the phase. */
	readonly idleMs: number;
	readonly #end: number;

	constructor(name: PhaseName, { authMs, commandMs, idleMs }: Omit<Timeouts, 'connectMs' | 'deviceMs'>) {
		this.name = name;
		this.wholeMs = name === 'auth' ? authMs : commandMs;
		this.idleMs = name === 'auth' ? authMs : Math.min(idleMs, commandMs);
		this.#end = performance.now() + this.wholeMs;
	}

	/**
	 * Never negative. In steps: timers of one length share a list, and hundreds of sessions would each have their own otherwise.
	 */
	get leftMs(): number {
		return Math.ceil(Math.max(this.#end - performance.now(), 0) / STEP_MS) * STEP_MS;
	}

	/**
	 * What a wait that went beyond a bound says, with the setting that would allow it.
	 *
	 * @param of.what - what was waited for: `"show running-config"`, `the NETCONF hello`
	 */
	overdue(bound: Bound, { where, what }: { readonly where: string; readonly what: string }): ConnectionFailure {
		const message =
			bound === 'idle' && this.idleMs < this.wholeMs
				? `${where} went silent for ${seconds(this.idleMs)} during ${what}. Raise timeouts.idle if it is slow`
				: `${where} did not finish ${what} within ${seconds(this.wholeMs)}. Raise timeouts.${this.name} if it is slow`;
		return new ConnectionFailure('ERR_TIMEOUT', message);
	}
}

/**
 * A time as people write it.
 *
 * @example
 * seconds(2_500) //=> '2.5 s'
 */
export function seconds(ms: number): string {
	return `${ms / 1000} s`;
}
