import { describe, expect, it } from 'vitest';
import type { Steps } from '../../../src/domain/steps.ts';
import { Turn } from '../../../src/domain/turn.ts';
import { inTurns, piecesInTurns, textInTurns } from '../../../src/infrastructure/turns.ts';

/** A clock that only work moves, and how often others had their turn. */
function aDay(): { readonly turn: Turn; readonly work: (ms: number) => void; readonly others: string[] } {
	let now = 0;
	const others: string[] = [];
	const giveWay = async (): Promise<void> => void others.push(`at ${now}`);
	const work = (ms: number): void => {
		now += ms;
	};
	return { turn: new Turn(() => now, giveWay), work, others };
}

describe('inTurns', () => {
	it('gives way before it begins, and whenever work has gone on for 15 ms', async () => {
		const { turn, work, others } = aDay();
		function* steps(): Steps<string> {
			for (const ms of [10, 10, 1, 1, 40]) {
				work(ms);
				yield;
			}
			return 'done';
		}

		expect(await inTurns(steps(), turn)).toBe('done');
		expect(others).toEqual(['at 0', 'at 20', 'at 62']);
	});
});

describe('piecesInTurns', () => {
	it('gives way at pieces without a letter, too, and hands on the others', async () => {
		const { turn, work, others } = aDay();
		function* pieces(): Generator<string> {
			yield 'a';
			work(20);
			yield '';
			work(20);
			yield 'b';
		}

		expect(await collected(piecesInTurns(pieces(), turn))).toEqual(['a', 'b']);
		expect(others).toEqual(['at 0', 'at 20', 'at 40']);
	});
});

describe('textInTurns', () => {
	it('makes the whole text', async () => {
		expect(await textInTurns(['a', '', 'b'])).toBe('ab');
	});
});

async function collected(pieces: AsyncIterable<string>): Promise<readonly string[]> {
	const all: string[] = [];
	for await (const piece of pieces) all.push(piece);
	return all;
}
