import type { LineFault } from './faults/line-fault.ts';
import type { SessionFault } from './faults/session-fault.ts';

/**
 * What is wrong with a device, if anything: on its command line, or before one is reached.
 *
 * - `unreachable`: its port refuses
 * - `auth-failed`: every login is turned down
 * - `wrong-host-key`: shows another key than `hostKeyOf(name)`
 * - `silent`: the port accepts and never says a word
 * - `resets-once`: its first connection is reset before a word is said, the next ones are fine
 */
export type Fault = 'none' | 'unreachable' | 'auth-failed' | 'wrong-host-key' | 'silent' | 'resets-once' | SessionFault;

/** One member of the simulated fleet. */
export interface SimulatedDevice {
	/** Its name in the fleet and its hostname: what the prompt shows and what its host key is derived from. */
	readonly name: string;
	/** A name of `personalities.ts`: `cisco_ios`. */
	readonly platform: string;
	/** The configuration as the device shows it, without the header that changes at every show. */
	readonly runningConfig: string;
	readonly username: string;
	/** For password and keyboard-interactive logins; null: neither is offered. */
	readonly password: string | null;
	/** One line of an authorized_keys file; null: key logins are not offered. */
	readonly publicKey: string | null;
	/** null: a login is privileged at once. */
	readonly enablePassword: string | null;
	/** Time that every message of the client takes to be answered: one round trip. */
	readonly latencyMs: number;
	/** Time that the device takes to render its running-config. */
	readonly commandMs: number;
	/** Lines per page until the pager is switched off; null: no pager. */
	readonly pageLines: number | null;
	readonly fault: Fault;
	/** What is wrong with the line to it; without one the line is good. */
	readonly lineFault?: LineFault;
	/** Sent before the login, as `banner login` is. */
	readonly banner?: string;
	/** Shown behind the login, before the first prompt. */
	readonly motd?: string;
	/** Who changed the configuration last; without it an automaton did, just before every show. */
	readonly lastChange?: { readonly at: Date; readonly by: string };
	/** Where it listens with `ports: 'as-configured'`. */
	readonly port?: number;
}
