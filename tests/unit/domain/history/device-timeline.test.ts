import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type DeviceTimeline,
	isSameState,
	observe,
	type Transition,
} from '../../../../src/domain/history/device-timeline.ts';

const EMPTY: DeviceTimeline = { schemaVersion: 1, name: 'edge-01', transitions: [] };

function seen(hour: number, fingerprint: string | null): Transition {
	return {
		at: new Date(Date.UTC(2026, 10, 20, hour)).toISOString(),
		runId: `run-${hour}`,
		status: fingerprint === null ? 'in-sync' : 'drifted',
		reason: null,
		fingerprint,
	};
}

const play = (...observations: Transition[]): readonly Transition[] => observations.reduce(observe, EMPTY).transitions;

describe('observe', () => {
	it('gives the same timeline back when nothing is new', () => {
		const timeline = observe(EMPTY, seen(1, 'f1'));

		expect(observe(timeline, seen(2, 'f1'))).toBe(timeline);
	});

	it('takes an earlier sight of the same state as its beginning', () => {
		expect(play(seen(1, null), seen(3, 'f1'), seen(2, 'f1'))).toEqual([seen(1, null), seen(2, 'f1')]);
	});

	it('puts an older state between the others', () => {
		expect(play(seen(1, null), seen(3, 'f1'), seen(2, 'f2'))).toEqual([seen(1, null), seen(2, 'f2'), seen(3, 'f1')]);
	});

	it('never has two equal states in a row, is sorted, and ends in the newest state that it was told in order', () => {
		const observation = fc
			.tuple(fc.nat(50), fc.constantFrom(null, 'f1', 'f2'))
			.map(([hour, state]) => seen(hour, state));
		fc.assert(
			fc.property(fc.array(observation), (observations) => {
				const transitions = play(...observations);

				const pairs = transitions
					.slice(1)
					.map((transition, index) => [transitions[index] ?? transition, transition] as const);
				expect(pairs.every(([one, next]) => one.at <= next.at && !isSameState(one, next))).toBe(true);

				const inOrder = play(...observations.toSorted((one, other) => one.at.localeCompare(other.at)));
				const newest = observations.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1);
				expect(inOrder.at(-1)?.fingerprint).toBe(newest?.fingerprint);
			}),
		);
	});
});
