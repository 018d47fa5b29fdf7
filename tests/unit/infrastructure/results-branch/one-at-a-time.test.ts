import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../../src/infrastructure/results-branch/one-at-a-time.ts';

describe('oneAtATime', () => {
	it('does one piece of work after the other, and goes on behind one that fails', async () => {
		const seen: string[] = [];
		const work = oneAtATime(async (name: string) => {
			seen.push(`${name} begins`);
			await new Promise(setImmediate);
			seen.push(`${name} ends`);
			if (name === 'b') throw new Error('b failed');
			return name.toUpperCase();
		});

		const results = await Promise.allSettled([work('a'), work('b'), work('c')]);

		expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
		expect(results).toMatchObject([{ value: 'A' }, { reason: { message: 'b failed' } }, { value: 'C' }]);
	});
});
