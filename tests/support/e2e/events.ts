import { REPOSITORY } from './hosting.ts';

interface Commits {
	readonly base: string;
	readonly head: string;
}

/** The payload of a `pull_request` event: number 5, from a branch of the same repository unless told otherwise. */
export function pullRequestEvent({
	base,
	head,
	from = REPOSITORY,
	author = 'anna',
}: Commits & { readonly from?: string; readonly author?: string }): object {
	return {
		action: 'synchronize',
		number: 5,
		pull_request: {
			number: 5,
			user: { login: author },
			head: { sha: head, ref: 'change', repo: { full_name: from } },
			base: { sha: base, ref: 'main', repo: { full_name: REPOSITORY } },
		},
		repository: { full_name: REPOSITORY },
	};
}

/** The payload of a `workflow_run` event, after a workflow that a pull request set off. */
export function workflowRunEvent({ head, owner }: { readonly head: string; readonly owner: string }): object {
	return {
		action: 'completed',
		workflow_run: {
			event: 'pull_request',
			head_sha: head,
			head_branch: 'change',
			head_repository: { full_name: `${owner}/network`, owner: { login: owner } },
			// GitHub names none where the head is in a fork.
			pull_requests: [],
		},
	};
}

/** The payload of a `merge_group` event, whose queue merges into main. */
export function mergeGroupEvent({ base, head }: Commits): object {
	const ref = `refs/heads/gh-readonly-queue/main/pr-5-${base}`;
	return {
		action: 'checks_requested',
		merge_group: { head_sha: head, head_ref: ref, base_sha: base, base_ref: 'refs/heads/main' },
	};
}

/** The payload of a `push` event, in a repository whose default branch is main. */
export function pushEvent({ before }: { readonly before: string }): object {
	return { before, repository: { full_name: REPOSITORY, default_branch: 'main' } };
}

/** The runner makes this one itself, and there is nothing else in it. */
export const scheduleEvent = { schedule: '0 4 * * *' } as const;
