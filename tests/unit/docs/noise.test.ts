import { describe, expect, it } from 'vitest';
import { countChanges } from '../../../bench/noise/count-changes.ts';
import { noiseRows } from '../../../bench/noise/noise-table.ts';
import { SAMPLE } from '../../../bench/noise/sample.ts';
import { readFile } from '../../support/docs/documents.ts';

describe('docs/noise.md', () => {
	it.each(SAMPLE)('reports what was changed on purpose and nothing else: $name', (noiseCase) => {
		const { found, plain } = countChanges(noiseCase);

		expect(found).toEqual(noiseCase.truth);
		expect(plain).toBeGreaterThan(noiseCase.truth.length);
	});

	it('names changes that stand in one of the two texts', () => {
		for (const { truth, intended, running } of SAMPLE) {
			for (const line of truth) expect(intended + running).toContain(line);
		}
	});

	it('says the figures of the table in its sentences, and the README says them too', () => {
		const [, plain, sets, ours] = noiseRows().at(-1) ?? [];
		const sentence = `diff reports ${plain} changes, a compare of sets ${sets}, and this tool the ${ours}`;

		expect(readFile('docs/noise.md').replaceAll(/\s+/g, ' ')).toContain(sentence);
		expect(readFile('README.md').replaceAll(/\s+/g, ' ')).toContain(sentence);
	});
});
