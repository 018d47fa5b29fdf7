import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/domain/text/decode-text.ts';

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('decodeText', () => {
	it('takes a byte order mark away', () => {
		expect(decodeText(Buffer.from('\uFEFFa\r\nZürich\n'), 'utf-8')).toEqual({ status: 'read', text: 'a\r\nZürich\n' });
	});

	it.each([
		['UTF-16', utf16('a\n'), 'is in UTF-16', 1],
		['UTF-16, the high byte first', utf16('a\n').swap16(), 'is in UTF-16', 1],
		['a NUL byte', Buffer.from('a\nb\0\n'), 'holds a NUL byte', 2],
		['latin1', Buffer.from('a\nb\nZürich\n', 'latin1'), 'is not in UTF-8', 3],
	])('refuses %s where it has to be UTF-8, with the line', (_, bytes, why, line) => {
		expect(decodeText(bytes, 'utf-8')).toMatchObject({ status: 'refused', why, line });
	});

	it.each([
		['UTF-8', Buffer.from('Zürich\n')],
		['latin1', Buffer.from('Zürich\n', 'latin1')],
		['UTF-16', utf16('Zürich\n')],
		['UTF-16, the high byte first', utf16('Zürich\n').swap16()],
	])('reads %s where nobody says what it is', (_, bytes) => {
		expect(decodeText(bytes, 'any')).toEqual({ status: 'read', text: 'Zürich\n' });
	});

	it('takes only the lines as latin1 that are no UTF-8', () => {
		const bytes = Buffer.concat([Buffer.from('Zürich\n'), Buffer.from('Köln\n', 'latin1')]);

		expect(decodeText(bytes, 'any')).toEqual({ status: 'read', text: 'Zürich\nKöln\n' });
	});

	it.each(['utf-8', 'any'] as const)('takes no pointer of Git LFS for the file (%s)', (encoding) => {
		const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935\nsize 12345\n';

		expect(decodeText(Buffer.from(pointer), encoding)).toMatchObject({
			status: 'refused',
			why: 'is a pointer of Git LFS and not the file itself',
		});
		// A router may say such a thing of itself.
		const config = `version 15.9\nhostname edge-01\nbanner motd ^\n${pointer}^\nend\n`;
		expect(decodeText(Buffer.from(config), encoding)).toEqual({ status: 'read', text: config });
	});

	it.each(['utf-8', 'any'] as const)('says that a file is encrypted by git-crypt (%s)', (encoding) => {
		const encrypted = Buffer.from('\0GITCRYPT\0\u0012\u0034', 'latin1');

		expect(decodeText(encrypted, encoding)).toMatchObject({ status: 'refused', why: 'is encrypted by git-crypt' });
	});

	it('refuses what is no text in any encoding', () => {
		expect(decodeText(Buffer.from('a\0'), 'any')).toMatchObject({ status: 'refused', why: 'holds a NUL byte' });
	});
});
