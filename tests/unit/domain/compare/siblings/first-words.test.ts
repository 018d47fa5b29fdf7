import { describe, expect, it } from 'vitest';
import { firstWords, keyOf } from '../../../../../src/domain/compare/siblings/first-words.ts';

describe('keyOf', () => {
	it.each([
		['ip address 192.0.2.1 255.255.255.0', 2, 'ip address'],
		['ip address', 2, 'ip address'],
		['shutdown', 2, 'shutdown'],
		['description Zürich  a', 1, 'description'],
		['description Zürich  a', 3, 'description Zürich a'],
		['mtu\t9100 x', 2, 'mtu 9100'],
		['mtu  9100 x', 2, 'mtu 9100'],
		['"mtu": 9100', 1, '"mtu":'],
		['<mtu>9100</mtu>', 2, '<mtu> 9100</mtu>'],
		['', 1, ''],
	])('of %j in %i words is %j, as the first words tell', (text, length, key) => {
		expect(keyOf(text, length)).toBe(key);
		expect(firstWords(text, length).key).toBe(key);
	});
});
