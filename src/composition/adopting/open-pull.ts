import { digest } from '../../domain/text/digest.ts';
import { PublishError } from '../../errors.ts';
import { type BranchEdit, type PushedEdits, pushEdits } from '../../infrastructure/git/adoption-branch.ts';
import { closePull, publishPull } from '../../infrastructure/github/adoption-pull.ts';
import { noTokenError, translatePushFailure } from '../../infrastructure/github/publish-failure.ts';
import type { AdoptionText } from '../../reporting/github/render-adoption.ts';
import type { ActionRun } from '../action/action-run.ts';
import { GITHUB_ACTIONS } from '../action/github-actions-identity.ts';
import { cloneUrl, temporaryFolder } from '../action/repository-access.ts';
import { systemClock } from '../system-clock.ts';

/** What cannot be written, in words of a warning. */
export const ADOPTION_SINK = 'pull request with adopted drift';

/**
 * Pushes the edits to a branch of their own, and opens its pull request or brings it up to date.
 *
 * @returns its address; null where no file could be edited, which has been said then
 * @throws PublishError
 */
export async function openPull(
	run: ActionRun,
	{ text, edits }: { readonly text: AdoptionText; readonly edits: readonly BranchEdit[] },
): Promise<string | null> {
	const { context, octokit, log } = run;
	if (octokit === null) throw noTokenError(ADOPTION_SINK);
	const { commit, leftOut } = await push(run, edits, text.title);
	for (const { path, reason } of leftOut) log.warning(`not adopted: ${path} ${reason}`);
	if (commit === null) return null;
	const hash = digest(JSON.stringify([commit, text.title]));
	const { url, action } = await publishPull(octokit, {
		...placeOf(run),
		repository: context.repository,
		...text,
		hash,
	});
	log.info(
		action === 'unchanged' ? `the pull request is already up to date: ${url}` : `pull request ${action}: ${url}`,
	);
	return url;
}

/** Merged now, an earlier pull request of the same choice would bring drift back that is gone. */
export async function closeOutdatedPull(run: ActionRun): Promise<void> {
	const { context, octokit, log } = run;
	if (octokit === null) return;
	const url = await closePull(octokit, { ...placeOf(run), repository: context.repository });
	if (url !== null) log.info(`closed ${url}: that drift is gone`);
}

async function push(run: ActionRun, edits: readonly BranchEdit[], subject: string): Promise<PushedEdits> {
	const { context, inputs, env, signal } = run;
	try {
		return await pushEdits(edits, {
			...placeOf(run),
			remoteUrl: cloneUrl(context),
			token: inputs.githubToken,
			tempDir: temporaryFolder(env),
			signal,
			identity: GITHUB_ACTIONS,
			subject,
			time: systemClock.now(),
		});
	} catch (error) {
		throw error instanceof PublishError ? error : translatePushFailure(ADOPTION_SINK, error);
	}
}

/**
 * A branch for each choice of devices and sections, so that a run updates what the same choice has opened before; and for each
 * branch that it is merged into, which else would get the commits of another.
 */
function placeOf({ context, inputs }: ActionRun): { readonly base: string; readonly branch: string } {
	const audit = inputs.reportKey.replaceAll(/[^\w-]/g, '-');
	const base = context.baseRef ?? '';
	const isDefault = context.defaultBranch === null || context.defaultBranch === base;
	const choice = [context.issue, inputs.select, inputs.adoptWithin, ...(isDefault ? [] : [base])];
	const suffix = digest(JSON.stringify(choice), 8);
	const isWhole = choice.every((part) => part === null);
	return { base, branch: `fleet-drift/adopt-${audit}${isWhole ? '' : `-${suffix}`}` };
}
