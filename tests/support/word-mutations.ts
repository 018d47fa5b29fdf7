/** What a line says after one change to one word or number of it; null: it is gone. */
export interface WordMutation {
	readonly kind: 'number' | 'word' | 'swapped' | 'negated' | 'gone';
	readonly line: string | null;
}

/** Of an address the first part only: what stands behind it may be that of a host, which a network has no use for. */
const NUMBER = /(?<![\d.])\d{1,9}/g;

/** Every line that differs from this one in a number, in a word, in the order of two words or in whether it holds. */
export function wordMutationsOf(line: string, negation: string): readonly WordMutation[] {
	const body = line.trim();
	const indentation = line.slice(0, line.indexOf(body));
	const put = (from: number, to: number, text: string): string =>
		`${indentation}${body.slice(0, from)}${text}${body.slice(to)}`;
	const words = [...body.matchAll(/\S+/g)];

	const numbers = [...body.matchAll(NUMBER)].flatMap(({ 0: text, index }) =>
		[Number(text) + 1, Number(text) - 1]
			.filter((number) => number >= 0)
			.map((number) => ({ kind: 'number' as const, line: put(index, index + text.length, `${number}`) })),
	);
	const others = words
		.filter(({ 0: text }) => /[a-z]/i.test(text))
		.map(({ 0: text, index }) => {
			const other = text.replace(/[a-z]/i, (letter) => (letter.toLowerCase() === 'z' ? 'q' : 'z'));
			return { kind: 'word' as const, line: put(index, index + text.length, other) };
		});
	const swapped = words.slice(1).map((second, at) => {
		const first = words[at] ?? second;
		const end = second.index + second[0].length;
		return { kind: 'swapped' as const, line: put(first.index, end, `${second[0]} ${first[0]}`) };
	});
	const isNegated = body.startsWith(negation);
	const negated = isNegated ? body.slice(negation.length) : `${negation}${body}`;
	return [
		...numbers,
		...others,
		...swapped,
		{ kind: 'negated', line: `${indentation}${negated}` },
		{ kind: 'gone', line: null },
	];
}
