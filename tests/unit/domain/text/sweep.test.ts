import { describe, expect, it } from 'vitest';
import { LinearRegExp } from '../../../../src/domain/text/linear-reg-exp.ts';
import { inParts, sweepFor } from '../../../../src/domain/text/sweep.ts';

/** The lines, without their indentation, that a sweep for some patterns finds behind the first one. */
function found(patterns: readonly RegExp[], lines: readonly string[]): readonly string[] {
	const text = ['first', ...lines].join('\n');
	const swept = sweepFor(patterns)?.(text);
	if (swept === undefined) throw new Error('cannot be swept');
	let start = 'first'.length + 1;
	return lines.flatMap((line) => {
		const end = start + line.length;
		const isFound = swept.mayMatch(start, end);
		start = end + 1;
		return isFound ? [line.trimStart()] : [];
	});
}

describe('sweepFor', () => {
	it.each([
		['the start of a line', /^a/],
		['the end', /^a b$/],
		['the start or a blank', /(?:^|[\s"])a b/],
		['the start or a blank in front', /(?<=^|\s)a b/],
		['the start or a sign', /(?:^|-)a/],
		['optional words in front', /^(?:no )?a/],
		['what must not follow', /^a(?! ?b(?:c|d))/],
		['what must not stand in front', /(?<![\w(])a b/],
		['a sign of its own', /^\(?a [^)]/],
		['a group with a name', /^(?<name>a) b/d],
		['alternatives of its own', /^a b$|^x/],
		['capitals', /^A B/i],
	])('finds what stands at %s, however deep', (_, pattern) => {
		expect(found([pattern], ['a b', ' c', '   a b', 'c', '', ' a b', 'c'])).toEqual(['a b', 'a b', 'a b']);
	});

	it('takes no line for a part of the next one', () => {
		expect(found([/^a [^b]*b/, /^c\s+d/, /^e(?:\s|$)f/], ['a x', 'b', 'c', 'd', 'e', 'f', 'a xb'])).toEqual(['a xb']);
	});

	it('finds a line behind one that looks like it and forbids it', () => {
		expect(found([/^key (?!chain)\S+/], ['key chain', 'key x', ' key chain', 'key'])).toEqual([
			'key chain',
			'key x',
			'key chain',
		]);
	});

	it('finds what begins behind other signs each, a hyphen among them', () => {
		const patterns = [/(?:^|[\s"-])a/, /(?:^|[\s'>])b/, /(?:^|[\s=-])c/];
		const lines = ['x-a', 'x"a', "x'b", 'x>b', 'x=c', 'x-c', 'x b'];

		expect(found(patterns, [...lines, 'x$a', 'x%b', 'x0c'])).toEqual(lines);
	});

	it('finds lines that are asked about after others were left out', () => {
		const text = 'first\na 1\nb\na 2\nb\na 3';
		const swept = sweepFor([/^a/, /3$/])?.(text);

		expect([swept?.mayMatch(10, 11), swept?.mayMatch(12, 15), swept?.mayMatch(18, 21)]).toEqual([false, true, true]);
	});

	it('does not rule out the first line', () => {
		expect(sweepFor([/^a/])?.('b\nb').mayMatch(0, 1)).toBe(true);
	});

	it('keeps two texts apart', () => {
		const sweep = sweepFor([/^a/]);
		const [one, other] = [sweep?.('b\na\nb\na'), sweep?.('b\nb\nb\na')];

		expect([one?.mayMatch(2, 3), other?.mayMatch(2, 3), one?.mayMatch(4, 5)]).toEqual([true, false, false]);
		expect([other?.mayMatch(6, 7), one?.mayMatch(6, 7)]).toEqual([true, true]);
	});

	it.each([/(a)\1/, /(?<name>a)\k<name>/, /^a/m, /a./s, new LinearRegExp('^a')])(
		'has %s asked line by line',
		(pattern) => {
			expect(sweepFor([/^b/, pattern])).toBeNull();
		},
	);
});

describe('inParts', () => {
	it('finds the lines of a large text that the whole sweep finds, wherever a part ends', () => {
		const sweep = sweepFor([/^a .*z$/, /(?:^|\s)b \d/]);
		if (sweep === null) throw new Error('cannot be swept');
		const lines = Array.from(
			{ length: 90_000 },
			(_, index) => ['a line x', ' with b 1', 'a line z', ' another'][index % 4] ?? '',
		);
		const text = lines.join('\n');
		const [whole, parts] = [sweep(text), inParts(sweep)(text)];
		let start = 0;
		const differing = lines.filter((line) => {
			const end = start + line.length;
			const isOther = whole.mayMatch(start, end) !== parts.mayMatch(start, end);
			start = end + 1;
			return isOther;
		});

		expect(text.length).toBeGreaterThan(600_000);
		expect(differing).toEqual([]);
	});
});
