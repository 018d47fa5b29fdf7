import { type Answer, forbidden, invalid, notFound, paged } from './answer.ts';
import { refuseIssue } from './limits.ts';
import { issueOf } from './representations.ts';
import type { Call, Route } from './routes.ts';
import type { StoredIssue } from './state.ts';

interface IssueBody {
	readonly title?: string;
	readonly body?: string;
	readonly state?: 'open' | 'closed';
	readonly state_reason?: string;
	readonly assignees?: readonly string[];
	readonly labels?: readonly string[];
}

/** Issues, by operation. */
export const ISSUE_ROUTES: Readonly<Record<string, Route>> = {
	'GET /repos/{owner}/{repo}/issues': ({ state, url, addresses, permissions }) => {
		if (permissions.issues === undefined) return forbidden();
		const creator = url.searchParams.get('creator');
		const wanted = url.searchParams.get('state') ?? 'open';
		const issues = state.issues
			.filter((issue) => (creator === null || issue.author === creator) && (wanted === 'all' || issue.state === wanted))
			.toReversed();
		return paged(
			issues.map((issue) => issueOf(issue, addresses)),
			url,
		);
	},
	'POST /repos/{owner}/{repo}/issues': (call) => {
		if (call.permissions.issues !== 'write') return forbidden();
		const { title = '', body = '', assignees = [], labels = [] } = call.body as IssueBody;
		const refusal = refuseIssue({ title, body }) ?? refuseAssignees(call, assignees);
		if (refusal !== null) return refusal;
		const issue = call.state.addIssue({ author: call.login, title, body, assignees, labels });
		return { status: 201, body: issueOf(issue, call.addresses) };
	},
	'GET /repos/{owner}/{repo}/issues/{issue_number}': (call) =>
		withIssue(call, (issue) => ({ status: 200, body: issueOf(issue, call.addresses) })),
	'PATCH /repos/{owner}/{repo}/issues/{issue_number}': (call) => {
		if (call.permissions.issues !== 'write') return forbidden();
		const changes = call.body as IssueBody;
		const refusal = refuseIssue(changes);
		if (refusal !== null) return refusal;
		return withIssue(call, (issue) => {
			issue.body = changes.body ?? issue.body;
			issue.title = changes.title ?? issue.title;
			issue.state = changes.state ?? issue.state;
			issue.stateReason = changes.state_reason ?? issue.stateReason;
			issue.updatedAt = new Date().toISOString();
			return { status: 200, body: issueOf(issue, call.addresses) };
		});
	},
};

function refuseAssignees({ state }: Call, assignees: readonly string[]): Answer | null {
	if (assignees.length > 10) return invalid('Issue', 'assignees', 'may be 10 at most');
	return assignees.every((login) => state.assignable.has(login)) ? null : invalid('Issue', 'assignees', 'is invalid');
}

function withIssue({ state, parameters }: Call, then: (issue: StoredIssue) => Answer): Answer {
	const issue = state.issues.find(({ number }) => number === Number(parameters.issue_number));
	return issue === undefined ? notFound() : then(issue);
}
