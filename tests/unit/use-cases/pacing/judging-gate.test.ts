import { describe, expect, it } from 'vitest';
import type { Steps } from '../../../../src/domain/steps.ts';
import { JudgingGate } from '../../../../src/use-cases/pacing/judging-gate.ts';

/** Steps that take so many milliseconds each, on a clock that nothing else moves, and a record of what happened. */
function aMachine() {
	let now = 0;
	const happened: string[] = [];
	const judging = new JudgingGate({ elapsed: () => now }, async () => {
		happened.push('turn');
	});
	return {
		judging,
		happened,
		*work(name: string, stepsMs: readonly number[]): Steps<string> {
			for (const [index, ms] of stepsMs.entries()) {
				if (index > 0) yield;
				happened.push(`${name}${index}`);
				now += ms;
			}
			return name;
		},
	};
}

const goOn = (): void => {};

describe('JudgingGate', () => {
	it('does small work without a turn of others', async () => {
		const { judging, work, happened } = aMachine();

		await expect(judging.run(work('a', [3, 3, 3, 3, 3]), goOn)).resolves.toBe('a');

		expect(happened).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
	});

	it('gives way between the steps of large work, each time that its own turn is over', async () => {
		const { judging, work, happened } = aMachine();

		await judging.run(work('a', [10, 10, 30, 1, 1]), goOn);

		expect(happened).toEqual(['a0', 'a1', 'turn', 'a2', 'turn', 'a3', 'a4']);
	});

	it('gives way before work that begins when others have waited long already', async () => {
		const { judging, work, happened } = aMachine();

		await judging.run(work('a', [20]), goOn);
		await judging.run(work('b', [1]), goOn);

		expect(happened).toEqual(['a0', 'turn', 'b0']);
	});

	it('begins nothing before the work under way is done, also where that fails', async () => {
		const { judging, work, happened } = aMachine();
		const failing = function* (): Steps<string> {
			yield* work('b', [20, 20]);
			throw new Error('cannot be read');
		};

		const all = await Promise.allSettled([
			judging.run(work('a', [20, 20]), goOn),
			judging.run(failing(), goOn),
			judging.run(work('c', [1]), goOn),
		]);

		expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
		expect(happened.filter((what) => what !== 'turn')).toEqual(['a0', 'a1', 'b0', 'b1', 'c0']);
	});

	it('ends at the next turn once the run is over, and begins nothing that waited', async () => {
		const { judging, work, happened } = aMachine();
		let isOver = false;
		const check = (): void => {
			if (isOver) throw new Error('over');
		};
		const ending = function* (): Steps<string> {
			yield* work('a', [1]);
			isOver = true;
			yield;
			return yield* work('a', [20, 20, 20]);
		};

		const all = await Promise.allSettled([judging.run(ending(), check), judging.run(work('b', [1]), check)]);

		expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(happened).toEqual(['a0', 'a0', 'turn']);
	});

	it('lets timers have their turn', async () => {
		const clock = { elapsed: () => performance.now() };
		const judging = new JudgingGate(clock);
		let fired = false;
		const long = function* (): Steps<void> {
			for (let step = 0; step < 3_000_000 && !fired; step += 1) yield;
		};
		setTimeout(() => {
			fired = true;
		}, 1);

		await judging.run(long(), goOn);

		expect(fired).toBe(true);
	});
});
