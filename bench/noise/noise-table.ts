import { countChanges, type NoiseCount } from './count-changes.ts';
import type { NoiseCase } from './noise-case.ts';

/** A row per case, and their sums. */
export function noiseRows(sample: readonly NoiseCase[]): readonly (readonly string[])[] {
	const counted = sample.map((noiseCase) => ({ noiseCase, count: countChanges(noiseCase) }));
	const sum = (key: Exclude<keyof NoiseCount, 'found'>): number =>
		counted.reduce((total, { count }) => total + count[key], 0);
	return [
		...counted.map(({ noiseCase: { name, truth }, count }) => [
			name,
			String(count.plain),
			String(count.sets),
			String(count.ours),
			truth.length === 0 ? 'none' : truth.map((line) => `\`${line}\``).join(', '),
		]),
		[
			'all',
			String(sum('plain')),
			String(sum('sets')),
			String(sum('ours')),
			String(sample.flatMap(({ truth }) => truth).length),
		],
	];
}

export const NOISE_HEADINGS = ['What happened', 'diff', 'set compare', 'this', 'changed on purpose'] as const;
