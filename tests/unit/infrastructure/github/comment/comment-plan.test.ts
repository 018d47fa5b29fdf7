import { describe, expect, it } from 'vitest';
import type { CommentMarker } from '../../../../../src/infrastructure/github/comment/comment-marker.ts';
import { type CommentSituation, planComment } from '../../../../../src/infrastructure/github/comment/comment-plan.ts';
import type { OwnComment } from '../../../../../src/infrastructure/github/comment/own-comments.ts';

function markerOf(marker: Partial<CommentMarker> = {}): CommentMarker {
	return { key: 'audit', headSha: 'a', runNumber: 7, runAttempt: 1, verdict: 'drifted', hash: 'h', ...marker };
}

function commentOf(id: number, marker: Partial<CommentMarker> = {}, folded = false): OwnComment {
	return { id, nodeId: `IC_${id}`, url: `#${id}`, marker: markerOf({ runNumber: id, ...marker }), folded };
}

function planFor(situation: Partial<CommentSituation>): ReturnType<typeof planComment> {
	return planComment({ mode: 'on-drift', whenClean: 'update', marker: markerOf(), comments: [], ...situation });
}

describe('planComment', () => {
	it('writes a new comment when the verdict got worse than that of the last one', () => {
		const comments = [commentOf(1, { verdict: 'in-sync' }), commentOf(2, { verdict: 'unknown' })];

		expect(planFor({ comments })).toEqual({
			action: 'write',
			target: null,
			foldAsResolved: false,
			outdated: comments,
		});
	});

	it('edits the newest of its comments and folds the others away, however they came about', () => {
		const comments = [commentOf(1), commentOf(2)];

		const plan = planFor({ comments, marker: markerOf({ hash: 'other' }) });

		expect(plan).toMatchObject({ action: 'write', target: { id: 2 }, outdated: [{ id: 1 }] });
	});

	it('says nothing where a newer run has spoken, folded away or not', () => {
		const newer = commentOf(8, { verdict: 'in-sync' }, true);

		expect(planFor({ comments: [newer] })).toEqual({ action: 'leave', outcome: 'skipped-stale', url: '#8' });
		expect(planFor({ comments: [newer], whenClean: 'delete', marker: markerOf({ verdict: 'in-sync' }) })).toMatchObject(
			{
				action: 'leave',
			},
		);
	});

	it('folds a comment away as resolved that was written by a run with another setting', () => {
		const marker = markerOf({ verdict: 'in-sync' });
		const comments = [commentOf(1, { verdict: 'in-sync' })];

		expect(planFor({ marker, comments, whenClean: 'update' })).toMatchObject({ outcome: 'unchanged' });
		expect(planFor({ marker, comments, whenClean: 'minimise' })).toMatchObject({
			action: 'write',
			target: { id: 1 },
			foldAsResolved: true,
		});
	});

	it('leaves a comment alone that people folded away', () => {
		const comments = [commentOf(1, {}, true)];

		expect(planFor({ comments, marker: markerOf({ verdict: 'in-sync' }) })).toMatchObject({ outcome: 'not-needed' });
		expect(planFor({ comments })).toMatchObject({ action: 'write', target: null, outdated: [] });
	});
});
