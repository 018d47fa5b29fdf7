import { describe, expect, it } from 'vitest';
import { longestIncreasing } from '../../../../../src/domain/compare/siblings/longest-increasing.ts';

describe('longestIncreasing', () => {
	it.each([
		[[], []],
		[[7], [0]],
		[
			[1, 2, 3],
			[0, 1, 2],
		],
		[
			[1, 2, 0, 3],
			[0, 1, 3],
		],
		[[3, 2, 1], [2]],
		[[2, 2, 2], [2]],
	])('of %j keeps the indices %j', (values, indices) => {
		expect([...longestIncreasing(values)].toSorted()).toEqual(indices);
	});
});
