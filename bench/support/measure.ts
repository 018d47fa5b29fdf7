import { type Distribution, distributionOf } from './distribution.ts';

interface MeasureOptions {
	readonly repeats: number;
}

/** Runs work several times after one warm-up: its wall times in milliseconds, in this order. */
export function timesOf(work: () => unknown, { repeats }: MeasureOptions): readonly number[] {
	work();
	return Array.from({ length: repeats }, () => {
		const start = performance.now();
		work();
		return performance.now() - start;
	});
}

/** The same, summed up. The median is what is compared. */
export function measure(work: () => unknown, options: MeasureOptions): Distribution {
	return distributionOf(timesOf(work, options));
}
