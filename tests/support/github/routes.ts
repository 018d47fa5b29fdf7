import { type Answer, forbidden, notFound, paged, refuse } from './answer.ts';
import { ISSUE_ROUTES } from './issue-routes.ts';
import { type CheckRunBody, refuseCheckRun, refuseComment } from './limits.ts';
import { PULL_ROUTES } from './pull-routes.ts';
import { type Addresses, annotationOf, checkRunOf, commentOf, comparisonOf, userOf } from './representations.ts';
import type { GitHubState, StoredCheckRun, StoredComment } from './state.ts';

/** What a token may do, as a workflow's `permissions` say it; what is not named is `none`. */
export type Permissions = Readonly<
	Partial<Record<'checks' | 'contents' | 'issues' | 'pull-requests', 'read' | 'write'>>
>;

/** One request, validated against GitHub's description. */
export interface Call {
	readonly parameters: Readonly<Record<string, string>>;
	readonly url: URL;
	readonly body: unknown;
	readonly state: GitHubState;
	readonly addresses: Addresses;
	readonly permissions: Permissions;
	/** Whom the token belongs to: an app's installation has a login that ends in `[bot]`. */
	readonly login: string;
}

export type Route = (call: Call) => Answer;

/** By operation; one that is described but not here is 501. */
export const ROUTES: Readonly<Record<string, Route>> = {
	'GET /app': () => refuse(401, 'A JSON web token could not be decoded'),
	'GET /user': ({ login, addresses }) =>
		login.endsWith('[bot]') ? forbidden() : { status: 200, body: userOf(login, addresses.api) },

	'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': ({ state, parameters, url, addresses }) => {
		const comments = state.comments.filter((comment) => comment.issueNumber === Number(parameters.issue_number));
		return paged(
			comments.map((comment) => commentOf(comment, addresses)),
			url,
		);
	},
	'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': (call) => {
		if (!mayComment(call)) return forbidden();
		const { body } = call.body as { readonly body: string };
		const refusal = refuseComment(body);
		if (refusal !== null) return refusal;
		const issueNumber = Number(call.parameters.issue_number);
		const comment = call.state.addComment({ issueNumber, author: call.login, body });
		return { status: 201, body: commentOf(comment, call.addresses) };
	},
	'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': (call) => {
		if (!mayComment(call)) return forbidden();
		const { body } = call.body as { readonly body: string };
		const refusal = refuseComment(body);
		if (refusal !== null) return refusal;
		return withComment(call, (comment) => {
			comment.body = body;
			comment.updatedAt = new Date().toISOString();
			return { status: 200, body: commentOf(comment, call.addresses) };
		});
	},
	'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': (call) => {
		if (!mayComment(call)) return forbidden();
		return withComment(call, (comment) => {
			call.state.comments.splice(call.state.comments.indexOf(comment), 1);
			return { status: 204, body: undefined };
		});
	},

	...ISSUE_ROUTES,

	'POST /repos/{owner}/{repo}/check-runs': (call) => {
		if (call.permissions.checks !== 'write') return forbidden();
		const body = call.body as CheckRunBody;
		const refusal = refuseCheckRun(body);
		return refusal ?? { status: 201, body: checkRunOf(call.state.addCheckRun(body), call.addresses) };
	},
	'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': (call) => {
		if (call.permissions.checks !== 'write') return forbidden();
		const body = call.body as CheckRunBody;
		const refusal = refuseCheckRun(body);
		if (refusal !== null) return refusal;
		return withCheckRun(call, (run) => {
			call.state.updateCheckRun(run, body);
			return { status: 200, body: checkRunOf(run, call.addresses) };
		});
	},
	'GET /repos/{owner}/{repo}/check-runs/{check_run_id}': (call) =>
		withCheckRun(call, (run) => ({ status: 200, body: checkRunOf(run, call.addresses) })),
	'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations': (call) =>
		withCheckRun(call, ({ annotations }) =>
			paged(
				annotations.map((annotation) => annotationOf(annotation, call.addresses)),
				call.url,
			),
		),
	'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': ({ state, parameters, url, addresses, permissions }) => {
		if (permissions.checks === undefined) return forbidden();
		const name = url.searchParams.get('check_name');
		const runs = state.checkRuns.filter(
			(run) => run.headSha === parameters.ref && (name === null || run.name === name),
		);
		const wrap = (page: unknown[]): unknown => ({ total_count: runs.length, check_runs: page });
		return paged(
			runs.map((run) => checkRunOf(run, addresses)),
			url,
			wrap,
		);
	},

	...PULL_ROUTES,

	'GET /repos/{owner}/{repo}/compare/{basehead}': ({ state, parameters, addresses }) => {
		const [base = '', head = ''] = (parameters.basehead ?? '').split('...');
		const mergeBase = state.mergeBases.get(`${base}...${head}`);
		return mergeBase === undefined ? notFound() : { status: 200, body: comparisonOf(base, head, mergeBase, addresses) };
	},
};

export function mayComment({ permissions }: Pick<Call, 'permissions'>): boolean {
	return permissions['pull-requests'] === 'write' || permissions.issues === 'write';
}

function withComment({ state, parameters }: Call, then: (comment: StoredComment) => Answer): Answer {
	const comment = state.comments.find(({ id }) => id === Number(parameters.comment_id));
	return comment === undefined ? notFound() : then(comment);
}

function withCheckRun({ state, parameters }: Call, then: (run: StoredCheckRun) => Answer): Answer {
	const run = state.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
	return run === undefined ? notFound() : then(run);
}
