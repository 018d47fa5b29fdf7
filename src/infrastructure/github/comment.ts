import { type CommentMarker, isNewer, parseMarker, printMarker } from './comment-marker.ts';
import type { Repository } from './event-context.ts';
import type { Octokit } from './octokit.ts';
import { statusOf, translateFailure } from './publish-failure.ts';

/**
 * When a comment is written:
 *
 * - `always`: every run leaves its result
 * - `on-drift`: the first comment waits until something is not in sync; from then on it is kept up to date
 * - `on-change`: like `on-drift`, and an existing comment is touched only when the report says something else
 * - `off`: never
 */
export type CommentMode = 'always' | 'on-drift' | 'on-change' | 'off';

export interface CommentFacts {
	readonly headSha: string;
	readonly runNumber: number;
	readonly runAttempt: number;
	readonly verdict: 'in-sync' | 'drifted' | 'unknown';
	/** Equal for reports that say the same, whenever and however long they ran. */
	readonly reportHash: string;
}

export interface CommentRequest {
	readonly repository: Repository;
	/** Number of the pull request or issue. */
	readonly issueNumber: number;
	/** Tells apart several audits of one repository. */
	readonly key: string;
	readonly mode: CommentMode;
	/** Markdown without the marker, which is put before it. */
	readonly body: string;
	readonly facts: CommentFacts;
}

export interface PublishedComment {
	/** null where there is no comment. */
	readonly url: string | null;
	/** `not-needed`: the mode asks for none. `skipped-stale`: a newer run has already written. */
	readonly action: 'created' | 'updated' | 'unchanged' | 'skipped-stale' | 'not-needed' | 'off';
}

/**
 * Writes the one comment of this audit: edits the one that stands there, so that nobody is notified again.
 *
 * @throws PublishError when GitHub refuses
 */
export async function publishComment(octokit: Octokit, request: CommentRequest): Promise<PublishedComment> {
	if (request.mode === 'off') return { url: null, action: 'off' };
	try {
		return await publish(octokit, request);
	} catch (error) {
		throw translateFailure({ sink: 'comment', permission: 'pull-requests: write', error });
	}
}

async function publish(octokit: Octokit, request: CommentRequest): Promise<PublishedComment> {
	const { repository, key, mode, facts } = request;
	const marker = markerOf(key, facts);
	const body = withMarker(request.body, marker);
	const existing = await findComment(octokit, request);
	if (existing === null) {
		if (mode !== 'always' && facts.verdict === 'in-sync') return { url: null, action: 'not-needed' };
		return create(octokit, request, body);
	}
	const { id, url, marker: written } = existing;
	if (isNewer(written, marker)) return { url, action: 'skipped-stale' };
	const saysTheSame = written.hash === marker.hash && written.verdict === marker.verdict;
	if (saysTheSame && (mode === 'on-change' || written.headSha === marker.headSha)) return { url, action: 'unchanged' };
	const { data } = await octokit.rest.issues.updateComment({ ...repository, comment_id: id, body });
	return { url: data.html_url, action: 'updated' };
}

async function create(octokit: Octokit, request: CommentRequest, body: string): Promise<PublishedComment> {
	const { repository, issueNumber } = request;
	try {
		// Never repeated blindly: what answered with an error may have written all the same, and a comment notifies people.
		const parameters = { ...repository, issue_number: issueNumber, body, request: { retries: 0 } };
		const { data } = await octokit.rest.issues.createComment(parameters);
		return { url: data.html_url, action: 'created' };
	} catch (error) {
		if ((statusOf(error) ?? 0) < 500) throw error;
		const written = await findComment(octokit, request);
		if (written !== null) return { url: written.url, action: 'created' };
		const { data } = await octokit.rest.issues.createComment({ ...repository, issue_number: issueNumber, body });
		return { url: data.html_url, action: 'created' };
	}
}

interface ExistingComment {
	readonly id: number;
	readonly url: string;
	readonly marker: CommentMarker;
}

/** The oldest comment that carries our marker and was written by us; quoting the marker makes no comment ours. */
async function findComment(octokit: Octokit, request: CommentRequest): Promise<ExistingComment | null> {
	const { repository, issueNumber, key } = request;
	const candidates: (ExistingComment & { readonly nodeId: string })[] = [];
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
	const own = await ownComments(
		octokit,
		candidates.map((candidate) => candidate.nodeId),
	);
	return candidates.find((candidate) => own.has(candidate.nodeId)) ?? null;
}

/**
 * Which of these comments the token's owner wrote, leaving out those that somebody minimised. GitHub itself is asked,
 * because `GET /user` refuses the token of a workflow and a name would have to be guessed per kind of token.
 */
async function ownComments(octokit: Octokit, nodeIds: readonly string[]): Promise<Set<string>> {
	const own = new Set<string>();
	for (let start = 0; start < nodeIds.length; start += 100) {
		const ids = nodeIds.slice(start, start + 100);
		const { nodes } = await octokit.graphql<{ nodes: (AuthoredNode | null)[] }>(AUTHORSHIP, { ids });
		for (const node of nodes) if (node?.viewerDidAuthor && !node.isMinimized) own.add(node.id);
	}
	return own;
}

interface AuthoredNode {
	readonly id: string;
	readonly viewerDidAuthor: boolean;
	readonly isMinimized: boolean;
}

const AUTHORSHIP = `query ($ids: [ID!]!) {
	nodes(ids: $ids) { ... on IssueComment { id viewerDidAuthor isMinimized } }
}`;

function markerOf(key: string, { reportHash: hash, ...facts }: CommentFacts): CommentMarker {
	return { key, ...facts, hash };
}

function withMarker(body: string, marker: CommentMarker): string {
	return `${printMarker(marker)}\n${body}`;
}
