import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftEpisodes, sinceOf } from '../../../src/domain/history/drift-episodes.ts';
import { fleetHistory } from '../../support/at-once.ts';
import { timelineOf } from '../../support/timelines.ts';

const state = fc.constantFrom('in-sync', 'unknown', 'f1', 'f2');
const timeline = fc
	.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 30 })
	.chain((days) =>
		fc.tuple(...days.toSorted((one, other) => one - other).map((day) => fc.tuple(fc.constant(day), state))),
	)
	.map((steps) => timelineOf('edge-01', ...steps));

describe('driftEpisodes', () => {
	it('never overlap, and only the last one may be open', () => {
		fc.assert(
			fc.property(timeline, (history) => {
				const episodes = driftEpisodes(history);

				episodes.forEach(({ startedAt, endedAt }, index) => {
					const next = episodes[index + 1];
					if (next === undefined) return;
					expect(endedAt).not.toBeNull();
					expect(String(endedAt) > startedAt && String(endedAt) < next.startedAt).toBe(true);
				});
			}),
		);
	});

	it('hold every sight of drift and no sight of a device in sync', () => {
		fc.assert(
			fc.property(timeline, (history) => {
				const episodes = driftEpisodes(history);

				for (const { at, status } of history.transitions) {
					const inside = episodes.some(
						({ startedAt, endedAt }) => at >= startedAt && (endedAt === null || at < endedAt),
					);
					if (status !== 'unknown') expect(inside).toBe(status === 'drifted');
				}
			}),
		);
	});
});

describe('sinceOf', () => {
	it('is one of the transitions, and the device was never in sync from there to a present drift', () => {
		fc.assert(
			fc.property(timeline, ({ transitions }) => {
				const since = sinceOf({ transitions });
				fc.pre(since !== null);

				expect(transitions.map(({ at }) => at)).toContain(since);
				const after = transitions.filter(({ at }) => at >= since);
				const present = after.at(-1)?.status;
				expect(after.every(({ status }) => (status === 'in-sync') === (present === 'in-sync'))).toBe(true);
			}),
		);
	});
});

describe('fleetHistory', () => {
	it('counts every drift once: as repaired in the period, before it, or as open', () => {
		fc.assert(
			fc.property(fc.array(timeline, { maxLength: 5 }), fc.integer({ min: 0, max: 400 }), (timelines, day) => {
				const since = Date.UTC(2026, 10, day);
				const period = { since, now: Date.UTC(2028, 0, 1), unseenDays: 7 };
				const asked = new Set(timelines.map(({ name }) => name));
				const { repair } = fleetHistory({ lastAudit: null, runs: [], timelines, drifts: [], masks: [], asked }, period);

				const episodes = timelines.flatMap(driftEpisodes);
				const before = episodes.filter(({ endedAt }) => endedAt !== null && Date.parse(endedAt) < since);
				expect(repair.repaired + repair.open + before.length).toBe(episodes.length);
			}),
		);
	});
});
