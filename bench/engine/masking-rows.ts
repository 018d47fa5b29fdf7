import { compileLinearPattern } from '../../src/domain/masking/linear-pattern.ts';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import type { MaskingPattern } from '../../src/domain/masking/pattern.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { platformsIn } from '../../src/domain/platform/platform-registry.ts';
import { platforms } from '../../src/platforms/index.ts';
import { type Distribution, distributionOf, rateOf } from '../support/distribution.ts';
import { measure, timesOf } from '../support/measure.ts';
import type { ResultRow } from '../support/result-row.ts';
import { configPair } from './config-pairs.ts';

const LINES = 3_000;
const REPEATS = 25;
/** A pack of fewer patterns is fast whatever we do. */
const LARGE_PACK = 40;
/** One line of so many is one that a mask takes. */
const MASKED_SHARE = 30;

/** Patterns of a user, each ten times as many as before. */
const PATTERN_COUNTS = [3, 30, 300];

const key = { fingerprintKey: 'bench' };

/** Masking as a fleet pays for it: splitting into lines, finding parents and blocks, masks, hits and the text again. */
export function maskingRows(): readonly ResultRow[] {
	const large = platformsIn(platforms).filter(({ masks }) => masks.length >= LARGE_PACK);
	return [...large.map(packRow), userPatternsRow(large[0]), ...patternCurveRows(large[0]), hostilePatternRow()];
}

function packRow(platform: Platform): ResultRow {
	const masks = compileMasks(platform, key);
	const text = sampleText(platform);
	return {
		what: `maskContent ${platform.name}, ${platform.masks.length} patterns`,
		unit: 'MB/s',
		ours: throughput(text, () => maskContent(text, masks)),
		beside: {
			what: 'a native pass per pattern',
			measured: throughput(text, () => passPerPattern(text, platform.masks)),
		},
		goal: { bound: 45, ratio: 1.5 },
	};
}

/** What one would write first: every pattern over the whole text. It knows no lines, no sections and no blocks. */
function passPerPattern(text: string, masks: readonly MaskingPattern[]): string {
	return masks.reduce((masked, { pattern }) => masked.replace(new RegExp(pattern.source, 'gm'), '<masked>'), text);
}

function userPatternsRow(platform: Platform | undefined): ResultRow {
	return {
		what: 'maskContent, 30 patterns of a user (re2js)',
		unit: 'MB/s',
		ours: rateWithUserPatterns(platform, 30),
		beside: null,
		goal: { bound: 15, ratio: null },
	};
}

/** What more patterns cost: ten times as many must not take more than ten times as long. */
function patternCurveRows(platform: Platform | undefined): readonly ResultRow[] {
	const rates = PATTERN_COUNTS.map((count) => ({ count, rate: rateWithUserPatterns(platform, count) }));
	return rates.map(({ count, rate }, index): ResultRow => {
		const fewer = rates[index - 1];
		return {
			what: `maskContent, ${count} patterns of a user`,
			unit: 'MB/s',
			ours: rate,
			beside: fewer === undefined ? null : { what: `${fewer.count} patterns`, measured: fewer.rate },
			goal: fewer === undefined ? null : { bound: null, ratio: fewer.count / count },
		};
	});
}

/** Masks of a user, and no others, over a config in which they find nothing. */
function rateWithUserPatterns(platform: Platform | undefined, count: number): Distribution {
	if (platform === undefined) throw new Error('no platform to measure');
	const userMasks = Array.from({ length: count }, (_, index): MaskingPattern => {
		const source = `^(?:counter|metric)-${index} (?P<volatile>\\d+)(?: of .*)?$`;
		return {
			id: `user-${index}`,
			platform: '*',
			kind: 'volatile',
			action: 'replace',
			pattern: compileLinearPattern(source),
			reason: 'measured',
			matches: [],
			spares: [],
		};
	});
	const masks = compileMasks({ ...platform, masks: [] }, { ...key, userMasks });
	const text = configPair(LINES, 'same').running;
	return throughput(text, () => maskContent(text, masks));
}

function hostilePatternRow(): ResultRow {
	const pattern = compileLinearPattern('(a+)+$');
	const line = `${'a'.repeat(100_000)}b`;
	return {
		what: '(a+)+$ on a line of 100 kB',
		unit: 'ms',
		ours: measure(() => pattern.test(line), { repeats: REPEATS }),
		beside: null,
		goal: { bound: 50, ratio: null },
	};
}

/** Of every platform, the first time: a run compiles only those that it meets. To be measured before anything else. */
export function compileRow(): ResultRow {
	const all = platformsIn(platforms);
	const start = performance.now();
	// Regular expressions are compiled at their first use.
	for (const platform of all) compileMasks(platform, key).mayMatch('hostname a');
	const elapsed = performance.now() - start;
	return {
		what: `compileMasks, all ${all.length} platforms, the first time`,
		unit: 'ms',
		ours: distributionOf([elapsed]),
		beside: null,
		goal: { bound: 30, ratio: null },
	};
}

/** A config with lines in it that the platform's own masks take. */
function sampleText({ masks }: Platform): string {
	const taken = masks.filter(({ scope }) => scope !== 'block').flatMap(({ matches }) => matches);
	return configPair(LINES, 'same')
		.running.split('\n')
		.map((line, index) => (index % MASKED_SHARE === 0 ? (taken[(index / MASKED_SHARE) % taken.length] ?? line) : line))
		.join('\n');
}

function throughput(text: string, work: () => unknown): Distribution {
	return rateOf(text.length / 1_000, timesOf(work, { repeats: REPEATS }));
}
