import { describe, expect, it } from 'vitest';
import { printable, printableEnd } from '../../../../src/adapters/connection/printable.ts';
import { createRedaction } from '../../../../src/infrastructure/redaction.ts';

describe('printable', () => {
	it('makes one line of what a server says, without what nobody sees', () => {
		expect(printable('\u001b[31m% Ungültig\r\n\u202e command\u0000')).toBe('[31m% Ungültig command');
	});

	it.each(['pässwörd-1', '密码密码密码', 'Pa55word!'])('leaves of %s what is known by its value', (password) => {
		const { redact } = createRedaction([password]);

		const messages = Array.from({ length: 100 }, (_, width) => `${'x '.repeat(width)}"${password}" was refused`);

		// Nothing of two letters and more is left of it, wherever the message was cut.
		const parts = [...password].slice(1).map((_, at) => password.slice(at, at + 2));
		for (const message of messages) {
			const shown = redact(printable(message)).replaceAll(/\bwas|refused/g, '');
			expect(parts.filter((part) => shown.includes(part))).toEqual([]);
		}
	});

	it('leaves out words that are in another encoding, with what is left of them', () => {
		expect(printable(Buffer.from('refused "p\xe4ssw\xf6rd" \xff\xfd\x18\r\nLogin:', 'latin1').toString())).toBe(
			'refused Login:',
		);
	});

	it('says no more than there is room for', () => {
		expect(printable('a '.repeat(200), 9)).toBe('a a a a a');
		expect(printable('a'.repeat(200), 9)).toBe('');
	});
});

describe('printableEnd', () => {
	it('gives the last words, as a whole', () => {
		expect(printableEnd('welcome hunter2secret\r\n enter a key: ', 25)).toBe('enter a key:');
	});
});
