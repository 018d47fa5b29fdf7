import { describe, expect, it } from 'vitest';
import { driftEpisodes, sinceOf } from '../../../../src/domain/history/drift-episodes.ts';
import { dayOf, timelineOf } from '../../../support/timelines.ts';

describe('driftEpisodes', () => {
	it('lasts from the first drift to the first time in sync', () => {
		const timeline = timelineOf('a', [1, 'in-sync'], [2, 'f1'], [5, 'in-sync'], [7, 'f1']);

		expect(driftEpisodes(timeline)).toEqual([
			{ startedAt: dayOf(2), endedAt: dayOf(5) },
			{ startedAt: dayOf(7), endedAt: null },
		]);
	});

	it('goes on through other drift and through times in which the device was unknown', () => {
		const timeline = timelineOf('a', [2, 'f1'], [3, 'f2'], [4, 'unknown'], [5, 'f2'], [6, 'in-sync']);

		expect(driftEpisodes(timeline)).toEqual([{ startedAt: dayOf(2), endedAt: dayOf(6) }]);
	});

	it('does not begin with a device that is unknown', () => {
		expect(driftEpisodes(timelineOf('a', [1, 'unknown'], [2, 'in-sync']))).toEqual([]);
	});
});

describe('sinceOf', () => {
	it('is the beginning of the open drift, also behind times in which the device was unknown', () => {
		expect(sinceOf(timelineOf('a', [1, 'in-sync'], [2, 'f1'], [3, 'unknown'], [4, 'f2']))).toBe(dayOf(2));
	});

	it('is the first of the last equal statuses for a device that is unknown', () => {
		expect(sinceOf(timelineOf('a', [1, 'f1'], [2, 'unknown'], [3, 'unknown']))).toBe(dayOf(2));
	});

	it('is nothing for a timeline without transitions', () => {
		expect(sinceOf(timelineOf('a'))).toBeNull();
	});
});
