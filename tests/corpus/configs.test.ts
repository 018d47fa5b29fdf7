import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import { findIncompleteness } from '../../src/domain/config/completeness.ts';
import { styleOf } from '../../src/domain/config/lines.ts';
import { printTree } from '../../src/domain/config/print.ts';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import type { Platform } from '../../src/domain/platform.ts';
import { prepareConfig } from '../../src/domain/prepare-config.ts';
import { corpusConfigs, corpusIsMissing, corpusMasks, Tally } from '../support/corpus.ts';
import { platformOf } from '../support/platform-of.ts';
import { isExactly, mutationsOf } from './mutations.ts';

/**
 * Two Junos recordings lost their last brace, one EOS fixture its `end`, two of SR OS their `# Finished`, and one of ASA is a mixture of systems with a comment
 * behind its `end`: refusing them is right (docs/corpus.md).
 */
const CUT_IN_THE_CORPUS = [
	'asa_mixed/01_batfish__unit-tests_configs_cisco_misc.txt',
	'eos/09_batfish__grammar_testconfigs_arista_interface_show_run_all_3.txt',
	'junos/01_oxidized__model_data_junos_srx300_22.4_simulation.yaml.txt',
	'hp_comware/hp_comware_special_sent.txt',
	'nokia_sros/sros_baseconfig_sent.txt',
	'nokia_sros/sros_full_sent.txt',
	'junos/02_oxidized__model_data_junos_srx300_22.4_wo_cluster_simulation.yaml.txt',
];

const MIN_MUTATIONS = 2_000;

/** A longer config is cut at lines that are spread evenly over it. */
const MAX_CUTS = 2_700;

describe.skipIf(corpusIsMissing)('whole configs (skipped where ../shared/corpus is missing)', () => {
	it('differ in nothing from themselves', () => {
		const tally = new Tally('self-diff');

		for (const { name, platform, text } of corpusConfigs()) {
			tally.count(name, calculateDiff(text, text, corpusMasks(platform)).changes.length === 0);
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
		expect(tally.run).toBeGreaterThan(0);
	});

	it('are read and printed back as the same', () => {
		const tally = new Tally('read and printed back');

		for (const { name, platform, text } of corpusConfigs()) {
			const masks = corpusMasks(platform);
			const { syntax } = masks.platform;
			const printed = printTree(prepareConfig(text, masks).tree, { ...syntax, style: styleOf(text, syntax) });
			tally.count(name, calculateDiff(printed, text, masks).changes.length === 0);
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
	});

	it('are masked once and for all, without an empty line', () => {
		const tally = new Tally('masking');

		for (const { name, platform, text } of corpusConfigs()) {
			const masks = corpusMasks(platform);
			const { text: masked, lines } = maskContent(text, masks);
			const isClean = lines.every(({ role }) => role !== 'blank');
			tally.count(name, maskContent(masked, masks).text === masked && isClean);
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
	});

	it('are whole, and no longer so when they are cut anywhere', () => {
		const whole = new Tally('whole configs recognised');
		const cut = new Tally('cut configs refused (an end token, braces or blocks)');
		const unproven = new Tally('cut configs refused (nothing tells the end)');

		for (const { name, platform, text } of corpusConfigs()) {
			const incompleteness = findIncompleteness(text, platformOf(platform));
			whole.count(name, (incompleteness === null) !== CUT_IN_THE_CORPUS.includes(name));
			if (incompleteness !== null) continue;
			for (const { at, shorter, shows } of cutsOf(text, platformOf(platform))) {
				const tally = shows ? cut : unproven;
				tally.count(`${name} cut after line ${at}`, findIncompleteness(shorter, platformOf(platform)) !== null);
			}
		}

		whole.print();
		cut.print();
		process.stdout.write(`corpus: configs cut where nothing tells: ${unproven.run} run, ${unproven.right} refused\n`);
		expect(whole.wrong).toEqual([]);
		expect(cut.wrong).toEqual([]);
	});

	it('show exactly the one line that was changed, taken away or added', () => {
		const tally = new Tally('mutations');

		for (const { name, platform, text } of corpusConfigs()) {
			const masks = corpusMasks(platform);
			for (const mutation of mutationsOf(text, masks)) {
				const { changes } = calculateDiff(mutation.text, text, masks);
				tally.count(`${name}:${mutation.lineNumber} ${mutation.kind}`, isExactly(changes, mutation));
			}
		}

		tally.print();
		expect(tally.run).toBeGreaterThan(MIN_MUTATIONS);
		expect(tally.wrong).toEqual([]);
	});
});

interface Cut {
	readonly at: number;
	readonly shorter: string;
	/** The text alone must tell. */
	readonly shows: boolean;
}

function cutsOf(text: string, { completeness, syntax }: Platform): readonly Cut[] {
	const lines = text.trimEnd().split('\n');
	const step = Math.ceil(lines.length / MAX_CUTS);
	const tells = ((): ((at: number) => boolean) => {
		switch (completeness.proof) {
			case 'last-line':
				return () => true;
			case 'balanced-braces':
				// `set` lines have neither braces nor an end, and between two top-level sections nothing is missing. What a
				// cluster prints below the config is not config.
				if (styleOf(text, syntax) === 'set') return () => false;
				return (at) => !/^(?:\}|\S.* \{ \})$/.test(lines[at - 1] ?? '') && !/^\{|^\S+>\s*$/.test(lines[at] ?? '');
			case 'balanced-blocks':
				return (at) => lines[at - 1] !== 'end';
			default:
				return () => false;
		}
	})();
	return lines
		.map((_, at) => ({ at, shorter: lines.slice(0, at).join('\n'), shows: tells(at) }))
		.filter(({ at }) => at > 0 && at % step === 0);
}
