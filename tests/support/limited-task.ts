import { type Pacing, runLimited } from '../../src/use-cases/pacing/run-limited.ts';

/** Work of which every piece is another. */
export interface LimitedTask<Result> {
	/** Names of the limits that it counts against. */
	readonly limits: readonly string[];
	run(): Promise<Result>;
}

/** `runLimited` for tasks. */
export function runTasks<Result>(
	tasks: readonly LimitedTask<Result>[],
	limits: ReadonlyMap<string, number>,
	pacing?: Pacing,
): Promise<readonly Result[]> {
	return runLimited<LimitedTask<Result>, Result>(tasks, {
		limitsOf: (task) => task.limits,
		run: (task) => task.run(),
		limits,
		...(pacing && { pacing }),
	});
}
