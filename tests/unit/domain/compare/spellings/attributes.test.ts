import { describe, expect, it } from 'vitest';
import { inOwnOrder } from '../../../../../src/domain/compare/spellings/attributes.ts';

describe('inOwnOrder', () => {
	it('sorts attributes and leaves the words in front where they are', () => {
		expect(inOwnOrder('set [ find name=x ] mtu=1500 comment="b=1 a=2" arp=x', {})).toBe(
			'set [ find name=x ] arp=x comment="b=1 a=2" mtu=1500',
		);
	});

	it('leaves out what need not be said, and nothing that begins like it', () => {
		expect(inOwnOrder('add disabled=no log=no chain=a disabled=now', { unsaid: ['disabled=no', 'log=no'] })).toBe(
			'add chain=a disabled=now',
		);
	});

	it('sorts the values of sets alone', () => {
		expect(inOwnOrder('add state=b,a servers=2,1', { sets: /^state=/ })).toBe('add servers=2,1 state=a,b');
		expect(inOwnOrder('add state=b=1,a', { sets: /^state=/ })).toBe('add state=a,b=1');
	});

	it.each(['add b=1 a="x', 'add b=1 a=[ find x', 'add b=1 a=x"y'])('leaves %j as it is', (text) => {
		expect(inOwnOrder(text, {})).toBe(text);
	});

	it('reads a quote behind a backslash as a part of the value', () => {
		expect(inOwnOrder('add b=1 a="x \\" c=0"', {})).toBe('add a="x \\" c=0" b=1');
	});
});
