import { describe, expect, it } from 'vitest';
import { platforms } from '../../src/platforms/index.ts';
import { platformOf } from '../support/platform-of.ts';

/** Short lines first: a cubic pattern would take hours for the last. */
const LINE_LENGTHS = [1_000, 10_000, 100_000];

/** A linear pattern needs a few milliseconds for such a line, a quadratic one many seconds: this only tells the two apart. */
const HANG_GUARD_MS = 1_000;

const patterns = [...new Set(platforms.names.flatMap((name) => platformOf(name).masks))];

describe('the time that a pattern takes', () => {
	it.each(patterns)('grows with the line, not with its square: $id', ({ pattern, matches }) => {
		for (const line of LINE_LENGTHS.flatMap((length) => hostileLines(matches, length))) {
			const started = performance.now();
			pattern.test(line);
			const elapsedMs = performance.now() - started;

			expect(elapsedMs, `${line.slice(0, 60)}…`).toBeLessThan(HANG_GUARD_MS);
		}
	});
});

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
