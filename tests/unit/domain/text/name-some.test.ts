import { describe, expect, it } from 'vitest';
import { nameSome } from '../../../../src/domain/text/name-some.ts';

describe('nameSome', () => {
	it('names all where there are no more than it may', () => {
		expect(nameSome(['edge-01', 'edge-02'], { most: 2 })).toBe('edge-01, edge-02');
		expect(nameSome([], { most: 2 })).toBe('');
	});

	it('says how many there are beyond those it names', () => {
		const names = Array.from({ length: 1206 }, (_, index) => `edge-${index}`);

		expect(nameSome(names, { most: 2 })).toBe('edge-0, edge-1 and 1,204 more');
	});

	it('writes a name as its place takes it', () => {
		expect(nameSome(['a', 'b', 'c'], { most: 2, write: (name) => `**${name}**` })).toBe('**a**, **b** and 1 more');
	});
});
