import type { Octokit } from '../client/octokit.ts';
import type { Repository } from '../event/event-context.ts';
import { ownNodes } from '../own-nodes.ts';
import { type CommentMarker, parseMarker } from './comment-marker.ts';

/** A comment that carries our marker and was written by us. */
export interface OwnComment {
	readonly id: number;
	readonly nodeId: string;
	readonly url: string;
	readonly marker: CommentMarker;
	/** Minimised, by us or by somebody who did not want to see it. */
	readonly folded: boolean;
}

/** Where the comments of one audit are. */
export interface CommentPlace {
	readonly repository: Repository;
	/** Number of the pull request or issue. */
	readonly issueNumber: number;
	/** Tells apart several audits of one repository. */
	readonly key: string;
}

/** Every comment of this audit, over all pages, the oldest first. Quoting the marker makes no comment ours. */
export async function findOwnComments(octokit: Octokit, place: CommentPlace): Promise<readonly OwnComment[]> {
	const { repository, issueNumber, key } = place;
	const candidates: Omit<OwnComment, 'folded'>[] = [];
	const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
		...repository,
		issue_number: issueNumber,
		per_page: 100,
	});
	for await (const { data } of pages) {
		for (const { id, node_id: nodeId, html_url: url, body } of data) {
			const marker = parseMarker(body ?? '');
			if (marker?.key === key) candidates.push({ id, nodeId, url, marker });
		}
	}
	const own = await ownNodes(
		octokit,
		candidates.map(({ nodeId }) => nodeId),
	);
	return candidates.flatMap((candidate) => {
		const node = own.get(candidate.nodeId);
		return node === undefined ? [] : [{ ...candidate, folded: node.isMinimized }];
	});
}
