import { ConfigurationError, PublishError } from '../../errors.ts';
import { GitFailure, type GitFailureKind, remoteWords, withRemoteWords } from '../git/git-failure.ts';
import { isRefused } from '../git/push-outcome.ts';

/** Says what went wrong with the branch and what to do. What nobody foresaw passes through. */
export function toPublishError(
	error: unknown,
	{ branch, remoteUrl }: { readonly branch: string; readonly remoteUrl: string },
): unknown {
	if (isSystemError(error)) {
		const why = isFull(error) ? adviceFor('disk-full', { branch, remoteUrl }) : null;
		return failure(why ?? `the temporary clone failed: ${error.code} at ${error.syscall}`, error);
	}
	// No folder for the temporary clone: the run itself is over by now, and its outcome stands.
	if (error instanceof ConfigurationError) return failure(error.message, error);
	if (!(error instanceof GitFailure)) return error;
	// A server without room refuses as a rule does, and says why on the way.
	if (error.kind === 'disk-full' && /^remote:.*(?:No space left|quota exceeded)/mu.test(error.output)) {
		return failure(`the disk of ${remoteUrl} is full, the history on ${branch} was not written`, error);
	}
	if (isRefused(error.output)) {
		return failure(
			`the remote refused the push to ${branch}: ${refusal(error.output)}. Let the branch's rules and hooks admit it`,
			error,
		);
	}
	const advice = adviceFor(error.kind, { branch, remoteUrl });
	return failure(advice === null ? error.message : withRemoteWords(advice, error), error);
}

/** Other writers were faster all the time. */
export function gaveUp(attempts: number, branch: string): PublishError {
	return failure(`gave up after ${attempts} attempts, other runs kept writing to ${branch}: the run can be repeated`);
}

function adviceFor(kind: GitFailureKind, { branch, remoteUrl }: { branch: string; remoteUrl: string }): string | null {
	switch (kind) {
		case 'login-refused':
		case 'not-permitted':
			return `the token may not write to ${remoteUrl}: give the job "permissions: contents: write" to keep the history on ${branch}`;
		case 'not-found':
			return `there is no repository at ${remoteUrl}, or the token does not see it: it needs "permissions: contents: write"`;
		case 'certificate':
			return `the TLS certificate of ${remoteUrl} was not accepted: name its CA in GIT_SSL_CAINFO, or in git's http.sslCAInfo`;
		case 'disk-full':
			return `the disk is full, the history on ${branch} was not written`;
		case 'cancelled':
			return `the run was cancelled before ${remoteUrl} had taken the history on ${branch}`;
		case 'unreachable':
		case 'timed-out':
			return `${remoteUrl} could not be reached, the history on ${branch} was not written`;
		default:
			return null;
	}
}

/** The server's own words: `remote:` lines, then the reason in brackets. */
function refusal(output: string): string {
	const reason = /\[remote rejected\].*\((?<reason>.*)\)/u.exec(output)?.groups?.reason ?? 'no reason given';
	return [reason, ...remoteWords(output)].join('; ').slice(0, 400);
}

/** Node's own, of a folder that is missing, full or not ours. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'syscall' in error && 'code' in error;
}

function isFull({ code }: NodeJS.ErrnoException): boolean {
	return code === 'ENOSPC' || code === 'EDQUOT';
}

function failure(message: string, cause?: Error): PublishError {
	return new PublishError('history', message, cause === undefined ? {} : { cause });
}
