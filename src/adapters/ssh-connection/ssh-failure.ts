import type { ErrorCode } from '../../errors.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';

/** What went wrong on an SSH connection. */
export class SshFailure extends ConnectionFailure {
	/** Nothing had been negotiated yet, so that trying once more can neither lock an account nor repeat a command. */
	readonly retryable: boolean;

	constructor(
		code: ErrorCode,
		message: string,
		options: { readonly cause?: unknown; readonly retryable?: boolean } = {},
	) {
		super(code, message, options);
		this.retryable = options.retryable ?? false;
	}
}
