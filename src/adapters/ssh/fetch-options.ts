import type { Platform } from '../../domain/platform.ts';
import type { Credentials, Trace } from '../../use-cases/ports.ts';
import type { SshSession } from '../ssh-connection/ssh-session.ts';

/** How a config is read from a session that is logged in. */
export interface FetchOptions {
	readonly session: SshSession;
	readonly platform: Platform;
	readonly credentials: Credentials;
	/** How long the device may be silent. */
	readonly silenceMs: number;
	readonly trace: Trace;
}

/** What was read, and how many commands it took. */
export interface CommandOutput {
	readonly text: string;
	readonly commands: number;
}
