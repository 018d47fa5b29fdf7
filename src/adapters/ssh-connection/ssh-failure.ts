import type { ErrorCode } from '../../errors.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';

/** Why a connection did not come about this time, although it may the next: see retryTransient. */
export type Transient = 'reset' | 'refused' | 'handshake-timeout';

/** What went wrong on an SSH connection. */
export class SshFailure extends ConnectionFailure {
	/**
	 * Set where nothing had been negotiated yet, so that trying again can neither lock an account nor repeat a command; null:
	 * it must not be tried again.
	 */
	readonly transient: Transient | null;
	/** Whether a login was tried and not taken, as against one that could not be tried. */
	readonly triedLogin: boolean;

	constructor(
		code: ErrorCode,
		message: string,
		options: {
			readonly cause?: unknown;
			readonly transient?: Transient | null;
			readonly triedLogin?: boolean;
			readonly hostKeyLine?: string;
		} = {},
	) {
		super(code, message, options);
		this.transient = options.transient ?? null;
		this.triedLogin = options.triedLogin ?? false;
	}
}
