import type { ErrorCode } from '../../errors.ts';

/**
 * What went wrong on an SSH connection, already in our words. One connection to a bastion serves many devices, so this
 * error names none; the adapter turns it into the `DeviceError` of each.
 */
export class SshFailure extends Error {
	readonly code: ErrorCode;
	/** Nothing had been negotiated yet, so that trying once more can neither lock an account nor repeat a command. */
	readonly retryable: boolean;

	constructor(
		code: ErrorCode,
		message: string,
		options: { readonly cause?: unknown; readonly retryable?: boolean } = {},
	) {
		super(message, { cause: options.cause });
		this.name = 'SshFailure';
		this.code = code;
		this.retryable = options.retryable ?? false;
	}
}
