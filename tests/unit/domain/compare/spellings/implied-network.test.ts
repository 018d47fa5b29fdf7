import { describe, expect, it } from 'vitest';
import { withoutOwnNetwork } from '../../../../../src/domain/compare/spellings/implied-network.ts';

const PATTERN = /^(?<address>[\d.]+)\/(?<length>\d+)(?<said> of (?<network>[\d.]+))$/;

describe('withoutOwnNetwork', () => {
	it.each([
		'192.0.2.1/24 of 192.0.2.0',
		'192.0.2.129/25 of 192.0.2.128',
		'192.0.2.1/32 of 192.0.2.1',
		'192.0.2.1/0 of 0.0.0.0',
	])('leaves out that of %s', (text) => {
		expect(withoutOwnNetwork(text, PATTERN)).toBe(text.replace(/ of .*/, ''));
	});

	it.each([
		'192.0.2.1/32 of 192.0.2.2',
		'192.0.2.1/24 of 192.0.3.0',
		'192.0.2.1/33 of 192.0.2.0',
		'192.0.2.300/24 of 192.0.2.0',
		'192.0.2.1/24',
	])('leaves %s as it is', (text) => {
		expect(withoutOwnNetwork(text, PATTERN)).toBe(text);
	});
});
