import { PublishError } from '../../errors.ts';

/** What is on the branch, or what should go there, cannot be used: nothing is written. */
export function historyError(message: string, cause?: unknown): PublishError {
	return new PublishError('history', message, { code: 'ERR_HISTORY', ...(cause === undefined ? {} : { cause }) });
}
