import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanOutput } from '../../../../src/adapters/ssh/clean-output.ts';
import { iosLikePager } from '../../../../src/platforms/shared/ios-like-cli.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

const PAGER = /<?-+ ?[Mm]ore ?-+>?\s*$/;

const clean = (raw: string, pages: readonly number[] = []): string =>
	cleanOutput({ chunks: [raw], ascii: /^[\x00-\x7f]*$/.test(raw), pages }, PAGER);

describe('cleanOutput', () => {
	it.each([
		['keeps leading and trailing blanks', ' ip address 192.0.2.1  \n  x\n', ' ip address 192.0.2.1  \n  x\n'],
		['ends lines at \\r\\n and \\r\\r\\n', 'a\r\nb\r\r\nc', 'a\nb\nc'],
		['ends lines at \\n\\r', 'a\n\rb\n\rR1# ', 'a\nb\nR1# '],
		['takes colours out', '\x1b[1;32minterface\x1b[0m \x1b[4mEthernet1\x1b[m', 'interface Ethernet1'],
		['takes modes, titles and charsets out', '\x1b[?2004h\x1b]0;R1\x07\x1b(Ba\x1b=b\x1b>', 'ab'],
		['takes NUL and BEL out', 'a\0b\x07', 'ab'],
		['keeps the ^C of a banner', 'banner motd \x03', 'banner motd \x03'],
		['erases with backspaces', 'abcd\b\b  \b\b', 'ab'],
		['writes over with backspaces', 'abXX\b\bcd', 'abcd'],
		['goes back at a carriage return', '%Progress 10\r%Progress 99', '%Progress 99'],
		['erases to the end of the line', 'junk\r\x1b[Kline', 'line'],
		['erases the whole line', 'junk\x1b[2K\rline', 'line'],
		['moves the cursor', 'abc\x1b[3Dx\x1b[1Cz', 'xbz'],
		['moves to a column', 'abc\x1b[1Gx\x1b[24;3Hz', 'xbz'],
		['survives a sequence that is cut off', 'a\x1b[', 'a'],
		['keeps tabs', '\tx\ty', '\tx\ty'],
	])('%s', (_name, raw, text) => {
		expect(clean(raw)).toBe(text);
	});

	it('drops a pager that was answered, wiped out or not, in the middle of a word too', () => {
		expect(clean('a\n--More--\r        \r b\n', [10])).toBe('a\n b\n');
		expect(clean('a\n--More-- b\n', [10])).toBe('a\n b\n');
		expect(clean('a\n--More--\nb\n', [10])).toBe('a\nb\n');
		expect(clean('descr--More--\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\biption\n', [13])).toBe('description\n');
		expect(clean('descr--More--iption\n', [13])).toBe('description\n');
	});

	it('keeps the blank that stands in front of a pager in the middle of a line, and the half of a letter', () => {
		const { prompt } = iosLikePager;
		for (const ask of ['--More--', ' --More-- ']) {
			const back = '\b'.repeat(ask.length);
			const wiped = `${ask}${back}${' '.repeat(ask.length)}${back}`;
			for (const [before, after] of [
				['60 ', 'deny ip any any'],
				['voil\xc3', '\xa0 tout'],
				['voil\xc3\xa0', ' tout'],
			]) {
				const pages = [`${before}${ask}`.length];
				const whole = Buffer.from(`${before}${after}`, 'latin1').toString();

				expect(cleanOutput({ chunks: [`${before}${wiped}${after}\n`], ascii: false, pages }, prompt)).toBe(
					`${whole}\n`,
				);
			}
		}
	});

	it('reads chunks as it reads the whole', () => {
		const lines = ['plain\r\n', '\x1b[1mbold\x1b[m\r\n', ' two\n', '--More--\r        \r three\r\n', 'R1# '];
		const pages = [lines.slice(0, 3).join('').length + 8];

		for (const chunks of [[lines.join('')], lines, [lines.slice(0, 2).join(''), lines.slice(2).join('')]]) {
			expect(cleanOutput({ chunks, ascii: true, pages }, PAGER)).toBe('plain\nbold\n two\n three\nR1# ');
		}
	});

	it('keeps what only looks like a pager', () => {
		expect(clean(' description --More--\n')).toBe(' description --More--\n');
	});

	it('keeps it where it was answered, and the line ends there', () => {
		const line = ' description --More--';

		for (const end of ['\n', '\r\n', '\r\r\n']) expect(clean(`${line}${end} b\n`, [line.length])).toBe(`${line}\n b\n`);
		expect(clean(`${line}\r${' '.repeat(line.length)}\r next\n`, [line.length])).toBe(' next\n');
	});

	it('reads UTF-8, and latin1 where it is none', () => {
		expect(clean(Buffer.from('Zürich – 東京').toString('latin1'))).toBe('Zürich – 東京');
		expect(clean('Z\xfcrich')).toBe('Zürich');
	});

	it('changes nothing in plain text', () => {
		const line = fc.string({ unit: fc.constantFrom(...' !#<>-abcXYZ019"^\\{}[];\t') });
		fc.assert(
			fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r\r\n'), (lines, newline) => {
				expect(clean(lines.join(newline))).toBe(lines.join('\n'));
			}),
		);
	});

	it('leaves no control character that a terminal would act upon, whatever comes', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'ab \x1b[;0DKHm]\x07\b\r\n\0\x7f') }), (raw) => {
				expect(clean(raw)).not.toMatch(/[\0\x07\b\r\x1b\x7f]/);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('stops at the margin, so that no sequence fills the memory', () => {
		expect(clean(`${'\x1b[999C'.repeat(1_000)}x`)).toBe(`${' '.repeat(1_000)}x`);
		expect(clean(`${'x'.repeat(2_000)}\x1b[Cy`)).toBe(`${'x'.repeat(2_000)}y`);
	});

	it('takes time in proportion to the text', () => {
		const hostile = [
			'\x1b['.repeat(200_000),
			`\x1b]${'x'.repeat(400_000)}`,
			'\x1b[999999C'.repeat(40_000),
			'a\b'.repeat(200_000),
			`${'x'.repeat(100_000)}${'\x1b[1K'.repeat(100_000)}`,
			`${'x'.repeat(100_000)}\r${'\x1b[P'.repeat(100_000)}`,
		];
		const cpuMs = cpuTime();

		for (const raw of hostile) clean(raw);

		expect(cpuMs()).toBeLessThan(2_000);
	});
});
