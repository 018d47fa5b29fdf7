import type { RunSummary } from '../domain/run-summary.ts';

/** What a device was in one run. */
export type PastState = 'drifted' | 'unknown' | 'in-sync';

/** The audits of a history, oldest first, ready to be asked about devices. */
export interface RunHistory {
	readonly runs: readonly RunSummary[];
	/** States of a device in the last `count` runs, oldest first. */
	statesOf(name: string, count: number): readonly PastState[];
	/** Start of the oldest run since which the device has had its present state without a break; null without runs. */
	since(name: string): string | null;
}

/** Pre-flight checks see only what a pull request touches, so they are no part of a fleet's history. */
export function readHistory(summaries: readonly RunSummary[]): RunHistory {
	const runs = summaries
		.filter((run) => run.mode === 'audit')
		.toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt));
	const sets = runs.map((run) => ({
		drifted: new Set(run.drifted),
		unknown: new Set(run.unknown.map(({ name }) => name)),
	}));
	const stateIn = (index: number, name: string): PastState => {
		if (sets[index]?.drifted.has(name)) return 'drifted';
		return sets[index]?.unknown.has(name) ? 'unknown' : 'in-sync';
	};
	return {
		runs,
		statesOf(name, count) {
			const first = Math.max(0, runs.length - count);
			return runs.slice(first).map((_, index) => stateIn(first + index, name));
		},
		since(name) {
			let index = runs.length - 1;
			while (index > 0 && stateIn(index - 1, name) === stateIn(runs.length - 1, name)) index -= 1;
			return runs[index]?.startedAt ?? null;
		},
	};
}

/** Devices that drift in `run` and did not in `previous`, and the other way round. */
export function compareRuns(
	run: RunSummary,
	previous: RunSummary | undefined,
): { readonly started: readonly string[]; readonly ended: readonly string[] } {
	const before = new Set(previous?.drifted ?? []);
	const now = new Set(run.drifted);
	const unknown = new Set(run.unknown.map(({ name }) => name));
	return {
		started: run.drifted.filter((name) => !before.has(name)),
		// A device that could not be read has not been mended.
		ended: [...before].filter((name) => !now.has(name) && !unknown.has(name)),
	};
}
