import { describe, expect, it } from 'vitest';
import { compareConfigs } from '../../src/domain/compare/calculate-diff.ts';
import { comparableTrees } from '../../src/domain/compare/comparable-trees.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { assessFeatures, type FeatureCompliance } from '../../src/domain/features/assess-features.ts';
import type { Feature } from '../../src/domain/features/feature.ts';
import { platforms } from '../../src/platforms/index.ts';
import {
	corpusIsMissing,
	corpusMasks,
	listCorpus,
	PLATFORM_OF,
	readCorpus,
	readCorpusJson,
	Tally,
} from '../support/corpus.ts';
import { featureOf, type NetutilsFeature } from '../support/netutils-feature.ts';
import { saysDefault } from './mutations.ts';

describe.skipIf(corpusIsMissing)('sections of netutils (skipped where ../shared/corpus is missing)', () => {
	it('are the lines that a feature is made of: one that is gone is its drift, and no other line is', () => {
		const tally = new Tally('lines in and out of the sections of netutils');

		const folder = 'netutils/compliance/section';
		for (const os of listCorpus(folder)) {
			const platform = PLATFORM_OF[os] ?? os;
			for (const file of listCorpus(`${folder}/${os}`).filter((name) => name.endsWith('_sent.txt'))) {
				const stem = `${folder}/${os}/${file.replace(/_sent\.txt$/, '')}`;
				const { feature } = readCorpusJson<{ readonly feature: NetutilsFeature }>(`${stem}_feature.py.json`);
				countLines(tally, `${os} ${file}`, {
					platform,
					text: readCorpus(`${stem}_sent.txt`),
					inside: readCorpus(`${stem}_received.txt`),
					features: [featureOf(feature)],
				});
			}
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
		expect(tally.run).toBeGreaterThan(0);
	});

	it('leave out what netutils leaves out', () => {
		const tally = new Tally('lines that no feature of netutils speaks about');

		const folder = 'netutils/compliance/config_section_not_parsed';
		for (const os of listCorpus(folder)) {
			const platform = PLATFORM_OF[os] ?? os;
			// The sections of SR OS are comments to us.
			if (platforms.resolve(platform) === null || os === 'nokia_sros') continue;
			for (const file of listCorpus(`${folder}/${os}`).filter((name) => name.endsWith('_sent.txt'))) {
				const stem = `${folder}/${os}/${file.replace(/_sent\.txt$/, '')}`;
				const { features } = readCorpusJson<{ readonly features: readonly NetutilsFeature[] }>(
					`${stem}_feature.py.json`,
				);
				const { remaining_cfg: outside } = readCorpusJson<{ readonly remaining_cfg: string }>(`${stem}_received.json`);
				const text = readCorpus(`${stem}_sent.txt`);
				const remaining = new Set(outside.split('\n').map((line) => line.trim()));
				const inside = text.split('\n').filter((line) => !remaining.has(line.trim()));
				countLines(tally, `${os} ${file}`, {
					platform,
					text,
					inside: inside.join('\n'),
					features: features.map(featureOf),
				});
			}
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
		expect(tally.run).toBeGreaterThan(0);
	});

	it('tell an ordered feature from one without order', () => {
		const tally = new Tally('orders of netutils');
		const folder = 'netutils/compliance/find_unordered_cfg_lines';
		const texts = ['intended', 'actual'].map((side) => readCorpus(`${folder}/ios_basic_${side}.txt`)) as [
			string,
			string,
		];
		const feature = { name: 'ntp', within: [], pattern: /^ntp server / };

		for (const ordered of [true, false]) {
			const [judged] = judge(texts, 'cisco_ios', [{ ...feature, ordered }]);
			tally.count(ordered ? 'ordered' : 'without order', judged?.compliant === !ordered);
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
	});
});

/** Takes every statement away once: the features must notice just those that stand inside. */
function countLines(
	tally: Tally,
	name: string,
	{
		platform,
		text,
		inside,
		features,
	}: { platform: string; text: string; inside: string; features: readonly Feature[] },
): void {
	const lines = text.split('\n');
	const insideLines = new Set(inside.split('\n').map((line) => line.trim()));
	const masks = corpusMasks(platform);
	// What is so anyway is missed by nobody.
	const numbers = prepareConfig(text, masks)
		.lines.filter(({ role, text }) => role === 'statement' && !saysDefault(text.trim(), masks))
		.map(({ number }) => number);
	for (const number of numbers) {
		const line = lines[number - 1] ?? '';
		if (line.trimEnd().endsWith('{')) continue;
		const judged = judge([text, lines.toSpliced(number - 1, 1).join('\n')], platform, features);
		tally.count(`${name}: ${line.trim()}`, judged.some(({ compliant }) => !compliant) === insideLines.has(line.trim()));
	}
}

function judge(
	[intendedText, runningText]: readonly [string, string],
	name: string,
	features: readonly Feature[],
): readonly FeatureCompliance[] {
	const platform = platforms.resolve(name);
	if (platform === null) throw new Error(`no platform ${name}`);
	const masks = corpusMasks(name);
	const both = { intended: prepareConfig(intendedText, masks), running: prepareConfig(runningText, masks) };
	const { changes } = compareConfigs(both, masks);
	return assessFeatures(features, { ...comparableTrees(both, platform), changes });
}
