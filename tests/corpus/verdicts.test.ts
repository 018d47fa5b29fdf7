import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calculateDiff, compareConfigs } from '../../src/domain/compare/calculate-diff.ts';
import { comparableTrees } from '../../src/domain/compare/comparable-trees.ts';
import { assessFeatures } from '../../src/domain/features/assess-features.ts';
import type { Feature } from '../../src/domain/features/feature.ts';
import { prepareConfig } from '../../src/domain/prepare-config.ts';
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

/** A feature of a netutils case: the sections that it is made of, and whether their order counts. */
interface NetutilsFeature {
	readonly name: string;
	readonly ordered: boolean;
	readonly section: readonly string[];
}

/** A case of annet: both texts, or one with `+` and `-`. */
interface AnnetCase {
	readonly vendor: string;
	readonly diff?: string | null;
	readonly before?: string | null;
	readonly after?: string | null;
	readonly patch?: string | null;
}

const ANNET_PLATFORMS: Readonly<Record<string, string>> = {
	arista: 'arista_eos',
	asr: 'cisco_xr',
	cisco: 'cisco_ios',
	h3c: 'hp_comware',
	huawei: 'huawei_vrp',
	'huawei ce': 'huawei_vrp',
	juniper: 'juniper_junos',
	nexus: 'cisco_nxos',
	routeros: 'mikrotik_routeros',
};

/** netutils takes the `echo` lines of an export for the headers of what follows; to us they are comments. */
const OTHER_SECTIONS = ['nokia_sros'];

/** Why we disagree with each stands in docs/corpus.md. */
const OTHER_OPINION = ['juniper_comments.yaml 0', 'juniper_comments.yaml 1'];

describe.skipIf(corpusIsMissing)('verdicts of other tools (skipped where ../shared/corpus is missing)', () => {
	it('are those of netutils, feature by feature', () => {
		const tally = new Tally('verdicts of netutils');

		for (const os of listCorpus('netutils/compliance/compliance')) {
			const platform = platforms.resolve(PLATFORM_OF[os] ?? os);
			if (platform === null || OTHER_SECTIONS.includes(os)) continue;
			const folder = `netutils/compliance/compliance/${os}`;
			for (const file of listCorpus(folder).filter((name) => name.endsWith('_intended.txt'))) {
				const stem = `${folder}/${file.replace(/_intended\.txt$/, '')}`;
				const { features } = readCorpusJson<{ readonly features: readonly NetutilsFeature[] }>(
					`${stem}_feature.py.json`,
				);
				const verdicts = readCorpusJson<Readonly<Record<string, { readonly compliant: boolean }>>>(
					`${stem}_received.json`,
				);
				const masks = corpusMasks(platform.name);
				const [intended, running] = ['intended', 'backup'].map((side) =>
					prepareConfig(readCorpus(`${stem}_${side}.txt`), masks),
				);
				if (intended === undefined || running === undefined) continue;
				const { changes } = compareConfigs({ intended, running }, masks);
				const trees = comparableTrees({ intended, running }, platform);
				const judged = assessFeatures(features.map(featureOf), { ...trees, changes });
				for (const { name } of features) {
					const compliant = judged.find((feature) => feature.name === name)?.compliant ?? true;
					tally.count(`${file} ${name}`, compliant === verdicts[name]?.compliant);
				}
			}
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
		expect(tally.run).toBeGreaterThan(0);
	});

	it('are those of annet: a patch where two texts differ', () => {
		const tally = new Tally('verdicts of annet');

		for (const file of listCorpus('annet/test_patch')) {
			const cases: unknown = parse(readCorpus(`annet/test_patch/${file}`));
			for (const [index, entry] of (Array.isArray(cases) ? cases : [cases]).entries()) {
				const { vendor, patch }: AnnetCase = entry;
				const platform = ANNET_PLATFORMS[vendor.toLowerCase()];
				const texts = bothTexts(entry);
				if (platform === undefined || texts === null || patch === undefined) continue;
				const { changes } = calculateDiff(texts.before, texts.after, corpusMasks(platform));
				tally.count(`${file} ${index}`, changes.length > 0 === ((patch ?? '').trim() !== ''));
			}
		}

		tally.print();
		expect(tally.wrong).toEqual(OTHER_OPINION);
		expect(tally.run).toBeGreaterThan(0);
	});
});

/** netutils takes top-level lines that begin like this, with all that stands in them. */
function featureOf({ name, ordered, section }: NetutilsFeature): Feature {
	const beginnings = section.map((prefix) => prefix.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
	return { name, within: [], pattern: new RegExp(`^(?:${beginnings.join('|')})`), ordered };
}

function bothTexts({ diff, before, after }: AnnetCase): { readonly before: string; readonly after: string } | null {
	if (before !== undefined && after !== undefined) return { before: before ?? '', after: after ?? '' };
	if (diff === undefined || diff === null) return null;
	const side = (sign: '+' | '-'): string =>
		diff
			.split('\n')
			.filter((line) => !line.trimStart().startsWith(sign === '+' ? '-' : '+'))
			.map((line) => line.replace(/^(\s*)[+-] ?/, '$1'))
			.join('\n');
	return { before: side('-'), after: side('+') };
}
