import { describe, expect, it } from 'vitest';
import { expandHosts } from '../../../../src/settings/inventories/host-range.ts';

describe('expandHosts', () => {
	it.each([
		['edge-01', ['edge-01']],
		['leaf-[01:03].lab', ['leaf-01.lab', 'leaf-02.lab', 'leaf-03.lab']],
		['r[a:b]-[8:10]', ['ra-8', 'ra-9', 'ra-10', 'rb-8', 'rb-9', 'rb-10']],
		['r[1:7:3]x', ['r1x', 'r4x', 'r7x']],
		['r[3:1]', []],
		['r[3:1][1:20000][1:20000]', []],
		['[2001:db8::1]', ['[2001:db8::1]']],
		['r[1:2', ['r[1:2']],
	])('%s', (pattern, names) => {
		expect(expandHosts(pattern)).toEqual(names);
	});

	it.each(['[1:99999999]', '[1:200][1:200]', '[a:b]'.repeat(2_000)])('refuses too many: %.20s', (pattern) => {
		expect(expandHosts(pattern)).toBeNull();
	});

	it('takes any number of ranges that name one host', () => {
		expect(expandHosts('[a:a]'.repeat(20_000))).toEqual(['a'.repeat(20_000)]);
	});
});
