import type { RunSummary, RunTransition } from '../../domain/run-summary.ts';
import { flatMapInSteps, type Steps } from '../../domain/steps.ts';
import { neutraliseLine } from '../escaping/neutralise.ts';
import { describeReason } from '../wording/describe-reason.ts';
import type { MonthSegment } from './page-data.ts';

type MonthRun = MonthSegment['runs'][number];

/** A month as the page reads it. @param runs - the audits of the month, oldest first */
export function* monthSegment(month: string, runs: readonly RunSummary[]): Steps<MonthSegment> {
	const standing = runs.find((run) => run.standing !== undefined)?.standing ?? [];
	const seen = transitionsByRun(runs);
	yield;
	const segment = {
		month,
		standing: yield* flatMapInSteps(standing, ({ name, status }) => [[neutraliseLine(name), status] as const]),
		runs: [] as MonthRun[],
	};
	for (const [index, run] of runs.entries()) {
		// Of the first run of a branch all is new, and an older version said so of every month's.
		const isCompared = index > 0 || run.standing !== undefined;
		segment.runs.push(yield* monthRun(run, { seen: seen.get(index) ?? [], isCompared }));
	}
	return segment;
}

function* monthRun(
	{ runId: id, startedAt: at, fleet: { health, coverage }, added: inSync = [], masks = [] }: RunSummary,
	{ seen, isCompared }: { readonly seen: readonly RunTransition[]; readonly isCompared: boolean },
): Steps<MonthRun> {
	const of = (wanted: RunTransition['status']): readonly RunTransition[] =>
		seen.filter(({ status }) => status === wanted);
	const namesOf = (wanted: RunTransition['status']): Steps<readonly string[]> =>
		flatMapInSteps(of(wanted), ({ name }) => [neutraliseLine(name)]);
	const notInSync = seen.filter(({ before }) => isCompared && before === null).map(({ name }) => name);
	const added = yield* flatMapInSteps([...inSync, ...notInSync], (name) => [neutraliseLine(name)]);
	yield;
	return {
		id,
		at,
		health,
		coverage,
		drifted: yield* namesOf('drifted'),
		inSync: yield* namesOf('in-sync'),
		unknown: yield* flatMapInSteps(of('unknown'), ({ name, reason }) => [
			[neutraliseLine(name), describeReason({ reason })] as const,
		]),
		...(added.length > 0 && { added }),
		...(masks.length > 0 && { masks: masks.map(({ id: mask, hits }) => [neutraliseLine(mask), hits] as const) }),
	};
}

/** By the index of the run that saw them. A late run also says what the one after it saw; that may be of the next month. */
function transitionsByRun(runs: readonly RunSummary[]): ReadonlyMap<number, readonly RunTransition[]> {
	const places = new Map(runs.map(({ runId }, index) => [runId, index]));
	return Map.groupBy(
		runs.flatMap(({ runId, transitions }) => transitions.map((transition) => ({ runId, ...transition }))),
		({ runId }) => places.get(runId) ?? runs.length - 1,
	);
}
