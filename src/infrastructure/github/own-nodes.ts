import type { Octokit } from './client/octokit.ts';

/** A comment, issue or pull request that the token's owner wrote. */
export interface OwnNode {
	readonly id: string;
	/** Whether somebody folded it away; true of comments only. */
	readonly isMinimized: boolean;
}

/**
 * Which of these comments, issues and pull requests the token's owner wrote. GitHub itself is asked, because
 * `GET /user` refuses the token of a workflow and a name would have to be guessed per kind of token.
 *
 * @param nodeIds - as GitHub's REST API tells them: `node_id`
 */
export async function ownNodes(octokit: Octokit, nodeIds: readonly string[]): Promise<ReadonlyMap<string, OwnNode>> {
	const own = new Map<string, OwnNode>();
	for (let start = 0; start < nodeIds.length; start += NODES_PER_QUERY) {
		const ids = nodeIds.slice(start, start + NODES_PER_QUERY);
		for (const node of await lookUp(octokit, ids)) {
			if (node?.viewerDidAuthor) own.set(node.id, { id: node.id, isMinimized: node.isMinimized ?? false });
		}
	}
	return own;
}

interface Answer {
	readonly nodes: readonly (AuthoredNode | null)[];
}

/** One that was deleted since it was listed is null, which GitHub calls an error of the whole query. */
async function lookUp(octokit: Octokit, ids: readonly string[]): Promise<Answer['nodes']> {
	try {
		return (await octokit.graphql<Answer>(AUTHORSHIP, { ids })).nodes;
	} catch (error) {
		const { errors = [], data = null } = (error ?? {}) as PartialAnswer;
		if (!data?.nodes || !errors.every(({ type }) => type === 'NOT_FOUND')) throw error;
		return data.nodes;
	}
}

/** What the client's error keeps of an answer. */
interface PartialAnswer {
	readonly errors?: readonly { readonly type?: string }[];
	readonly data?: Partial<Answer> | null;
}

const NODES_PER_QUERY = 100;

interface AuthoredNode {
	readonly id: string;
	readonly viewerDidAuthor: boolean;
	readonly isMinimized?: boolean;
}

const AUTHORSHIP = `query ($ids: [ID!]!) {
	nodes(ids: $ids) {
		... on IssueComment { id viewerDidAuthor isMinimized }
		... on Issue { id viewerDidAuthor }
		... on PullRequest { id viewerDidAuthor }
	}
}`;
