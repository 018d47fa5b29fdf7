import { DriftAuditError, isTimeout } from '../../errors.ts';
import { GitFailure, type GitFailureKind, withRemoteWords } from './git-failure.ts';

/** The two commits, or a file of them, cannot be read. */
export function revisionError(message: string, cause?: unknown): DriftAuditError {
	return new DriftAuditError('ERR_REVISION', message, cause === undefined ? {} : { cause });
}

/** A partial clone lacks files or folders that no remote gives it, which git asks with the user's own access. */
export function partialCloneError(error: GitFailure, remote?: string): DriftAuditError {
	const what = 'this is a partial clone, and files that it lacks could not be fetched';
	return revisionError(`${what}${remote === undefined ? '' : ` from ${remote}`}: ${error.message}`, error);
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
	// Only a partial clone asks a remote for anything while it is read.
	if (REFUSALS.has(error.kind)) return error.command === 'fetch' ? tokenError(error) : partialCloneError(error);
	return revisionError(error.message, error);
}

/** What a remote answers to somebody who may not read it. */
const REFUSALS: ReadonlySet<GitFailureKind> = new Set(['login-refused', 'not-permitted', 'not-found']);

function tokenError(error: GitFailure): DriftAuditError {
	const advice = 'the repository cannot be read with this token: give the job "permissions: contents: read"';
	return revisionError(withRemoteWords(advice, error), error);
}
