import { PublishError } from '../../../errors.ts';
import type { Octokit } from '../client/octokit.ts';
import { statusOf } from '../client/status-of.ts';
import { shortMessageOf, translateFailure } from '../publish-failure.ts';
import { type CommentMarker, isNewer, printMarker } from './comment-marker.ts';
import { type CommentMode, type CommentPlan, planComment, type WhenClean } from './comment-plan.ts';
import { type FoldReason, minimiseComment } from './minimise-comment.ts';
import { type CommentPlace, findOwnComments, type OwnComment } from './own-comments.ts';

/** Of the run that a comment is about: the marker keeps it, and the next run decides by it. */
export type CommentFacts = Omit<CommentMarker, 'key'>;

/** The comment that an audit wants on a pull request, and when. */
export interface CommentRequest extends CommentPlace {
	readonly mode: CommentMode;
	readonly whenClean: WhenClean;
	/** Markdown without the marker, which is put before it. */
	readonly body: string;
	readonly facts: CommentFacts;
}

/** What became of the comment. */
export interface PublishedComment {
	/** null where there is no comment. */
	readonly url: string | null;
	readonly action: 'created' | 'updated' | 'deleted' | 'unchanged' | 'skipped-stale' | 'not-needed' | 'off';
	/** The comment says what it should, but it or another of ours could not be folded away, or others not be found. */
	readonly failure: PublishError | null;
}

/**
 * Brings the comment of this audit up to date. A new one, which notifies people, is written only when there is none or the
 * verdict got worse; see `planComment()`.
 *
 * @throws PublishError when GitHub refuses
 */
export async function publishComment(octokit: Octokit, request: CommentRequest): Promise<PublishedComment> {
	const { mode, whenClean, key, facts } = request;
	if (mode === 'off') return { url: null, action: 'off', failure: null };
	try {
		const comments = await findOwnComments(octokit, request);
		const marker = { key, ...facts };
		return await carryOut(octokit, request, planComment({ mode, whenClean, marker, comments }));
	} catch (error) {
		throw translateFailure({ sink: 'comment', permission: 'pull-requests: write', error });
	}
}

async function carryOut(octokit: Octokit, request: CommentRequest, plan: CommentPlan): Promise<PublishedComment> {
	if (plan.action === 'leave') return { url: plan.url, action: plan.outcome, failure: null };
	if (plan.action === 'delete') {
		for (const { id } of plan.comments) await remove(octokit, request, id);
		return { url: null, action: 'deleted', failure: null };
	}
	const { target, outdated, foldAsResolved } = plan;
	if (target === null && (await hasMovedOn(octokit, request)))
		return { url: null, action: 'skipped-stale', failure: null };
	const written = await (target === null ? create(octokit, request) : edit(octokit, request, target));
	// Only now: whatever happens in between, there is a comment to be seen.
	const { replaced, unknown } =
		target === null
			? await replacedByNew(octokit, request, { written, outdated })
			: { replaced: outdated, unknown: null };
	const unfolded = await fold(octokit, [
		...(foldAsResolved && !target?.folded ? [{ nodeId: written.nodeId, reason: 'RESOLVED' as const }] : []),
		...replaced.map(outdate),
	]);
	const failure = unfolded ?? unknown;
	return { url: written.url, action: target === null ? 'created' : 'updated', failure };
}

/** What a new comment replaces, as far as it can be found out. */
interface Replaced {
	readonly replaced: readonly CommentInPlace[];
	/** Why nothing is known but what was there before. */
	readonly unknown: PublishError | null;
}

async function replacedByNew(
	octokit: Octokit,
	request: CommentRequest,
	{ written, outdated }: { readonly written: Written; readonly outdated: readonly OwnComment[] },
): Promise<Replaced> {
	try {
		return { replaced: await allButNewest(octokit, request, written), unknown: null };
	} catch (error) {
		const what = 'what other runs have written meanwhile could not be listed, and may stand beside this comment';
		return {
			replaced: outdated,
			unknown: new PublishError('comment', `${what}: ${shortMessageOf(error)}`, { cause: error }),
		};
	}
}

/**
 * What a new comment replaces is looked up anew: a run that started at the same time, as for a label that comes with the pull
 * request, may have written one as well. Whichever of them looks last sees both, and the newest run's stays.
 */
async function allButNewest(
	octokit: Octokit,
	request: CommentRequest,
	written: Written,
): Promise<readonly CommentInPlace[]> {
	const listed = (await findOwnComments(octokit, request)).filter(({ folded }) => !folded);
	// GitHub may list what was written a moment ago only later.
	const isListed = listed.some(({ nodeId }) => nodeId === written.nodeId);
	const ours = { nodeId: written.nodeId, marker: { key: request.key, ...request.facts } };
	const open: readonly CommentInPlace[] = isListed ? listed : [...listed, ours];
	const newest = open.findLast(({ marker }) => !open.some((other) => isNewer(other.marker, marker)));
	return open.filter((comment) => comment !== newest);
}

type CommentInPlace = Pick<OwnComment, 'nodeId' | 'marker'>;

/**
 * Whether the pull request has another head by now. The run for that one may have had nothing to say, and a comment that
 * notifies people of what is no longer proposed would stay. That it cannot be found out is no reason to be silent.
 */
async function hasMovedOn(octokit: Octokit, { repository, issueNumber, facts }: CommentRequest): Promise<boolean> {
	try {
		const parameters = { ...repository, pull_number: issueNumber, request: { retries: 0 } };
		const { data } = await octokit.rest.pulls.get(parameters);
		return data.head.sha !== facts.headSha;
	} catch {
		// A token that may comment need not be one that may read pull requests; what is worse is told by the write.
		return false;
	}
}

type Written = Pick<OwnComment, 'nodeId' | 'url'>;

async function edit(octokit: Octokit, request: CommentRequest, { id }: OwnComment): Promise<Written> {
	const parameters = { ...request.repository, comment_id: id, body: bodyOf(request) };
	const { data } = await octokit.rest.issues.updateComment(parameters);
	return { nodeId: data.node_id, url: data.html_url };
}

async function create(octokit: Octokit, request: CommentRequest): Promise<Written> {
	const { repository, issueNumber, key, facts } = request;
	const parameters = { ...repository, issue_number: issueNumber, body: bodyOf(request) };
	try {
		// Never repeated blindly: what answered with an error may have written all the same, and a comment notifies people.
		const { data } = await octokit.rest.issues.createComment({ ...parameters, request: { retries: 0 } });
		return { nodeId: data.node_id, url: data.html_url };
	} catch (error) {
		if ((statusOf(error) ?? 0) < 500) throw error;
		const own = await findOwnComments(octokit, request);
		const written = own.findLast(({ marker }) => printMarker(marker) === printMarker({ key, ...facts }));
		if (written !== undefined) return written;
		const { data } = await octokit.rest.issues.createComment(parameters);
		return { nodeId: data.node_id, url: data.html_url };
	}
}

/** A comment that is gone already is as good as deleted. */
async function remove(octokit: Octokit, { repository }: CommentRequest, id: number): Promise<void> {
	try {
		await octokit.rest.issues.deleteComment({ ...repository, comment_id: id });
	} catch (error) {
		if (statusOf(error) !== 404) throw error;
	}
}

interface Fold {
	readonly nodeId: string;
	readonly reason: FoldReason;
}

function outdate({ nodeId }: Pick<OwnComment, 'nodeId'>): Fold {
	return { nodeId, reason: 'OUTDATED' };
}

async function fold(octokit: Octokit, which: readonly Fold[]): Promise<PublishError | null> {
	try {
		for (const { nodeId, reason } of which) await minimiseComment(octokit, nodeId, reason);
		return null;
	} catch (error) {
		return new PublishError('comment', `a comment could not be minimised: ${shortMessageOf(error)}`, { cause: error });
	}
}

function bodyOf({ key, facts, body }: CommentRequest): string {
	return `${printMarker({ key, ...facts })}\n${body}`;
}
