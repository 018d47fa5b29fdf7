import type { Answer } from './answer.ts';
import { issueNodeIdOf, nodeIdOf, pullNodeIdOf } from './representations.ts';
import { mayComment, type Permissions } from './routes.ts';
import type { GitHubState } from './state.ts';

export interface GraphqlCall {
	readonly state: GitHubState;
	readonly login: string;
	readonly permissions: Permissions;
	readonly body: unknown;
}

interface Query {
	readonly query?: string;
	readonly variables?: { readonly ids?: string[]; readonly id?: string; readonly reason?: string };
}

/** The part of GitHub's GraphQL API that tells who wrote what, and that folds comments away. */
export function answerGraphql(call: GraphqlCall): Answer {
	const { query = '' } = call.body as Query;
	if (/\bnodes\(ids: \$ids\)/u.test(query)) return answerNodes(call);
	if (/\bminimizeComment\(/u.test(query)) return answerMinimise(call);
	if (/\bviewer \{ login \}/u.test(query)) return { status: 200, body: { data: { viewer: { login: call.login } } } };
	return failure({
		type: 'undefinedField',
		message: 'this server answers viewer, nodes(ids:) and minimizeComment only',
	});
}

function answerNodes({ state, login, body }: GraphqlCall): Answer {
	const nodes = ((body as Query).variables?.ids ?? []).map((wanted) => {
		const issue = state.issues.find((candidate) => issueNodeIdOf(candidate) === wanted);
		if (issue !== undefined) return { id: wanted, viewerDidAuthor: issue.author === login };
		const pull = state.pulls.find((candidate) => pullNodeIdOf(candidate) === wanted);
		if (pull !== undefined) return { id: wanted, viewerDidAuthor: pull.author === login };
		const comment = state.comments.find((candidate) => nodeIdOf(candidate) === wanted);
		if (comment === undefined) return null;
		return { id: wanted, viewerDidAuthor: comment.author === login, isMinimized: comment.minimised !== null };
	});
	const missing = nodes.flatMap((node, index) => (node === null ? [notFoundAt(index)] : []));
	return { status: 200, body: { data: { nodes }, ...(missing.length === 0 ? {} : { errors: missing }) } };
}

function answerMinimise({ state, permissions, body }: GraphqlCall): Answer {
	const { id, reason = '' } = (body as Query).variables ?? {};
	const comment = state.comments.find((candidate) => nodeIdOf(candidate) === id);
	if (comment === undefined) return failure(notFoundAt(0));
	if (!mayComment({ permissions })) {
		return failure({ type: 'FORBIDDEN', message: 'Resource not accessible by integration' });
	}
	if (!['ABUSE', 'DUPLICATE', 'OFF_TOPIC', 'OUTDATED', 'RESOLVED', 'SPAM'].includes(reason)) {
		return failure({ type: 'argumentLiteralsIncompatible', message: `no classifier ${reason}` });
	}
	comment.minimised = reason;
	return { status: 200, body: { data: { minimizeComment: { minimizedComment: { isMinimized: true } } } } };
}

/** GraphQL says 200 to whatever it refuses. */
function failure(error: object): Answer {
	return { status: 200, body: { data: null, errors: [error] } };
}

function notFoundAt(index: number): object {
	return { type: 'NOT_FOUND', path: ['nodes', index], message: 'Could not resolve to a node with the global id' };
}
