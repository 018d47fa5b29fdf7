import { describe, expect, it } from 'vitest';
import { fence } from '../../../../src/reporting/escaping/fence.ts';

describe('fence', () => {
	it('is longer than the longest run of back-ticks', () => {
		expect(fence('banner\n````\n', 'diff')).toBe('`````diff\nbanner\n````\n`````\n');
	});

	it('takes a text whose middle is nothing but line ends, in no more time than it is long', () => {
		// In the square of it this is more than a minute.
		const text = `a${'\n'.repeat(300_000)}b`;

		expect(fence(`${text}\n\n`, 'text')).toBe(`\`\`\`text\n${text}\n\`\`\`\n`);
	});

	it('keeps lines and tabs, and shows a lone carriage return', () => {
		expect(fence('a\r\n\tb\rc', 'text')).toBe('```text\na\n\tb␍c\n```\n');
	});
});
