import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffArrays } from 'diff';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import { platforms } from '../../src/platforms/index.ts';
import { type Distribution, distributionOf } from '../support/distribution.ts';
import { makeFolder } from '../support/make-folder.ts';
import { measure } from '../support/measure.ts';
import type { ResultRow } from '../support/result-row.ts';
import { type ConfigPair, configPair, SCENARIOS } from './config-pairs.ts';

/** Sizes, how often each is measured, and what the median may cost (goals of the project, in ms). */
const SIZES = [
	{ lines: 3_000, repeats: 15, boundMs: 25, gitRatio: null },
	{ lines: 50_000, repeats: 5, boundMs: 500, gitRatio: 6 },
	{ lines: 200_000, repeats: 3, boundMs: 2_500, gitRatio: 6 },
] as const;

/** `diffArrays` costs the product of length and differences: beyond this many lines it takes minutes. */
const MAX_LINES_OF_DIFF_ARRAYS = 3_000;

/** Parsing, masking and comparing two texts, beside git on the same two files; npm diff where it ends. */
export function compareRows(): readonly ResultRow[] {
	const ios = platforms.resolve('cisco_ios');
	if (ios === null) throw new Error('no platform to measure');
	const masks = compileMasks(ios, { fingerprintKey: 'bench' });
	const perLine = new Map<number, number>();
	const rows = SIZES.flatMap(({ lines, repeats, boundMs, gitRatio }) =>
		SCENARIOS.flatMap((scenario): readonly ResultRow[] => {
			const pair = configPair(lines, scenario);
			const what = `${lines.toLocaleString('en')} lines, ${scenario}`;
			// Git writes its diff, so that ours is made too.
			const ours = measure(() => Buffer.byteLength(calculateDiff(pair.running, pair.intended, masks).diff), {
				repeats,
			});
			const git = { what: 'git diff --histogram', measured: measureGit(pair, repeats) };
			if (scenario === '10 % changed') perLine.set(lines, ours.median / lines);
			// Of equal files git compares two checksums; there is nothing to hold that against.
			const goal = { bound: boundMs, ratio: scenario === 'same' ? null : gitRatio };
			const row: ResultRow = { what: `calculateDiff ${what}`, unit: 'ms', ours, beside: git, goal };
			if (lines > MAX_LINES_OF_DIFF_ARRAYS) return [row];
			const npm = { what: 'npm diff, diffArrays', measured: measureDiffArrays(pair) };
			return [row, { what: `calculateDiff ${what}`, unit: 'ms', ours, beside: npm, goal: null }];
		}),
	);
	return [...rows, growthRow(perLine)];
}

/** What a thousand lines of a large config cost beside a thousand of a small one. */
function growthRow(perLine: ReadonlyMap<number, number>): ResultRow {
	const perThousand = (lines: number): Distribution => distributionOf([(perLine.get(lines) ?? 0) * 1_000]);
	return {
		what: 'calculateDiff 1,000 lines of 200,000, 10 % changed',
		unit: 'ms',
		ours: perThousand(200_000),
		beside: { what: '1,000 lines of 3,000', measured: perThousand(3_000) },
		goal: { bound: null, ratio: 2 },
	};
}

function measureDiffArrays({ intended, running }: ConfigPair): Distribution {
	const sides = [intended.split('\n'), running.split('\n')] as const;
	return measure(() => diffArrays(...sides), { repeats: 1 });
}

/** The whole process: git reads both files itself, as we read both texts. */
function measureGit({ intended, running }: ConfigPair, repeats: number): Distribution {
	const folder = makeFolder('bench-engine-');
	try {
		writeFileSync(join(folder, 'intended'), intended);
		writeFileSync(join(folder, 'running'), running);
		const run = (): void => {
			const { status } = spawnSync('git', ['diff', '--no-index', '--histogram', 'intended', 'running'], {
				cwd: folder,
				stdio: 'ignore',
			});
			// 1: the files differ.
			if (status !== 0 && status !== 1) throw new Error(`git ended with ${status}`);
		};
		return measure(run, { repeats });
	} finally {
		rmSync(folder, { recursive: true });
	}
}
