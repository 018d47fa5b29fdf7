import type { z } from 'zod';
import type { RunSummary, RunTransition } from '../../domain/run-summary.ts';
import type { summaryV1Schema } from './history-schema.ts';

/** A line of version 1: it names every device that was not in sync. */
export type RunSummaryV1 = z.output<typeof summaryV1Schema>;

type State = Pick<RunTransition, 'status' | 'reason' | 'fingerprint'>;

const IN_SYNC: State = { status: 'in-sync', reason: null, fingerprint: null };

/**
 * The lines of a month as version 2 has them. A line of version 1 says how every device was: what was new follows from the
 * audit before it. At the first of a month nothing is known of before, so what was not in sync then counts as new.
 */
export function migrateRuns(lines: readonly (RunSummary | RunSummaryV1)[]): readonly RunSummary[] {
	let known: ReadonlyMap<string, State> | null = null;
	return lines.map((line) => {
		if (line.schemaVersion === 2) return line;
		const { drifted, unknown, fingerprints, schemaVersion: _, ...run } = line;
		if (line.mode === 'preflight') return { ...run, schemaVersion: 2, transitions: [] };
		const present = statesOf(line);
		const transitions = transitionsBetween(known, present);
		known = present;
		return { ...run, schemaVersion: 2, transitions };
	});
}

function statesOf({ drifted, unknown, fingerprints }: RunSummaryV1): ReadonlyMap<string, State> {
	return new Map<string, State>([
		...drifted.map((name): [string, State] => [
			name,
			{
				status: 'drifted',
				reason: null,
				fingerprint: Object.hasOwn(fingerprints, name) ? (fingerprints[name] ?? null) : null,
			},
		]),
		...unknown.map(({ name, reason }): [string, State] => [name, { status: 'unknown', reason, fingerprint: null }]),
	]);
}

function transitionsBetween(
	known: ReadonlyMap<string, State> | null,
	present: ReadonlyMap<string, State>,
): readonly RunTransition[] {
	const names = new Set([...(known?.keys() ?? []), ...present.keys()]);
	return [...names].flatMap((name) => {
		const before = known === null ? null : (known.get(name) ?? IN_SYNC);
		const now = present.get(name) ?? IN_SYNC;
		const isSame =
			before?.status === now.status && before.reason === now.reason && before.fingerprint === now.fingerprint;
		return isSame ? [] : [{ name, before: before?.status ?? null, ...now }];
	});
}
