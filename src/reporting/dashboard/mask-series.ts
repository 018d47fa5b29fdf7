import type { MonthSegment } from './page-data.ts';

/**
 * How often masks hit, run by run.
 *
 * @param segments - consecutive months, oldest first; they may begin before `from`
 * @param options.from - first day, `2026-11-01`
 * @returns by mask, hits in every run from then on; null before the mask is first told of
 */
export function maskSeries(
	segments: readonly MonthSegment[],
	{ from }: { readonly from: string },
): ReadonlyMap<string, readonly (number | null)[]> {
	const present = new Map<string, number>();
	const series = new Map<string, (number | null)[]>();
	let shown = 0;
	for (const { at, masks = [] } of segments.flatMap(({ runs }) => runs)) {
		for (const [id, hits] of masks) present.set(id, hits);
		if (at < from) continue;
		for (const [id, hits] of present) {
			const values = series.get(id) ?? Array.from({ length: shown }, () => null);
			values.push(hits);
			series.set(id, values);
		}
		shown += 1;
	}
	return series;
}
