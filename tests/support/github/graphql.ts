import type { Answer } from './answer.ts';
import { nodeIdOf } from './representations.ts';
import type { GitHubState } from './state.ts';

/** The part of GitHub's GraphQL API that tells who wrote which comment. */
export function answerGraphql(state: GitHubState, login: string, body: unknown): Answer {
	const { query = '', variables = {} } = body as {
		readonly query?: string;
		readonly variables?: { readonly ids?: string[] };
	};
	if (!/\bnodes\(ids: \$ids\)/u.test(query)) {
		return {
			status: 200,
			body: { errors: [{ type: 'undefinedField', message: 'this server answers nodes(ids:) only' }] },
		};
	}
	const nodes = (variables.ids ?? []).map((wanted) => {
		const comment = state.comments.find((candidate) => nodeIdOf(candidate) === wanted);
		if (comment === undefined) return null;
		return { id: wanted, viewerDidAuthor: comment.author === login, isMinimized: comment.minimised };
	});
	const missing = nodes.flatMap((node, index) => (node === null ? [notFoundAt(index)] : []));
	return { status: 200, body: { data: { nodes }, ...(missing.length === 0 ? {} : { errors: missing }) } };
}

function notFoundAt(index: number): object {
	return { type: 'NOT_FOUND', path: ['nodes', index], message: 'Could not resolve to a node with the global id' };
}
