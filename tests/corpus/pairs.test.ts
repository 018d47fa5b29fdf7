import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import {
	corpusIsMissing,
	corpusMasks,
	listCorpus,
	PLATFORM_OF,
	readCorpus,
	readCorpusJson,
	Tally,
} from '../support/corpus.ts';

interface NcdiffCase {
	readonly test: string;
	readonly config_1: string;
	readonly config_2: string;
	readonly differs: boolean;
}

interface HierCase {
	readonly source_test: string;
	readonly platform: string | null;
	readonly running: string;
	readonly intended: string;
	readonly expected_remediation: readonly string[];
}

/** ncdiff takes any two type 6 passwords for equal; to us a changed secret is drift (docs/corpus.md). */
const OTHER_OPINION = ['test_type6_password_normalization'];

const HIER_PLATFORM: Readonly<Record<string, string>> = {
	CISCO_IOS: 'cisco_ios',
	CISCO_XR: 'cisco_xr',
	JUNIPER_JUNOS: 'juniper_junos',
	FORTINET_FORTIOS: 'fortinet',
	VYOS: 'vyos',
	HP_PROCURVE: 'hp_procurve',
	HUAWEI_VRP: 'huawei_vrp',
	GENERIC: 'generic',
	null: 'generic',
};

/** The pairs of whole configs that hier_config goes back and forth between, by our names. */
const HIER_CIRCLES: Readonly<Record<string, string>> = {
	comware5: 'hp_comware',
	eos: 'arista_eos',
	fortios: 'fortinet',
	ios: 'cisco_ios',
	iosxr: 'cisco_xr',
	junos: 'juniper_junos',
	nxos: 'cisco_nxos',
	procurve: 'hp_procurve',
	vyos: 'vyos',
};

/** Of the intended lines that a lab device was given, at least this share is found again on the device. */
const MIN_FOUND_PERCENT = 98;

describe.skipIf(corpusIsMissing)('pairs of configs (skipped where ../shared/corpus is missing)', () => {
	it('show no drift between captures of one unchanged device', () => {
		const tally = new Tally('captures of one device');

		for (const os of listCorpus('pairs/same_device_no_drift')) {
			const masks = corpusMasks(PLATFORM_OF[os] ?? os);
			const captures = listCorpus(`pairs/same_device_no_drift/${os}`);
			for (const one of captures) {
				for (const other of captures.filter((capture) => capture !== one)) {
					const texts = [one, other].map((file) => readCorpus(`pairs/same_device_no_drift/${os}/${file}`));
					const { changes } = calculateDiff(texts[1] ?? '', texts[0] ?? '', masks);
					tally.count(`${os} ${one} ${other}`, changes.length === 0);
				}
			}
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
		expect(tally.run).toBeGreaterThan(0);
	});

	it('differ where ncdiff says that they differ', () => {
		const tally = new Tally('verdicts of ncdiff');

		for (const { test, config_1, config_2, differs } of readCorpusJson<readonly NcdiffCase[]>(
			'pairs/ncdiff/cases.json',
		)) {
			const { changes } = calculateDiff(config_2, config_1, corpusMasks('cisco_ios'));
			tally.count(test, changes.length > 0 === differs);
		}

		tally.print();
		expect(tally.wrong).toEqual(OTHER_OPINION);
	});

	it('differ where hier_config has something to remedy', () => {
		const tally = new Tally('verdicts of hier_config');

		for (const entry of readCorpusJson<readonly HierCase[]>('hier_config/inline_cases.json')) {
			const platform = HIER_PLATFORM[entry.platform ?? 'null'];
			if (platform === undefined) continue;
			const { changes } = calculateDiff(entry.running, entry.intended, corpusMasks(platform));
			tally.count(entry.source_test, changes.length > 0 === entry.expected_remediation.length > 0);
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
	});

	it('differ both ways where hier_config goes in a circle', () => {
		const tally = new Tally('circles of hier_config');

		for (const [os, platform] of Object.entries(HIER_CIRCLES)) {
			const text = (name: string): string => readCorpus(`hier_config/circular/fixtures/${os}_${name}.conf`);
			const differs = (one: string, other: string): boolean =>
				calculateDiff(text(other), text(one), corpusMasks(platform)).changes.length > 0;
			tally.count(`${os} remediation`, differs('generated', 'running') === (text('remediation').trim() !== ''));
			tally.count(`${os} rollback`, differs('running', 'generated') === (text('rollback').trim() !== ''));
			tally.count(`${os} itself`, !differs('running', 'running') && !differs('generated', 'generated'));
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
		expect(tally.run).toBeGreaterThan(0);
	});

	it('differ where the device itself says that they differ', () => {
		const tally = new Tally('diffs that devices gave');

		for (const os of listCorpus('pairs/napalm_native_diffs')) {
			const folder = `pairs/napalm_native_diffs/${os}`;
			const platform = PLATFORM_OF[os.replace(/_ssh$/, '')] ?? os;
			const { changes } = calculateDiff(
				readCorpus(`${folder}/initial.conf`),
				readCorpus(`${folder}/new_good.conf`),
				corpusMasks(platform),
			);
			tally.count(os, changes.length > 0 === (readCorpus(`${folder}/new_good.diff`).trim() !== ''));
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
		expect(tally.run).toBeGreaterThan(0);
	});

	it('show the one drift among live and candidate configs of a lab', () => {
		const tally = new Tally('live and candidate configs');

		for (const device of listCorpus('pairs/batfish_live_candidate')) {
			const file = (name: string): string => readCorpus(`pairs/batfish_live_candidate/${device}/${name}.cfg`);
			const { changes } = calculateDiff(file('live'), file('candidate'), corpusMasks('cisco_ios'));
			tally.count(device, changes.length === (device === 'as2dept1' ? 2 : 0));
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
	});

	it('find again on the device what was intended', () => {
		const found = new Tally('intended lines found on the lab device');

		for (const os of ['eos', 'junos_set', 'nxos', 'sros_md']) {
			const masks = corpusMasks(PLATFORM_OF[os] ?? os);
			for (const pair of listCorpus(`pairs/intended_vs_live/${os}`)) {
				const intended = readCorpus(`pairs/intended_vs_live/${os}/${pair}/intended.cfg`);
				const live = readCorpus(`pairs/intended_vs_live/${os}/${pair}/live.txt`);
				const { changes } = calculateDiff(live, intended, masks, { scope: 'declared' });
				const lost = changes.filter(({ kind }) => kind !== 'extra');
				const statements = prepareConfig(intended, masks).lines.filter(({ role }) => role === 'statement').length;
				for (const { line } of lost) found.count(`${pair}: ${line}`, false);
				for (let index = lost.length; index < statements; index += 1) found.count(pair, true);
			}
		}

		found.print();
		expect((100 * found.right) / found.run).toBeGreaterThanOrEqual(MIN_FOUND_PERCENT);
	});
});
