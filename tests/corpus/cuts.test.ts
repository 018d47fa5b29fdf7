import { describe, expect, it } from 'vitest';
import { styleOf } from '../../src/domain/config/style-of.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { findIncompleteness } from '../support/at-once.ts';
import { corpusConfigs, corpusIsMissing, Tally } from '../support/corpus.ts';
import { platformOf } from '../support/platform-of.ts';

/**
 * Two Junos recordings lost their last brace, one EOS fixture its `end`, two of SR OS their `# Finished`, and one of ASA is a
 * mixture of systems with a comment behind its `end`: refusing them is right (docs/corpus.md).
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

/**
 * A longer config is cut at lines that are spread evenly over it: the time grows with the square of the number.
 * `npm run corpus` sets it higher.
 */
const MAX_CUTS = Number(process.env.CORPUS_CUTS ?? 400);

describe.skipIf(corpusIsMissing)('whole configs (skipped where ../shared/corpus is missing)', () => {
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
