import { describe, expect, it } from 'vitest';
import { hasShrunk, isAsLongAs, longestIntended, provesItsEnd } from '../../../../src/domain/config/shrink.ts';
import { platforms } from '../../../../src/platforms/index.ts';

describe('hasShrunk', () => {
	it.each([
		[199, 400, true],
		[200, 400, false],
		[24, 50, true],
		[25, 50, false],
		[1, 49, false],
		[800, 400, false],
		[10, 0, false],
	])('%i lines after %i: %s', (now, before, shrunk) => {
		expect(hasShrunk(now, { before })).toBe(shrunk);
	});
});

describe('longestIntended', () => {
	it.each([1, 2, 37, 40])('is the longest for which %i lines are enough', (now) => {
		const intended = longestIntended(now);

		expect(isAsLongAs(now, { intended })).toBe(true);
		expect(isAsLongAs(now, { intended: intended + 1 })).toBe(false);
	});
});

describe('provesItsEnd', () => {
	it.each([
		['cisco_ios', true],
		['juniper_junos', true],
		['fortinet', true],
		['sonic', true],
		['cisco_nxos', false],
		['generic', false],
	])('%s: %s', (name, proves) => {
		const platform = platforms.resolve(name);

		expect(platform && provesItsEnd(platform.completeness)).toBe(proves);
	});
});
