import type { AnnotationBody } from './limits.ts';
import { emptyOf } from './openapi.ts';
import type { PullFile, StoredCheckRun, StoredComment, StoredIssue, StoredPull } from './state.ts';

/** Where a repository's addresses begin. */
export interface Addresses {
	/** `http://127.0.0.1:1234/repos/octo/net` */
	readonly api: string;
	/** `http://127.0.0.1:1234/octo/net` */
	readonly pages: string;
}

export function nodeIdOf(comment: StoredComment): string {
	return `IC_${comment.id}`;
}

export function commentOf(comment: StoredComment, { api, pages }: Addresses): object {
	return {
		id: comment.id,
		node_id: nodeIdOf(comment),
		url: `${api}/issues/comments/${comment.id}`,
		html_url: `${pages}/pull/${comment.issueNumber}#issuecomment-${comment.id}`,
		issue_url: `${api}/issues/${comment.issueNumber}`,
		body: comment.body,
		user: userOf(comment.author, api),
		created_at: comment.createdAt,
		updated_at: comment.updatedAt,
		author_association: 'NONE',
		performed_via_github_app: null,
	};
}

export function issueNodeIdOf({ id }: StoredIssue): string {
	return `I_${id}`;
}

export function issueOf(issue: StoredIssue, { api, pages }: Addresses): object {
	const { id, number, author, isPullRequest, title, body, state, stateReason, createdAt, updatedAt } = issue;
	const url = `${api}/issues/${number}`;
	const page = `${pages}/${isPullRequest ? 'pull' : 'issues'}/${number}`;
	const pull = { url: `${api}/pulls/${number}`, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch` };
	const [assignee = null] = issue.assignees.map((login) => userOf(login, api));
	return {
		id,
		node_id: issueNodeIdOf(issue),
		number,
		url,
		html_url: page,
		repository_url: api,
		labels_url: `${url}/labels{/name}`,
		comments_url: `${url}/comments`,
		events_url: `${url}/events`,
		title,
		body,
		state,
		state_reason: stateReason,
		user: userOf(author, api),
		labels: issue.labels.map((name) => ({ id: name.length, name, color: 'ededed' })),
		assignee,
		assignees: issue.assignees.map((login) => userOf(login, api)),
		milestone: null,
		locked: false,
		comments: 0,
		...(isPullRequest ? { pull_request: pull } : {}),
		created_at: createdAt,
		updated_at: updatedAt,
		closed_at: state === 'closed' ? updatedAt : null,
		author_association: 'NONE',
	};
}

export function checkRunOf(run: StoredCheckRun, { api, pages }: Addresses): object {
	const url = `${api}/check-runs/${run.id}`;
	return {
		id: run.id,
		node_id: `CR_${run.id}`,
		name: run.name,
		head_sha: run.headSha,
		external_id: run.externalId,
		url,
		html_url: `${pages}/runs/${run.id}`,
		details_url: run.detailsUrl,
		status: run.status,
		conclusion: run.conclusion,
		started_at: run.startedAt,
		completed_at: run.completedAt,
		output: { ...run.output, annotations_count: run.annotations.length, annotations_url: `${url}/annotations` },
		check_suite: { id: 1 },
		app: null,
		pull_requests: [],
	};
}

export function annotationOf(annotation: AnnotationBody, { pages }: Addresses): object {
	return {
		start_column: null,
		end_column: null,
		title: null,
		raw_details: null,
		...annotation,
		blob_href: `${pages}/blob/main/${annotation.path}`,
	};
}

export function pullNodeIdOf({ id }: StoredPull): string {
	return `PR_${id}`;
}

/** What we read of it; everything else is as GitHub's description asks for, and empty. */
export function pullOf(
	pull: StoredPull,
	{ api, pages }: Addresses,
	shape: 'pull-request' | 'pull-request-simple' = 'pull-request',
): object {
	const { id, number, author, title, body, state, createdAt, updatedAt } = pull;
	const empty = emptyOf(`#/components/schemas/${shape}`) as Readonly<Record<string, object>>;
	return {
		...empty,
		id,
		node_id: pullNodeIdOf(pull),
		number,
		url: `${api}/pulls/${number}`,
		html_url: `${pages}/pull/${number}`,
		title,
		body,
		state,
		user: userOf(author, api),
		head: {
			...empty.head,
			ref: pull.head,
			...(pull.headSha === undefined ? {} : { sha: pull.headSha }),
			...(pull.headOwner === undefined ? {} : { repo: repositoryOf(pull.headOwner) }),
		},
		base: {
			...empty.base,
			ref: pull.base,
			...(pull.baseSha === undefined ? {} : { sha: pull.baseSha }),
			repo: repositoryOf('octo'),
		},
		created_at: createdAt,
		updated_at: updatedAt,
	};
}

function repositoryOf(owner: string): object {
	return { ...(emptyOf('#/components/schemas/repository') as object), full_name: `${owner}/network` };
}

export function pullFileOf({ filename, patch }: PullFile, { api, pages }: Addresses): object {
	return {
		sha: '0'.repeat(40),
		filename,
		status: 'modified',
		additions: 1,
		deletions: 1,
		changes: 2,
		blob_url: `${pages}/blob/main/${filename}`,
		raw_url: `${pages}/raw/main/${filename}`,
		contents_url: `${api}/contents/${filename}`,
		...(patch === null ? {} : { patch }),
	};
}

export function comparisonOf(base: string, head: string, mergeBase: string, { api, pages }: Addresses): object {
	const page = `${pages}/compare/${base}...${head}`;
	return {
		url: `${api}/compare/${base}...${head}`,
		html_url: page,
		permalink_url: page,
		diff_url: `${page}.diff`,
		patch_url: `${page}.patch`,
		base_commit: commitOf(base, { api, pages }),
		merge_base_commit: commitOf(mergeBase, { api, pages }),
		status: mergeBase === base ? 'ahead' : 'diverged',
		ahead_by: 1,
		behind_by: mergeBase === base ? 0 : 1,
		total_commits: 1,
		commits: [commitOf(head, { api, pages })],
		files: [],
	};
}

export function userOf(login: string, api: string): object {
	const url = `${new URL(api).origin}/users/${encodeURIComponent(login)}`;
	const lists = 'followers following gists starred subscriptions organizations repos events received_events'.split(' ');
	return {
		login,
		id: login.length,
		node_id: `U_${login}`,
		avatar_url: `${url}/avatar`,
		gravatar_id: '',
		url,
		html_url: url,
		...Object.fromEntries(lists.map((list) => [`${list}_url`, `${url}/${list}`])),
		type: login.endsWith('[bot]') ? 'Bot' : 'User',
		site_admin: false,
	};
}

function commitOf(sha: string, { api, pages }: Addresses): object {
	const url = `${api}/commits/${sha}`;
	const tree = { sha, url: `${api}/git/trees/${sha}` };
	return {
		sha,
		node_id: `C_${sha}`,
		url,
		html_url: `${pages}/commit/${sha}`,
		comments_url: `${url}/comments`,
		commit: { url, author: null, committer: null, message: 'change', comment_count: 0, tree },
		author: null,
		committer: null,
		parents: [],
	};
}
