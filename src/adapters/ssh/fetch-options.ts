import type { Credentials, Timeouts } from '../../domain/connection.ts';
import type { Platform } from '../../domain/platform/platform.ts';
import type { FetchListener } from '../../use-cases/ports.ts';
import type { Phase } from '../connection/phase.ts';
import type { SshSession } from '../ssh-connection/ssh-session.ts';

/** How a config is read from a session that is logged in. */
export interface FetchOptions extends FetchListener {
	readonly session: SshSession;
	readonly platform: Platform;
	readonly credentials: Credentials;
	/** What is left of the phase that ends where the first command can be sent. */
	readonly auth: Phase;
	readonly timeouts: Timeouts;
}

/** What was read, and how many commands it took. */
export interface CommandOutput {
	readonly text: string;
	readonly commands: number;
}
