import { describe, expect, it } from 'vitest';
import { calculateDiff, compareConfigs } from '../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { printTree } from '../../src/domain/config/print.ts';
import { styleOf } from '../../src/domain/config/style-of.ts';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { findIncompleteness } from '../support/at-once.ts';
import { corpusConfigs, corpusIsMissing, corpusMasks, Tally } from '../support/corpus.ts';
import { isExactly, mutationsOf } from './mutations.ts';

const MIN_MUTATIONS = 2_000;

describe.skipIf(corpusIsMissing)('whole configs (skipped where ../shared/corpus is missing)', () => {
	it('differ in nothing from themselves', () => {
		const tally = new Tally('self-diff');
		const odd: string[] = [];

		for (const { name, platform, text } of corpusConfigs()) {
			const masks = corpusMasks(platform);
			const { changes, remarks } = calculateDiff(text, text, masks);
			tally.count(name, changes.length === 0);
			if (findIncompleteness(text, masks.platform) === null) odd.push(...remarks.map((remark) => `${name}: ${remark}`));
		}

		tally.print();
		expect(tally.wrong).toEqual([]);
		expect(odd).toEqual([]);
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

	it('show exactly the one line that was changed, taken away or added', () => {
		const tally = new Tally('mutations');

		for (const { name, platform, text } of corpusConfigs()) {
			const masks = corpusMasks(platform);
			const intended = prepareConfig(text, masks);
			for (const mutation of mutationsOf(text, masks)) {
				const { changes } = compareConfigs({ intended, running: prepareConfig(mutation.text, masks) }, masks);
				tally.count(`${name}:${mutation.lineNumber} ${mutation.kind}`, isExactly(changes, mutation, masks));
			}
		}

		tally.print();
		expect(tally.run).toBeGreaterThan(MIN_MUTATIONS);
		expect(tally.wrong).toEqual([]);
	});
});
