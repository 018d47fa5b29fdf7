import { expect, it } from 'vitest';
import { platforms } from '../../src/platforms/index.ts';
import { cpuTime } from '../support/cpu-time.ts';
import { platformOf } from '../support/platform-of.ts';

const LENGTH = 40_000;
/** Linear work takes less than one; quadratic work more than a hundred. */
const MOST_MS = 50;

/** Every pattern of a platform that is asked about lines of a config. Prompts and pagers are asked about short lines only. */
function patternsIn(value: unknown, found = new Map<string, RegExp>()): ReadonlyMap<string, RegExp> {
	if (value instanceof RegExp) found.set(`${value}`, new RegExp(value.source, value.flags.replaceAll(/[gy]/g, '')));
	else if (typeof value === 'object' && value !== null)
		for (const [name, part] of Object.entries(value)) if (name !== 'cli') patternsIn(part, found);
	return found;
}

/** Its words and others over and over, also behind what the pattern begins with. */
function hostileLines({ source }: RegExp): readonly string[] {
	const words = [...new Set(source.match(/[A-Za-z]{3,}/g))].slice(0, 5);
	const [beginning = ''] = /(?<=^\^)[\w /<-]+/.exec(source) ?? [];
	const values = source.includes('=') ? words.map((word) => ` ${word}=192.0.2.1`) : [];
	const pieces = ['a', '1', ' ', 'a ', "\\'", ...words, ...words.map((word) => `${word} `), ...values];
	return pieces.flatMap((piece) => {
		const line = piece.repeat(LENGTH / piece.length);
		return [line, beginning + line, `${beginning}${line}\u0001`];
	});
}

function leastMs(pattern: Pick<RegExp, 'test'>, line: string): number {
	const tries = [1, 2, 3];
	let least = Number.POSITIVE_INFINITY;
	for (const _ of tries) {
		const cpuMs = cpuTime();
		pattern.test(line);
		least = Math.min(least, cpuMs());
		if (least < MOST_MS) break;
	}
	return least;
}

it('reads a line in time that grows with its length, whatever stands in it', () => {
	const slow = [...patternsIn(platforms.names.map(platformOf))].filter(([, pattern]) =>
		hostileLines(pattern).some((line) => leastMs(pattern, line) >= MOST_MS),
	);

	expect(slow.map(([source]) => source)).toEqual([]);
});

it('masks a line in such a time, however long one of its words is', () => {
	const slow = platforms.names
		.flatMap((name) => platformOf(name).masks)
		.filter(({ pattern, matches }) => matches.flatMap(withLongWords).some((line) => leastMs(pattern, line) >= MOST_MS));

	expect(slow.map(({ id }) => id)).toEqual([]);
});

/** The line as often as it has words, each time with another one over and over, and without what stands behind it. */
function withLongWords(line: string): readonly string[] {
	return [...line.matchAll(/[A-Za-z]{3,}/g)].map(
		({ 0: word, index }) => line.slice(0, index) + word.repeat(LENGTH / word.length),
	);
}
