import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../src/domain/compare/calculate-diff.ts';
import { findIncompleteness } from '../../src/domain/config/completeness.ts';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { corpusConfigs, corpusIsMissing, corpusMasks, Tally } from '../support/corpus.ts';
import { platformOf } from '../support/platform-of.ts';
import { isExactly, mutationsOf } from './mutations.ts';

/** Two Junos recordings lost their last brace and one EOS fixture its `end`: refusing them is right (docs/corpus.md). */
const CUT_IN_THE_CORPUS = [
	'eos/09_batfish__grammar_testconfigs_arista_interface_show_run_all_3.txt',
	'junos/01_oxidized__model_data_junos_srx300_22.4_simulation.yaml.txt',
	'junos/02_oxidized__model_data_junos_srx300_22.4_wo_cluster_simulation.yaml.txt',
];

const MIN_MUTATIONS = 2_000;

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

	it('are masked once and for all, without an empty line', () => {
		const tally = new Tally('masking');

		for (const { name, platform, text } of corpusConfigs()) {
			const masks = corpusMasks(platform);
			const masked = maskContent(text, masks).text;
			tally.count(name, maskContent(masked, masks).text === masked && !/\n[ \t]*\n/.test(masked));
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
	});

	it('are whole, and no longer so when they are cut anywhere', () => {
		const whole = new Tally('whole configs recognised');
		const cut = new Tally('cut configs refused (platforms with an end token or braces)');
		const unproven = new Tally('cut configs refused (NX-OS, which prints no end)');

		for (const { name, platform, text } of corpusConfigs()) {
			const incompleteness = findIncompleteness(text, platformOf(platform));
			whole.count(name, (incompleteness === null) !== CUT_IN_THE_CORPUS.includes(name));
			if (incompleteness !== null) continue;
			const tally = platform === 'cisco_nxos' ? unproven : cut;
			for (const { at, shorter } of cutsOf(text, platform)) {
				tally.count(`${name} cut after line ${at}`, findIncompleteness(shorter, platformOf(platform)) !== null);
			}
		}

		whole.print();
		cut.print();
		process.stdout.write(`corpus: NX-OS configs cut: ${unproven.run} run, ${unproven.right} refused\n`);
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

/** Every place at which a cut can be noticed by the text alone. */
function cutsOf(text: string, platform: string): readonly { readonly at: number; readonly shorter: string }[] {
	const lines = text.trimEnd().split('\n');
	const isSet = lines.some((line) => line.startsWith('set '));
	// `display set` has neither braces nor an end: the channel's exit status is its proof.
	if (isSet && platform === 'juniper_junos') return [];
	return lines
		.map((_, index) => ({ at: index, shorter: lines.slice(0, index).join('\n') }))
		.filter(({ at }) => platform !== 'juniper_junos' || lines[at - 1] !== '}')
		.filter(({ at }) => !/^\{|^\S+>\s*$/.test(lines[at] ?? '') || platform !== 'juniper_junos')
		.filter(({ at }) => at > 0);
}
