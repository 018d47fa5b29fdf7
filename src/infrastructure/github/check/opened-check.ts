import { type PublishError, withCode } from '../../../errors.ts';
import type { Log } from '../../log.ts';
import type { Octokit } from '../client/octokit.ts';
import { asPublishError, noTokenError } from '../publish-failure.ts';
import { type CheckConclusion, type CheckRun, type CheckStart, concludeCheck, startCheck } from './check-run.ts';
import { forgetOpenCheck, rememberOpenCheck } from './open-check-state.ts';

/** What came of the attempt to start a check run. Kept as a value, because the audit goes on either way. */
export type OpenedCheck =
	| { readonly status: 'off' }
	| { readonly status: 'started'; readonly check: CheckRun }
	| { readonly status: 'failed'; readonly error: PublishError };

/** Starts the check run; a refusal is kept for `publishToGitHub()` to tell. Never throws. */
export async function openCheck(octokit: Octokit | null, start: CheckStart): Promise<OpenedCheck> {
	if (octokit === null) return { status: 'failed', error: noTokenError('check run') };
	try {
		const check = await startCheck(octokit, start);
		rememberOpenCheck(check);
		return { status: 'started', check };
	} catch (error) {
		return { status: 'failed', error: asPublishError('check run', error) };
	}
}

/**
 * @returns the page of the check run; null where none is wanted
 * @throws PublishError when it could not be started or concluded
 */
export async function finishCheck(
	octokit: Octokit | null,
	opened: OpenedCheck,
	conclusion: CheckConclusion,
): Promise<string | null> {
	if (opened.status === 'off') return null;
	if (opened.status === 'failed') throw opened.error;
	if (octokit === null) throw noTokenError('check run');
	const page = await concludeCheck(octokit, opened.check, conclusion);
	forgetOpenCheck();
	return page;
}

/** Concludes a check run whose audit came to no result, so that it does not stay in progress. Never throws. */
export async function abandonCheck(
	octokit: Octokit | null,
	opened: OpenedCheck,
	{ log, ...conclusion }: Pick<CheckConclusion, 'conclusion' | 'summary'> & { readonly log: Pick<Log, 'warning'> },
): Promise<void> {
	if (opened.status !== 'started') return;
	const title = 'The audit did not finish';
	try {
		await finishCheck(octokit, opened, { ...conclusion, title, text: '', annotations: [] });
	} catch (error) {
		const { code, message } = asPublishError('check run', error);
		log.warning(withCode(code, message));
	}
}
