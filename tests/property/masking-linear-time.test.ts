import { describe, expect, it } from 'vitest';
import { spellerOf } from '../../src/domain/compare/spellings/spelling.ts';
import { sweepOf } from '../../src/domain/masking/registry.ts';
import type { SweptText } from '../../src/domain/text/sweep.ts';
import { platforms } from '../../src/platforms/index.ts';
import { cpuTime } from '../support/cpu-time.ts';
import { platformOf } from '../support/platform-of.ts';

/** Short lines first: a cubic pattern would take hours for the last. */
const LINE_LENGTHS = [1_000, 10_000, 100_000];

/** A linear pattern needs a few milliseconds for such a line, a quadratic one many seconds: this only tells the two apart. */
const HANG_GUARD_MS = 1_000;

/** What spellings look for, over and over. */
const HOSTILE_PARTS = [
	...['Gi', 'Gi0/1 ', '1:', ':', 'a:b::', '10.0.0.1 ', '255.0.0.0 ', '00:11:', ' ', 'host '],
	...['"', '[find ', 'add a=', 'add address=192.0.2.1/24 interface=a network=', 'add chain=', 'Common/'],
	...['01234567-89ab-cdef-0123-456789abcdef ', 'set interface a alias 1 mask-length '],
];

/** Work that grows with the square of such a text takes seconds. */
const TEXT_LENGTH = 200_000;

const patterns = [...new Set(platforms.names.flatMap((name) => platformOf(name).masks))];

describe('the time that a pattern takes', () => {
	it.each(patterns)('grows with the line, not with its square: $id', ({ pattern, matches }) => {
		for (const line of LINE_LENGTHS.flatMap((length) => hostileLines(matches, length))) {
			const cpuMs = cpuTime();
			pattern.test(line);
			expect(cpuMs(), `${line.slice(0, 60)}…`).toBeLessThan(HANG_GUARD_MS);
		}
	});
});

describe('the time that the other rules of a platform take', () => {
	it.each(platforms.names)('grows with the line, not with its square: %s', (name) => {
		const platform = platformOf(name);
		const { syntax, lists = [], defaults = [], numbers = [] } = platform;
		const rules: readonly (readonly [RegExp, readonly string[]])[] = [
			...lists.map(({ pattern, matches }) => [pattern, matches] as const),
			...defaults.map(({ line, matches }) => [line, matches] as const),
			...numbers.map(
				({ numbered }) => [numbered, ['10 permit ip any any', 'ip prefix-list A seq 5 permit 10.0.0.0/8']] as const,
			),
			...syntax.frame.map((frame) => [frame, ['*Mar  1 00:00:05.123: %LINK-3-UPDOWN: x', 'end']] as const),
		];
		const speller = spellerOf(platform);
		const inTime = (line: string, ask: (line: string) => unknown, what: string): void => {
			const cpuMs = cpuTime();
			ask(line);
			expect(cpuMs(), `${what}: ${line.slice(0, 60)}…`).toBeLessThan(HANG_GUARD_MS);
		};
		for (const [pattern, matches] of rules) {
			for (const line of LINE_LENGTHS.flatMap((length) => hostileLines(matches.slice(0, 1), length))) {
				inTime(line, (text) => pattern.test(text), pattern.source);
			}
		}
		for (const part of HOSTILE_PARTS) {
			for (const length of LINE_LENGTHS) inTime(part.repeat(length / part.length), speller, 'spelling');
		}
	});
});

describe('the time that masks take for a whole text', () => {
	it('grows with the text, not with its square, however many lines begin like a masked one', () => {
		for (const { id, pattern, matches } of patterns) {
			const sweep = sweepOf([pattern]);
			for (const part of matches.slice(0, 1).flatMap(halfLines)) {
				const text = part.repeat(Math.ceil(TEXT_LENGTH / part.length));
				const cpuMs = cpuTime();
				askAboutAllLines(text, sweep(text));
				expect(cpuMs(), `${id}: ${part}`).toBeLessThan(HANG_GUARD_MS);
			}
		}
	});
});

function askAboutAllLines(text: string, swept: SweptText): void {
	for (let start = 0, end = 0; start < text.length; start = end + 1) {
		end = text.indexOf('\n', start);
		swept.mayMatch(start, end < 0 ? text.length : end);
		if (end < 0) return;
	}
}

/** A line that ends in front of its secret, in a quote, and in what a list or a comment would end with. */
function halfLines(match: string): readonly string[] {
	const head = match.slice(0, match.lastIndexOf(' ') + 1);
	return [`${head}\n`, `${head}"\n`, `${head}[x(\n`, '\n'];
}

/** Lines that keep a pattern busy: what it wants to read, over and over, and never the end. */
function hostileLines(matches: readonly string[], length: number): readonly string[] {
	/** The control character at the end matches no pattern. */
	const fill = (head: string, part: string): string =>
		`${head}${part.repeat(Math.ceil((length - head.length) / part.length))}\u0001`;
	return matches.flatMap((match) => {
		const words = match.split(' ');
		return [
			fill('', `${match} `),
			fill('', match),
			fill(match, ' '),
			...words.flatMap((word, at) => {
				const head = words.slice(0, at + 1).join(' ');
				return [fill(`${head} `, `${word} `), fill(`${head} `, 'x'), fill(`${head} `, '1'), fill(head, ' ')];
			}),
		];
	});
}
