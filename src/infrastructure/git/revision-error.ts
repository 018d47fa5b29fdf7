import { DriftAuditError } from '../../errors.ts';
import { GitFailure, withRemoteWords } from './git-failure.ts';

/** The two commits, or a file of them, cannot be read. */
export function revisionError(message: string, cause?: unknown): DriftAuditError {
	return new DriftAuditError('ERR_REVISION', message, cause === undefined ? {} : { cause });
}

/** Translates git's failures; an abort says whether time ran out or somebody cancelled. Other errors pass through. */
export function toRevisionError(error: unknown, signal?: AbortSignal): unknown {
	if (!(error instanceof GitFailure)) return error;
	if (error.kind === 'timed-out' || (error.kind === 'cancelled' && isTimeout(signal?.reason))) {
		return new DriftAuditError('ERR_TIMEOUT', 'reading the two revisions took too long: raise the deadline', {
			cause: error,
		});
	}
	if (error.kind === 'cancelled') {
		return new DriftAuditError('ERR_CANCELLED', 'cancelled while reading the two revisions', { cause: error });
	}
	if (error.kind === 'login-refused' || error.kind === 'not-permitted' || error.kind === 'not-found') {
		return revisionError(
			withRemoteWords(
				'the repository cannot be read with this token: give the job "permissions: contents: read"',
				error,
			),
			error,
		);
	}
	return revisionError(error.message, error);
}

function isTimeout(reason: unknown): boolean {
	return reason instanceof Error && reason.name === 'TimeoutError';
}
