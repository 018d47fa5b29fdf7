import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../support/cpu-time.ts';
import { type LimitedTask, runTasks } from '../../../support/limited-task.ts';

const task = <Result>(run: () => Promise<Result>, ...limits: readonly string[]): LimitedTask<Result> => ({
	limits,
	run,
});

describe('runLimited', () => {
	it('gives results in the order of the tasks', async () => {
		const tasks = [20, 0, 10].map((ms) => task(() => delay(ms, ms)));

		expect(await runTasks(tasks, new Map())).toEqual([20, 0, 10]);
	});

	it('is done at once without tasks', async () => {
		expect(await runTasks([], new Map([['fleet', 1]]))).toEqual([]);
	});

	it('lets nobody wait behind a task that waits for another limit', async () => {
		const order: string[] = [];
		const note = (name: string, ms: number) => async (): Promise<void> => {
			await delay(ms);
			order.push(name);
		};
		const tasks = [task(note('a', 40), 'slow'), task(note('b', 0), 'slow'), task(note('c', 0), 'fast')];

		await runTasks(
			tasks,
			new Map([
				['slow', 1],
				['fast', 1],
			]),
		);

		expect(order).toEqual(['c', 'a', 'b']);
	});

	it('starts in the order of the tasks as soon as there is room', async () => {
		const started: number[] = [];
		const tasks = Array.from({ length: 6 }, (_, index) =>
			task(
				async () => {
					started.push(index);
				},
				'fleet',
				index % 2 === 0 ? 'even' : 'odd',
			),
		);

		await runTasks(tasks, new Map([['fleet', 1]]));

		expect(started).toEqual([0, 1, 2, 3, 4, 5]);
	});

	it('does not hold back a task whose limits nobody set', async () => {
		let atOnce = 0;
		const tasks = Array.from({ length: 5 }, () =>
			task(async () => {
				atOnce += 1;
				await delay(5);
				return atOnce;
			}, 'unheard of'),
		);

		expect(await runTasks(tasks, new Map())).toEqual([5, 5, 5, 5, 5]);
	});

	it('rejects with what a task throws, at once or later', async () => {
		const throwing = task((): Promise<never> => {
			throw new TypeError('at once');
		});

		await expect(runTasks([throwing], new Map())).rejects.toThrow('at once');
		await expect(runTasks([task(() => Promise.reject(new Error('later')))], new Map())).rejects.toThrow('later');
	});

	it('rejects a limit that allows nothing instead of waiting for ever', async () => {
		await expect(runTasks([task(async () => 1, 'none')], new Map([['none', 0]]))).rejects.toThrow(RangeError);
	});

	it('takes ten thousand tasks in no time that anybody would notice', async () => {
		const tasks = Array.from({ length: 10_000 }, (_, index) =>
			task(async () => index, 'fleet', `bastion ${index % 5}`),
		);
		const cpuMs = cpuTime();

		const results = await runTasks(
			tasks,
			new Map([
				['fleet', 50],
				['bastion 0', 20],
			]),
		);

		expect(results).toHaveLength(10_000);
		expect(cpuMs()).toBeLessThan(2_000);
	});

	it('looks again when more may run since it looked', async () => {
		let looks = 0;
		const { promise: both, resolve: end } = Promise.withResolvers<void>();
		const pacing = {
			allowed: () => {
				looks += 1;
				return looks <= 2 ? 1 : 2;
			},
			growsInMs: () => (looks < 2 ? 1 : null),
			apart: () => null,
		};
		let started = 0;
		const run = (): Promise<void> => {
			started += 1;
			if (started === 2) end();
			return both;
		};

		await runTasks([task(run, 'fleet'), task(run, 'fleet')], new Map([['fleet', 2]]), pacing);

		expect(started).toBe(2);
	});
});
