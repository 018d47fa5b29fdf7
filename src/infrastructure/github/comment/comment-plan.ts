import { type CommentMarker, isNewer } from './comment-marker.ts';
import type { OwnComment } from './own-comments.ts';

/**
 * When a comment is written:
 *
 * - `always`: every run leaves its result
 * - `on-drift`: the first comment waits until something is not in sync; from then on it is kept up to date
 * - `on-change`: like `on-drift`, and an existing comment is touched only when the report says something else
 * - `off`: never
 */
export type CommentMode = 'always' | 'on-drift' | 'on-change' | 'off';

/** What becomes of the comment when everything is in sync: it says so, is folded away as well, or is taken away. */
export type WhenClean = 'update' | 'minimise' | 'delete';

/** What has to be done to the comments of one audit. */
export type CommentPlan =
	/** `not-needed`: the mode asks for none. `skipped-stale`: a newer run has already written. */
	| {
			readonly action: 'leave';
			readonly outcome: 'unchanged' | 'skipped-stale' | 'not-needed';
			readonly url: string | null;
	  }
	| {
			readonly action: 'write';
			/** The comment to edit; null: a new one, which notifies people. */
			readonly target: OwnComment | null;
			/** Whether what was written is folded away, because there is nothing to do any more. */
			readonly foldAsResolved: boolean;
			/** Comments that the written one replaces: folded away. */
			readonly outdated: readonly OwnComment[];
	  }
	| { readonly action: 'delete'; readonly comments: readonly OwnComment[] };

/** What a run has to say, and what earlier runs have left on the pull request. */
export interface CommentSituation {
	readonly mode: Exclude<CommentMode, 'off'>;
	readonly whenClean: WhenClean;
	/** What this run has to say. */
	readonly marker: CommentMarker;
	/** Every comment of this audit that we wrote, the oldest first. */
	readonly comments: readonly OwnComment[];
}

/**
 * Decides what to do with the comments of this audit. People are notified only when the verdict gets worse: then there is a
 * new comment and the earlier one is folded away; anything else is a silent edit.
 */
export function planComment(situation: CommentSituation): CommentPlan {
	const { mode, marker, comments } = situation;
	const newer = comments.find((comment) => isNewer(comment.marker, marker));
	if (newer !== undefined) return { action: 'leave', outcome: 'skipped-stale', url: newer.url };
	if (marker.verdict === 'in-sync') return planClean(situation);

	const open = comments.filter(({ folded }) => !folded);
	const current = open.at(-1) ?? null;
	if (current === null || isWorse(marker, current.marker)) {
		return { action: 'write', target: null, foldAsResolved: false, outdated: open };
	}
	if (saysTheSame(current, marker, mode)) return { action: 'leave', outcome: 'unchanged', url: current.url };
	return { action: 'write', target: current, foldAsResolved: false, outdated: open.slice(0, -1) };
}

function planClean({ mode, whenClean, marker, comments }: CommentSituation): CommentPlan {
	if (whenClean === 'delete') {
		if (comments.length > 0) return { action: 'delete', comments };
		return { action: 'leave', outcome: 'not-needed', url: null };
	}
	const open = comments.filter(({ folded }) => !folded);
	const foldAsResolved = whenClean === 'minimise';
	// One that was folded away by a clean run stays the one to edit; one that people folded away is left to rest.
	const resolved = foldAsResolved ? comments.findLast(({ marker: { verdict } }) => verdict === 'in-sync') : undefined;
	const current = open.at(-1) ?? resolved ?? null;
	if (current === null && mode !== 'always') return { action: 'leave', outcome: 'not-needed', url: null };
	const isFolded = current === null || current.folded === foldAsResolved;
	if (current !== null && isFolded && saysTheSame(current, marker, mode)) {
		return { action: 'leave', outcome: 'unchanged', url: current.url };
	}
	return { action: 'write', target: current, foldAsResolved, outdated: open.slice(0, -1) };
}

function saysTheSame({ marker: written }: OwnComment, marker: CommentMarker, mode: CommentMode): boolean {
	if (written.hash !== marker.hash || written.verdict !== marker.verdict) return false;
	return mode === 'on-change' || written.headSha === marker.headSha;
}

const BADNESS: Readonly<Record<CommentMarker['verdict'], number>> = { 'in-sync': 0, unknown: 1, drifted: 2 };

function isWorse(marker: CommentMarker, than: CommentMarker): boolean {
	return BADNESS[marker.verdict] > BADNESS[than.verdict];
}
