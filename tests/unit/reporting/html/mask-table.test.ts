import { describe, expect, it } from 'vitest';
import { maskTable } from '../../../../src/reporting/html/mask-table.ts';

const table = (count: number): string =>
	maskTable(Array.from({ length: count }, (_, index) => ({ id: `secret/${index}`, devices: 2, hits: 1_000 - index })));

describe('maskTable', () => {
	it('has a row for each mask, with how often and where it hit', () => {
		expect(table(2)).toMatch(/secret\/0<.*>1,000<.*>2<.*\n.*secret\/1<.*>999<.*>2</u);
	});

	it('shows the first of many, and says how many more there are', () => {
		expect(table(20).match(/data-mask=/g)).toHaveLength(20);
		expect(table(20)).not.toContain('have fewer');
		expect(table(21).match(/data-mask=/g)).toHaveLength(20);
		expect(table(21)).toContain('; 1 more have fewer');
	});

	it('is not there without any', () => {
		expect(table(0)).toBe('');
	});
});
