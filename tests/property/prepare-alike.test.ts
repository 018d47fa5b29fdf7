import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareConfigs, withoutChanges } from '../../src/domain/compare/calculate-diff.ts';
import { comparableTrees } from '../../src/domain/compare/comparable-trees.ts';
import { compareTrees } from '../../src/domain/compare/compare-trees.ts';
import { isSameReading } from '../../src/domain/compare/same-reading.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { scanLines } from '../../src/domain/config/scan-lines.ts';
import { standAlone } from '../../src/domain/config/standalone.ts';
import type { DeviceConfig } from '../../src/domain/device.ts';
import { compileLinearPattern } from '../../src/domain/masking/linear-pattern.ts';
import { maskLines } from '../../src/domain/masking/mask-content.ts';
import type { MaskHit } from '../../src/domain/masking/mask-hit.ts';
import type { LinePattern } from '../../src/domain/masking/pattern.ts';
import { compileMasks, sweepOf } from '../../src/domain/masking/registry.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { platforms } from '../../src/platforms/index.ts';
import { findIncompleteness, prepareAlike, skimMasks } from '../support/at-once.ts';
import { platformOf } from '../support/platform-of.ts';

const RUNS = { numRuns: 2_000 };

/** What could make the end of a text depend on what stands above it: open blocks, sections, comments, ends, odd characters. */
const ODD_LINES = [
	...['!', '#', '! remark', ' ! remark', '', ' ', 'end', 'exit', ' exit', 'quit', 'Building configuration...'],
	...['interface A', ' description x', '  no shutdown', 'router bgp 1', ' neighbor 192.0.2.1 remote-as 1'],
	...[
		'route-policy P',
		'  if a then',
		'end-policy',
		'banner motd ^C',
		'words',
		'^C',
		'banner login #x#',
		'certificate 0A',
		' quit',
	],
	...['ENABLE SECRET 0 fictive', ' no KEY 7 0822455D0A16', 'Password of the day'],
	...['\uFEFFhostname a', 'set \0x y', 'two\rlines', 'trailing  ', '\tindented', 'hostname {{ name }}', 'hostname é'],
];

/** What a device prints above a config by itself. */
const NOISE = [
	'!',
	'Building configuration...',
	'! Last configuration change at 01:02:03 UTC Mon Jan 5 2026 by anna',
	'',
];

const ALL_PLATFORMS = platforms.names.map(platformOf);

/** All that are read line by line. */
const PLATFORMS = ALL_PLATFORMS.filter(({ completeness }) => completeness.proof !== 'parses');

/** Two texts of one platform that go on alike from some line on. */
const alikeTexts = fc.constantFrom(...PLATFORMS).chain((platform) => {
	const masked = platform.masks.flatMap(({ matches }) => matches);
	const line = fc.oneof(fc.constantFrom(...ODD_LINES), fc.constantFrom('hostname a', ...masked));
	const text = (of: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
		fc.array(of, { maxLength }).map((lines) => lines.map((each) => `${each}\n`).join(''));
	const beginning = fc.oneof(text(line, 6), text(fc.constantFrom(...NOISE), 3));
	return fc.record({ platform: fc.constant(platform), above: beginning, other: beginning, end: text(line, 25) });
});

/** A text of one platform, most of which is plain. */
const textOfSections = fc.constantFrom(...PLATFORMS.filter(({ syntax }) => standAlone(syntax))).chain((platform) => {
	const masked = platform.masks.flatMap(({ matches }) => matches);
	const plain = ['interface A\n no shutdown', 'vlan 7', '!', ' mtu 9000', 'hostname a'];
	const placed = masked.flatMap((line) => [` ${line}`, `    ${line}`, `\t${line}`, `${line} `]);
	// Like a line that is masked, or a part of one: what is looked for across lines would be found in them, and hide what
	// follows.
	const alike = [
		...platform.masks.flatMap(({ spares }) => spares),
		...masked.map((line) => line.replace(/ (?!.* )/, '\n ')),
	];
	const line = fc.oneof(
		{ weight: 6, arbitrary: fc.constantFrom(...plain) },
		{ weight: 1, arbitrary: fc.constantFrom(...ODD_LINES, ...masked, ...placed, ...alike) },
	);
	const text = fc.array(line, { maxLength: 30 }).map((lines) => `hostname a\n${lines.join('\n')}\n`);
	return fc.record({ platform: fc.constant(platform), text });
});

/** Lines of what masks of one platform speak about, in any order: most match none of them. */
const linesOf = (of: readonly Platform[]) =>
	fc.constantFrom(...of).chain((platform) => {
		const lines = platform.masks.flatMap(({ matches, spares }) => [...matches, ...spares]);
		const word = fc.constantFrom(...new Set(lines.flatMap((line) => line.split(' '))));
		const indent = fc.constantFrom('', '', ' ', '   ');
		const ofWords = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
		const ofMask = fc
			.tuple(fc.constantFrom(...lines), fc.oneof(fc.constant(''), word))
			.map((parts) => parts.join(' ').trim());
		const line = fc.tuple(indent, fc.oneof(ofWords, ofMask)).map((parts) => parts.join(''));
		return fc.record({ platform: fc.constant(platform), lines: fc.array(line, { maxLength: 20 }) });
	});

const linesOfWords = linesOf(PLATFORMS);

/** What a user might write, over words of every platform. */
const OF_USER = ['^(?:set|snmp-server) \\S+$', 'key', '[0-9a-f]{4}$'].map(compileLinearPattern);

const patternsOf = ({ masks }: Platform): readonly LinePattern[] => masks.map(({ pattern }) => pattern);

const masksOf = (platform: Platform) => compileMasks(platform, { fingerprintKey: 'property' });

/** All that anybody can ask of a config; `hits` by line, because each part of a text has its own. */
function reading({ platform, lines, text, tree, masked, metadata, hits }: DeviceConfig): object {
	return {
		platform,
		lines,
		text,
		tree,
		masked,
		metadata,
		hits: byNumber(hits),
	};
}

function byNumber(hits: readonly MaskHit[]): readonly MaskHit[] {
	return hits.toSorted((one, other) => one.number - other.number);
}

describe('prepareAlike', () => {
	it('reads two texts as each would have been read by itself', () => {
		let alike = 0;
		fc.assert(
			fc.property(alikeTexts, ({ platform, above, other, end }) => {
				const masks = masksOf(platform);
				const texts = { intended: above + end, running: other + end };

				const both = prepareAlike(texts, masks);

				if (both === null) return;
				alike += 1;
				expect(reading(both.intended)).toEqual(reading(prepareConfig(texts.intended, masks)));
				expect(reading(both.running)).toEqual(reading(prepareConfig(texts.running, masks)));
				expect(both.incompleteness).toBe(findIncompleteness(texts.running, platform));
			}),
			RUNS,
		);
		// It would prove nothing of texts that are never read together.
		expect(alike).toBeGreaterThan(RUNS.numRuns / 10);
	});

	it('calls the same only what has no changes', () => {
		let same = 0;
		fc.assert(
			fc.property(alikeTexts, ({ platform, above, other, end }) => {
				const masks = masksOf(platform);
				const texts = { intended: above + end, running: other + end };

				if (prepareAlike(texts, masks)?.same !== true) return;
				same += 1;
				const sides = {
					intended: prepareConfig(texts.intended, masks),
					running: prepareConfig(texts.running, masks),
				};
				expect(compareTrees(comparableTrees(sides, platform), { platform, scope: 'full' })).toEqual([]);
				expect(compareConfigs(sides, masks)).toEqual(withoutChanges(sides.running));
			}),
			RUNS,
		);
		expect(same).toBeGreaterThan(RUNS.numRuns / 40);
	});
});

describe('skimMasks', () => {
	it('tells of a text what masking all of its lines tells', () => {
		let skimmed = 0;
		let shorter = 0;
		fc.assert(
			fc.property(textOfSections, ({ platform, text }) => {
				const masks = masksOf(platform);

				const skim = skimMasks(text, masks);

				if (skim === null) return;
				skimmed += 1;
				const lines = scanLines(text, platform.syntax);
				if (skim.read.length < lines.length) shorter += 1;
				const { masked, hits, metadata } = maskLines(lines, masks);
				expect({ ...skim, hits: byNumber(skim.hits), read: null }).toEqual({
					masked,
					hits: byNumber(hits),
					metadata,
					read: null,
				});
			}),
			RUNS,
		);
		expect(skimmed).toBeGreaterThan(RUNS.numRuns / 2);
		expect(shorter).toBeGreaterThan(RUNS.numRuns / 4);
	});
});

describe('sweepOf', () => {
	it('finds every line that a mask matches, however many look like it', () => {
		let matching = 0;
		const sweeps = new Map(
			PLATFORMS.map((platform) => {
				const ofPlatform = patternsOf(platform);
				return [
					platform,
					[ofPlatform, [...ofPlatform, ...OF_USER]].map((patterns) => ({ patterns, sweep: sweepOf(patterns) })),
				];
			}),
		);
		fc.assert(
			fc.property(linesOfWords, fc.nat(1), ({ platform, lines }, which) => {
				const { patterns = [], sweep } = sweeps.get(platform)?.[which] ?? {};
				const text = `hostname a\n${lines.join('\n')}`;
				const swept = sweep?.(text);

				let start = 'hostname a\n'.length;
				for (const line of lines) {
					const end = start + line.length;
					const may = swept?.mayMatch(start, end);
					if (patterns.some((pattern) => pattern.test(line.trimStart()))) {
						matching += 1;
						expect(may, line).toBe(true);
					}
					start = end + 1;
				}
			}),
			RUNS,
		);
		expect(matching).toBeGreaterThan(RUNS.numRuns);
	});
});

describe('mayMatch', () => {
	it('rules out no line that a mask matches, and hardly any other is let through', () => {
		const counts = { lines: 0, matching: 0, passed: 0 };
		const compiled = new Map(ALL_PLATFORMS.map((platform) => [platform, masksOf(platform)]));
		fc.assert(
			fc.property(linesOf(ALL_PLATFORMS), ({ platform, lines }) => {
				const masks = compiled.get(platform) ?? masksOf(platform);
				for (const line of lines.map((each) => each.trimStart())) {
					const matches = masks.lineMasks.some(({ pattern }) => pattern.test(line));
					const passes = masks.mayMatch(line);
					if (matches) expect(passes, line).toBe(true);
					counts.lines += 1;
					if (matches) counts.matching += 1;
					if (passes) counts.passed += 1;
				}
			}),
			RUNS,
		);
		expect(counts.matching).toBeGreaterThan(RUNS.numRuns);
		expect(counts.passed - counts.matching).toBeLessThan(counts.lines / 5);
	});
});

describe('isSameReading', () => {
	it('is true for two configs of which the trees are the same, and for no others', () => {
		const verdicts = new Set<boolean>();
		fc.assert(
			fc.property(alikeTexts, ({ platform, above, other, end }) => {
				const masks = masksOf(platform);
				const [intended, running] = [above + end, other + end].map((text) => prepareConfig(text, masks));
				if (intended === undefined || running === undefined) return;

				const same = isSameReading(intended.lines, running.lines);

				verdicts.add(same);
				if (same) expect(withoutNumbers(running)).toEqual(withoutNumbers(intended));
				if (same) expect(compareConfigs({ intended, running }, masks).changes).toEqual([]);
			}),
			RUNS,
		);
		expect(verdicts).toEqual(new Set([true, false]));
	});
});

function withoutNumbers({ tree }: DeviceConfig): string {
	return JSON.stringify(tree, (key, value) => (key === 'lineNumber' ? undefined : value));
}
