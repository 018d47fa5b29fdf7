import { describe, expect, it } from 'vitest';
import type { ConfigLine } from '../../src/domain/config/config-line.ts';
import { isReplaced, type Span } from '../../src/domain/masking/find-values.ts';
import { maskLines } from '../../src/domain/masking/mask-content.ts';
import type { MaskingPattern } from '../../src/domain/masking/pattern.ts';
import { type CompiledMasks, compileMasks } from '../../src/domain/masking/registry.ts';
import { readings } from '../support/readings.ts';

/** Stands where a statement may stand, and is no secret. */
const HARMLESS = 'zzz';

describe.each(readings.map((reading) => [reading.folder, reading.platform] as const))('%s', (_, platform) => {
	const masks = compileMasks(platform, { fingerprintKey: 'property' });
	const secretMasks = masks.lineMasks.filter(({ kind, action }) => kind !== 'volatile' && action === 'replace');

	it('hides the secrets of every example, whichever mask comes first', () => {
		const told = secretMasks.flatMap((mask) =>
			mask.matches.filter((line) => leaks(line, secretsOf(line, mask), [masks, mask])),
		);

		expect(told).toEqual([]);
	});

	it('hides two secrets of one form in one line, wherever the second one would be hidden by itself', () => {
		const told = secretMasks.flatMap((mask) =>
			mask.matches.flatMap((line) => {
				const secrets = secretsOf(line, mask);
				const others = secrets.map(another);
				const end = endOf(line, mask);
				return startsOf(line, mask).flatMap((start) => {
					const [front, one, tail] = [line.slice(0, start), line.slice(start, end), line.slice(end)];
					const other = withOthers(one, secrets);
					if (!isHiddenAlone(front, other + tail, others, [masks, mask])) return [];
					return [' ', ' x ', '; ']
						.map((between) => `${front}${one}${between}${other}${tail}`)
						.filter((both) => leaks(both, [...secrets, ...others], [masks, mask]));
				});
			}),
		);

		expect(told).toEqual([]);
	});

	it('hides the secrets of two masks in one line, wherever the second one would be hidden by itself', () => {
		const examples = secretMasks.map((mask) => ({ mask, line: mask.matches[0] ?? '' }));
		const anywhere = examples
			.map(({ mask, line }) => ({ mask, line, secrets: secretsOf(line, mask) }))
			.map(({ mask, line, secrets }) => ({ mask, line: withOthers(line, secrets), secrets: secrets.map(another) }))
			.filter(({ mask, line, secrets }) => isHiddenAlone('', line, secrets, [masks, mask]));

		// Some are known by standing at the end of their line.
		const before = examples.filter(
			({ mask, line }) => !leaks(`${line} ${HARMLESS}`, secretsOf(line, mask), [masks, mask]),
		);
		const told = before.flatMap(({ mask, line }) =>
			anywhere
				.filter((other) =>
					leaks(`${line} ${other.line}`, [...secretsOf(line, mask), ...other.secrets], [masks, mask, other.mask]),
				)
				.map((other) => `${line} ${other.line}`),
		);

		expect(told).toEqual([]);
	});
});

function secretsOf(line: string, { pattern }: MaskingPattern): readonly string[] {
	return spansOf(line, pattern).map(([start, end]) => line.slice(start, end));
}

function spansOf(line: string, pattern: MaskingPattern['pattern']): readonly Span[] {
	return Object.entries(pattern.exec(line)?.indices?.groups ?? {})
		.flatMap(([name, span]) => (span !== undefined && isReplaced(name) ? [span] : []))
		.toSorted(([one], [other]) => one - other);
}

/** Where a statement with the secret may begin: at every word in front of it. */
function startsOf(line: string, { pattern }: MaskingPattern): readonly number[] {
	const [first = 0] = spansOf(line, pattern)[0] ?? [];
	return [0, ...[...line.slice(0, first).matchAll(/\s(?=\S)/g)].map(({ index }) => index + 1)];
}

/** Behind the word that holds the last secret, with its quotes and what an URL goes on with. */
function endOf(line: string, { pattern }: MaskingPattern): number {
	const last = spansOf(line, pattern).at(-1)?.[1] ?? line.length;
	return last + (/^\S*/.exec(line.slice(last))?.[0].length ?? 0);
}

function withOthers(text: string, secrets: readonly string[]): string {
	return secrets.reduce((changed, secret) => changed.replace(secret, () => another(secret)), text);
}

/** Another secret of the same form: hexadecimal stays so, and so does what tells the kind of a hash. */
function another(secret: string): string {
	const isHex = /^[0-9a-f:x]+$/i.test(secret);
	return secret.replaceAll(/[A-Za-z0-9]{2,}/g, (word, at) =>
		at === 1 && secret.startsWith('$')
			? word
			: word.replaceAll(/\d|[a-f]|[A-F]|[g-z]|[G-Z]/g, (char) => next(char, isHex)),
	);
}

function next(char: string, isHex: boolean): string {
	const sets = [
		'0123456789',
		...(isHex ? ['abcdef', 'ABCDEF'] : ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ']),
	];
	const set = sets.find((one) => one.includes(char)) ?? char;
	return set.charAt((set.indexOf(char) + 3) % set.length);
}

/** Whether it is hidden behind a word that says nothing, and that word is not taken for a part of it. */
function isHiddenAlone(
	front: string,
	statement: string,
	secrets: readonly string[],
	by: readonly [CompiledMasks, ...MaskingPattern[]],
): boolean {
	const line = `${front}${HARMLESS} ${statement}`;
	return !leaks(line, secrets, by) && masked(line, by).startsWith(`${front}${HARMLESS} `);
}

/** Words that a command holds too tell nothing. */
function leaks(line: string, secrets: readonly string[], by: readonly [CompiledMasks, ...MaskingPattern[]]): boolean {
	const left = masked(line, by);
	return secrets.some((secret) => secret.length > 2 && left.includes(secret));
}

/** The line as it is left in the section that the given masks ask for. */
function masked(text: string, [masks, ...here]: readonly [CompiledMasks, ...MaskingPattern[]]): string {
	const lineMasks = masks.lineMasks.map((mask) => (here.includes(mask) ? { ...mask, within: undefined } : mask));
	const line: ConfigLine = { number: 1, raw: text, text, role: 'statement', parent: -1, block: null };
	return maskLines([line], { ...masks, lineMasks, mayMatch: () => true })
		.lines.map((left) => left.text)
		.join('');
}
