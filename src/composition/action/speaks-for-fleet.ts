import { plural } from '../../domain/text/count-words.ts';
import { messageOf } from '../../errors.ts';
import { compareCommits } from '../../infrastructure/github/event/compare-commits.ts';
import type { ActionRun } from './action-run.ts';

type Speaker = Pick<ActionRun, 'context' | 'inputs' | 'commitsBehind'>;

/**
 * Whether what a run finds is how the fleet is. What a pull request or a merge queue proposes is intended by nobody yet, whatever
 * the input `mode` makes of it; neither is what lies on another branch than that of the fleet, or on a tag; and what an older run
 * that was started again compares with may be intended no longer.
 */
export function speaksForFleet({ context, inputs, commitsBehind = 0 }: Speaker): boolean {
	if (context.mode !== 'audit' || commitsBehind > 0) return false;
	const branch = inputs.fleetBranch ?? context.defaultBranch;
	return branch === null || branch === '*' || branch === context.baseRef;
}

/** Why an audit leaves alone what it was asked to keep, in a sentence; null: it does not. */
export function whySilent(run: Speaker): string | null {
	const { context, inputs } = run;
	const isAsked = !inputs.dryRun && (inputs.resultsBranch !== null || inputs.issues !== 'off');
	if (!isAsked || context.mode !== 'audit' || speaksForFleet(run)) return null;
	return `history and issues stay as they are: ${reasonOf(run)}`;
}

function reasonOf({ context, inputs, commitsBehind = 0 }: Speaker): string {
	if (commitsBehind > 0) {
		const commits = plural(commitsBehind, 'commit');
		return `this run was started again, but ${context.baseRef} is now ${commits} ahead of what it audits. Start a new run of the workflow instead`;
	}
	const about = context.baseRef === null ? 'no branch' : `the branch ${context.baseRef}`;
	const branch = inputs.fleetBranch ?? context.defaultBranch;
	return `this run is about ${about}, and audits of ${branch} speak for the fleet (input fleet-branch)`;
}

/** How many commits the branch has got since a run that was started again began: GitHub gives it the commit of then. */
export async function findCommitsBehind({
	octokit,
	context,
	log,
}: Pick<ActionRun, 'octokit' | 'context' | 'log'>): Promise<number> {
	const { repository, mode, runAttempt, headSha: commit, baseRef: branch } = context;
	if (octokit === null || mode !== 'audit' || runAttempt === 1 || branch === null) return 0;
	try {
		return (await compareCommits(octokit, repository, { base: commit, head: branch })).aheadBy;
	} catch (error) {
		log.debug(`whether ${branch} has moved on is not known: ${messageOf(error)}`);
		return 0;
	}
}
