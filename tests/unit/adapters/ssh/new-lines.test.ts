import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NewLines } from '../../../../src/adapters/ssh/new-lines.ts';

/** What comes of the pieces, one after another. */
function read(pieces: readonly string[]): string {
	const newLines = new NewLines();
	return pieces.map((piece) => newLines.read(Buffer.from(piece, 'latin1'))).join('');
}

describe('NewLines', () => {
	it.each([
		['NEL', 'R1# show\x1b[24;0H\x1bE\x1b[24;1Hend', 'R1# show\x1b[24;0H\n\x1b[24;1Hend'],
		['IL', 'R1# show\x1b[1;0H\x1b[1M\x1b[24;1H\x1b[1Lend', 'R1# show\x1b[1;0H\x1b[1M\x1b[24;1H\nend'],
		['IL without a count', 'a\x1b[Lb', 'a\nb'],
		['other sequences', '\x1b[?7l\x1b[2K\x1b]0;E\x07\x1b7E', '\x1b[?7l\x1b[2K\x1b]0;E\x07\x1b7E'],
		['a text without any', 'ESC E [L \xc3\xa9\r\n', 'ESC E [L \xc3\xa9\r\n'],
	])('reads %s', (_what, sent, text) => {
		expect(read([sent])).toBe(text);
	});

	it('reads the same, whatever pieces it comes in', () => {
		const sent = 'R1# \x1bEone\r\n\x1b[1M\x1b[24;1H\x1b[1Ltwo\x1b[24;12H\x1b[?25hx\x1bE';
		fc.assert(
			fc.property(fc.array(fc.nat(sent.length)), (places) => {
				const cuts = [0, ...places, sent.length].toSorted((one, other) => one - other);
				expect(read(cuts.map((cut, index) => sent.slice(cut, cuts[index + 1] ?? cut)))).toBe(read([sent]));
			}),
		);
	});
});
