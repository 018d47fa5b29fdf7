import type { ErrorCode } from '../../errors.ts';
import type { Login } from './login.ts';

/**
 * What went wrong on the way to a device or while talking to it, already in our words. It names no device, because one
 * connection may serve many; the adapter turns it into the `DeviceError` of each.
 */
export class ConnectionFailure extends Error {
	readonly code: ErrorCode;
	/** The line of known_hosts that would make the host's key known; null: that is not what went wrong. */
	readonly hostKeyLine: string | null;
	/** Whose login it was that failed, once that is known: see `nameLogin`. */
	login: Login | null = null;

	constructor(
		code: ErrorCode,
		message: string,
		options: { readonly cause?: unknown; readonly hostKeyLine?: string } = {},
	) {
		super(message, { cause: options.cause });
		this.hostKeyLine = options.hostKeyLine ?? null;
		this.name = new.target.name;
		this.code = code;
	}
}
