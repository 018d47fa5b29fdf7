import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calculateDiff, compareConfigs } from '../../src/domain/compare/calculate-diff.ts';
import { comparableTrees } from '../../src/domain/compare/comparable-trees.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import type { Change } from '../../src/domain/drift-report.ts';
import { assessFeatures } from '../../src/domain/features/assess-features.ts';
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

/** Why we disagree with each stands in docs/corpus.md. */
const OTHER_OPINION = ['juniper_comments.yaml 0', 'juniper_comments.yaml 1'];

describe.skipIf(corpusIsMissing)('verdicts of other tools (skipped where ../shared/corpus is missing)', () => {
	it('are those of netutils, feature by feature', () => {
		const tally = new Tally('verdicts of netutils');

		for (const os of listCorpus('netutils/compliance/compliance')) {
			const platform = platforms.resolve(PLATFORM_OF[os] ?? os);
			if (platform === null) continue;
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
				const texts = { intended: readCorpus(`${stem}_intended.txt`), running: readCorpus(`${stem}_backup.txt`) };
				const [intended, running] = [prepareConfig(texts.intended, masks), prepareConfig(texts.running, masks)];
				const { changes } = compareConfigs({ intended, running }, masks);
				if (os === 'nokia_sros') {
					for (const { name } of features) {
						const touched = changes.some((change) => isUnderHeader(change, name, texts));
						tally.count(`${file} ${name}`, touched === (verdicts[name]?.compliant === false));
					}
					continue;
				}
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

	it('are those of netutils about single features', () => {
		const tally = new Tally('single features of netutils');

		const folder = 'netutils/compliance/feature_compliance';
		for (const file of listCorpus(folder).filter((name) => name.endsWith('_intended.txt'))) {
			const stem = `${folder}/${file.replace(/_intended\.txt$/, '')}`;
			const { feature } = readCorpusJson<{ readonly feature: NetutilsFeature }>(`${stem}_feature.py.json`);
			const { data } = readCorpusJson<{ readonly data: { readonly compliant: boolean } }>(`${stem}_received.py.json`);
			const masks = corpusMasks('cisco_ios');
			const [intended, running] = [`${stem}_intended.txt`, `${stem}_actual.txt`].map((path) =>
				prepareConfig(readCorpus(path), masks),
			);
			if (intended === undefined || running === undefined) continue;
			const { changes } = compareConfigs({ intended, running }, masks);
			const trees = comparableTrees({ intended, running }, masks.platform);
			const [judged] = assessFeatures([featureOf(feature)], { ...trees, changes });
			tally.count(file, (judged?.compliant ?? true) === data.compliant);
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
		expect(tally.run).toBeGreaterThan(0);
	});

	it('are those of netutils about what is missing', () => {
		const tally = new Tally('missing lines of netutils');

		const folder = 'netutils/compliance/diff_network_config';
		for (const os of listCorpus(folder)) {
			const platform = platforms.resolve(PLATFORM_OF[os] ?? os);
			if (platform === null) continue;
			for (const file of listCorpus(`${folder}/${os}`).filter((name) => name.endsWith('_intended.txt'))) {
				const text = (part: string): string => readCorpus(`${folder}/${os}/${file.replace('_intended.txt', part)}`);
				const { changes } = calculateDiff(text('_base.txt'), text('_intended.txt'), corpusMasks(platform.name));
				const told = changes.filter(({ kind }) => kind !== 'extra').flatMap(({ lineage, line }) => [...lineage, line]);
				// The `echo` lines of an export are comments to us.
				const isHeader = (line: string): boolean => text('_intended.txt').includes(`echo "${line}"`);
				const lines = text('_received.txt')
					.split('\n')
					.map((line) => line.trim().replace(/[;{]$/, '').trim());
				tally.count(
					`${os} ${file}`,
					lines.filter((line) => line !== '' && line !== '}' && !isHeader(line)).every((line) => told.includes(line)),
				);
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

/** Whether a change stands below an `echo "System Configuration"`: netutils takes these lines of an export for headers. */
function isUnderHeader(
	{ intendedLine, runningLine }: Change,
	name: string,
	texts: { readonly intended: string; readonly running: string },
): boolean {
	const headerOf = (text: string, lineNumber: number | null): string | undefined => {
		const above = text.split('\n').slice(0, lineNumber ?? 0);
		return /^echo "(?<header>.*)"$/.exec(above.findLast((line) => line.startsWith('echo ')) ?? '')?.groups?.header;
	};
	return headerOf(texts.intended, intendedLine) === name || headerOf(texts.running, runningLine) === name;
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
