import type { Retention } from '../../domain/history/retention.ts';

/** Files that one commit takes away: a branch that never knew a limit gets there over several runs. */
const MAX_REMOVED = 500;

const DAY_MS = 86_400_000;

/**
 * Reports and segments whose whole month is older than the retention allows, the oldest first. A month stays until its last
 * day is too old, because a segment is one file, and so that nothing has to be read to know its age.
 *
 * @param options.asOf - milliseconds since the epoch: what ages are counted to
 */
export function expiredPaths(
	paths: Iterable<string>,
	{ asOf, retention }: { readonly asOf: number; readonly retention: Retention },
): readonly string[] {
	const { keepDays, reportDays } = retention;
	return [...paths]
		.flatMap((path) => {
			const dated = datedPath(path);
			if (dated === null) return [];
			const days = dated.kind === 'report' ? reportDays : keepDays;
			return days !== null && dated.end + days * DAY_MS <= asOf ? [{ path, end: dated.end }] : [];
		})
		.toSorted((one, other) => one.end - other.end || (one.path < other.path ? -1 : 1))
		.slice(0, MAX_REMOVED)
		.map(({ path }) => path);
}

/** What a path holds, and the end of its month. */
function datedPath(path: string): { readonly kind: 'report' | 'segment'; readonly end: number } | null {
	const report = /^(?:data\/reports|page\/runs)\/(?<year>\d{4})\/(?<month>\d{2})\/[^/]+\.js(?:on)?$/u.exec(
		path,
	)?.groups;
	const month =
		report ?? /^(?:data\/runs|page\/months)\/(?<year>\d{4})-(?<month>\d{2})\.(?:ndjson|js)$/u.exec(path)?.groups;
	if (month === undefined) return null;
	return { kind: report === undefined ? 'segment' : 'report', end: Date.UTC(Number(month.year), Number(month.month)) };
}
