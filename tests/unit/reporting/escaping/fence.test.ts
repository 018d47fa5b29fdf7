import { describe, expect, it } from 'vitest';
import { fence } from '../../../../src/reporting/escaping/fence.ts';

describe('fence', () => {
	it('is longer than the longest run of back-ticks', () => {
		expect(fence('banner\n````\n', 'diff')).toBe('`````diff\nbanner\n````\n`````\n');
	});

	it('keeps lines and tabs, and shows a lone carriage return', () => {
		expect(fence('a\r\n\tb\rc', 'text')).toBe('```text\na\n\tb␍c\n```\n');
	});
});
