import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../../../src/reporting/wording/format-quantity.ts';

describe('formatDuration', () => {
	it.each([
		[999.4, '999 ms'],
		[1_000, '1.0 s'],
		[59_900, '59.9 s'],
		[60_000, '1 min 0 s'],
		[3_599_900, '60 min 0 s'],
	])('writes %d ms as %s', (ms, expected) => {
		expect(formatDuration(ms)).toBe(expected);
	});
});
