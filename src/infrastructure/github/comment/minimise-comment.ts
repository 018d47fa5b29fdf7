import type { Octokit } from '../client/octokit.ts';

/** Why a comment is folded away; GitHub shows it on the fold. */
export type FoldReason = 'OUTDATED' | 'RESOLVED';

/** Folds a comment away. It stays readable and notifies nobody; only GraphQL can do it. */
export async function minimiseComment(octokit: Octokit, nodeId: string, reason: FoldReason): Promise<void> {
	await octokit.graphql(MINIMISE, { id: nodeId, reason });
}

const MINIMISE = `mutation ($id: ID!, $reason: ReportedContentClassifiers!) {
	minimizeComment(input: { subjectId: $id, classifier: $reason }) { minimizedComment { isMinimized } }
}`;
