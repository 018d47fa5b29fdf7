import { describe, expect, it } from 'vitest';
import { KnownLines } from '../../../../src/domain/masking/known-lines.ts';

describe('KnownLines', () => {
	it('gives back what was made of a line', () => {
		const known = new KnownLines();
		const masked = { text: 'enable secret <secret>', steps: [] };

		known.add('enable secret fictive', masked);

		expect(known.get('enable secret fictive')).toEqual(masked);
		expect(known.get('enable secret other')).toBeUndefined();
	});

	it('holds a bounded number of lines of bounded length', () => {
		const known = new KnownLines();
		const masked = { text: null, steps: [] };

		known.add('x'.repeat(10_000), masked);
		for (let index = 0; index <= 5_000; index += 1) known.add(`line ${index}`, masked);

		expect(known.get('x'.repeat(10_000))).toBeUndefined();
		expect(known.get('line 0')).toBeUndefined();
		expect(known.get('line 5000')).toEqual(masked);
	});
});
