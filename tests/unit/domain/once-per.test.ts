import { describe, expect, it } from 'vitest';
import { oncePer } from '../../../src/domain/once-per.ts';

describe('oncePer', () => {
	it('makes one thing of one object, and another one of its equal', () => {
		const [one, other] = [{}, {}];
		const made = oncePer((_: object) => ({}));

		expect(made(one)).toBe(made(one));
		expect(made(other)).not.toBe(made(one));
	});
});
