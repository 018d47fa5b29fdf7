import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import type { Change } from '../../src/domain/drift-report.ts';
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
interface Feature {
	readonly name: string;
	readonly ordered: boolean;
	readonly section: readonly string[];
}

/** A case of annet that states both texts. */
interface AnnetCase {
	readonly vendor: string;
	readonly before?: string | null;
	readonly after?: string | null;
	readonly patch?: string | null;
}

const ANNET_PLATFORMS: Readonly<Record<string, string>> = { huawei: 'huawei_vrp', h3c: 'hp_comware' };

/** VRP writes `Min-interval` in some releases and `min-interval` in others; to us that is a change (docs/corpus.md). */
const OTHER_OPINION = ['huawei_ndcase.yaml 0', 'huawei_ndcase.yaml 1'];

describe.skipIf(corpusIsMissing)('verdicts of other tools (skipped where ../shared/corpus is missing)', () => {
	it('are those of netutils, feature by feature', () => {
		const tally = new Tally('verdicts of netutils');

		for (const os of ['aruba_aoscx', 'hp_comware']) {
			const folder = `netutils/compliance/compliance/${os}`;
			for (const file of listCorpus(folder).filter((name) => name.endsWith('_intended.txt'))) {
				const stem = `${folder}/${file.replace(/_intended\.txt$/, '')}`;
				const { features } = readCorpusJson<{ readonly features: readonly Feature[] }>(`${stem}_feature.py.json`);
				const verdicts = readCorpusJson<Readonly<Record<string, { readonly compliant: boolean }>>>(
					`${stem}_received.json`,
				);
				const masks = corpusMasks(PLATFORM_OF[os] ?? os);
				const { changes } = calculateDiff(readCorpus(`${stem}_backup.txt`), readCorpus(`${stem}_intended.txt`), masks);
				for (const { name, section } of features) {
					const compliant = !changes.some((change) =>
						section.some((prefix) => topOf(change).startsWith(prefix.trim())),
					);
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
				const { vendor, before, after, patch }: AnnetCase = entry;
				const platform = ANNET_PLATFORMS[vendor.toLowerCase()];
				if (platform === undefined || before === undefined || after === undefined || patch === undefined) continue;
				const { changes } = calculateDiff(before ?? '', after ?? '', corpusMasks(platform));
				tally.count(`${file} ${index}`, changes.length > 0 === ((patch ?? '').trim() !== ''));
			}
		}

		tally.print();
		expect(tally.wrong).toEqual(OTHER_OPINION);
		expect(tally.run).toBeGreaterThan(0);
	});
});

/** The top-level line that a change stands in, or is. */
function topOf({ lineage, line }: Change): string {
	return lineage[0] ?? line;
}
