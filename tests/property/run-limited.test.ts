import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LimitedTask, runTasks } from '../support/limited-task.ts';

const NAMES = ['fleet', 'bastion', 'group'] as const;

/** What a task counts against, and for how many turns of the event loop it runs. */
const plans = fc.array(fc.record({ limits: fc.subarray([...NAMES]), turns: fc.nat({ max: 4 }) }), { maxLength: 25 });

const limits = fc
	.record({ fleet: fc.integer({ min: 1, max: 6 }), bastion: fc.integer({ min: 1, max: 3 }) })
	.map((each) => new Map(Object.entries(each)));

describe('runLimited', () => {
	it('finishes everything, in order, and never runs more at once than any limit allows', async () => {
		await fc.assert(
			fc.asyncProperty(plans, limits, async (tasks, allowed) => {
				const running = new Map<string, number>();
				const most = new Map<string, number>();
				const count = (names: readonly string[], amount: number): void => {
					for (const name of names) {
						running.set(name, (running.get(name) ?? 0) + amount);
						most.set(name, Math.max(most.get(name) ?? 0, running.get(name) ?? 0));
					}
				};
				const limited = tasks.map(
					(task, index): LimitedTask<number> => ({
						limits: task.limits,
						async run() {
							count(task.limits, 1);
							for (let passed = 0; passed < task.turns; passed += 1) await turn();
							count(task.limits, -1);
							return index;
						},
					}),
				);

				expect(await runTasks(limited, allowed)).toEqual(tasks.map((_, index) => index));
				for (const [name, limit] of allowed) expect(most.get(name) ?? 0).toBeLessThanOrEqual(limit);
			}),
			{ numRuns: 300 },
		);
	});

	it('lets no task wait for which there is room', async () => {
		await fc.assert(
			fc.asyncProperty(plans, limits, async (tasks, allowed) => {
				const running: (readonly string[])[] = [];
				const waiting = new Set(tasks);
				const hasRoom = (names: readonly string[]): boolean =>
					names.every((name) => running.filter((each) => each.includes(name)).length < (allowed.get(name) ?? 1e9));
				const limited = tasks.map(
					(task): LimitedTask<boolean> => ({
						limits: task.limits,
						async run() {
							waiting.delete(task);
							running.push(task.limits);
							await turn();
							const idle = [...waiting].some((other) => hasRoom(other.limits));
							for (let passed = 0; passed < task.turns; passed += 1) await turn();
							running.splice(running.indexOf(task.limits), 1);
							return idle;
						},
					}),
				);

				expect(await runTasks(limited, allowed)).not.toContain(true);
			}),
			{ numRuns: 300 },
		);
	});
});
