import { describe, expect, it } from 'vitest';
import { scanLines } from '../../../../src/domain/config/scan-lines.ts';
import { aPlatform } from '../../../support/a-platform.ts';

const { syntax } = aPlatform();

/** `statement interface 1 <- 0`: role, text and the number of the parent's line. */
function scanned(text: string): readonly string[] {
	const lines = scanLines(text, syntax);
	return lines.map(
		({ role, text: line, parent }) => `${role} ${line}${parent === -1 ? '' : ` < ${lines[parent]?.text}`}`,
	);
}

const texts = (text: string): readonly string[] => scanLines(text, syntax).map(({ raw }) => raw);

describe('scanLines', () => {
	it('finds the parent by indentation, however deep a level is', () => {
		expect(scanned('a\n b\n  c\n b2\n     d\n  e\nf\n')).toEqual([
			'statement a',
			'statement b < a',
			'statement c < b',
			'statement b2 < a',
			'statement d < b2',
			'statement e < b2',
			'statement f',
		]);
	});

	it.each([
		['LF', 'a\n b\n'],
		['CRLF', 'a\r\n b\r\n'],
		['CR CR LF, as some devices send', 'a\r\r\n b\r\r\n'],
		['CR', 'a\r b\r'],
		['none at the end', 'a\n b'],
		['a byte order mark in front', '\uFEFFa\n b\n'],
		['NULs in between', '\0a\n\0 b\0\n'],
		['blanks at the ends', 'a \t\n b   \n'],
	])('reads the same lines with line ends of %s', (_, text) => {
		expect(texts(text)).toEqual(['a', ' b']);
	});

	it('numbers lines as the text that came in does, blank ones included', () => {
		const lines = scanLines('a\r\n\r\n b\r\n!\r\nc\r\n', syntax);

		expect(lines.map(({ number, role }) => `${number} ${role}`)).toEqual([
			'1 statement',
			'2 blank',
			'3 statement',
			'4 comment',
			'5 statement',
		]);
	});

	it('finds no line in an empty text', () => {
		expect(scanLines('', syntax)).toEqual([]);
		expect(scanned('\n')).toEqual(['blank ']);
	});

	it('takes comments, closers and frame lines for what they are, below the section in which they stand', () => {
		expect(scanned('a\n ! remark\n b\n exit\n!\nend\n')).toEqual([
			'statement a',
			'comment ! remark < a',
			'statement b < a',
			'closer exit < a',
			'comment !',
			'frame end',
		]);
	});

	it('reads a block first: nothing in it is a comment, an end or a section', () => {
		expect(scanned('banner motd #\n! x\nend\n exit\nbanner login %\n#\nhostname a\n')).toEqual([
			'statement banner motd #',
			'body ! x < banner motd #',
			'body end < banner motd #',
			'body exit < banner motd #',
			'body banner login % < banner motd #',
			'body # < banner motd #',
			'statement hostname a',
		]);
	});

	it('ends a block on the line that starts it, where that holds its end', () => {
		expect(scanned('banner motd #hello#\nhostname a\n')).toEqual([
			'statement banner motd #hello#',
			'statement hostname a',
		]);
	});

	it('ends a block behind text of its last line', () => {
		expect(scanned('banner motd #one\ntwo#\nhostname a\n')).toEqual([
			'statement banner motd #one',
			'body two# < banner motd #one',
			'statement hostname a',
		]);
	});
});
