import { atOnce, inPortions, type Steps } from '../steps.ts';

/** The places of the statements that are found by one, in their order. */
export type StatementSearch = (text: string) => readonly number[];

/**
 * What a device finds among statements: those that are equal, or, `byWords`, those that have all words of the one and more.
 * A firewall may have tens of thousands of them, so only those are looked at that share its rarest word.
 */
export function searchStatements(
	statements: readonly string[],
	options: { readonly byWords: boolean },
): StatementSearch {
	return atOnce(searchInSteps(statements, options));
}

/** The same, with the words of the statements taken in in steps. */
export function* searchInSteps(
	statements: readonly string[],
	{ byWords }: { readonly byWords: boolean },
): Steps<StatementSearch> {
	const keysOf = byWords ? wordsOf : (text: string): ReadonlySet<string> => new Set([text]);
	const keys: ReadonlySet<string>[] = [];
	const places = new Map<string, number[]>();
	yield* inPortions(statements, (statement) => {
		const own = keysOf(statement);
		for (const key of own) {
			const known = places.get(key);
			if (known === undefined) places.set(key, [keys.length]);
			else known.push(keys.length);
		}
		keys.push(own);
	});
	const everywhere = [...statements.keys()];
	const find: StatementSearch = (text) => {
		const wanted = keysOf(text);
		const candidates = [...wanted]
			.map((key): readonly number[] => places.get(key) ?? [])
			.reduce((fewest, some) => (some.length < fewest.length ? some : fewest), everywhere);
		return candidates.filter((place) => wanted.isSubsetOf(keys[place] ?? new Set()));
	};
	const found = new Map<string, readonly number[]>();
	return (text) => {
		const known = found.get(text) ?? find(text);
		found.set(text, known);
		return known;
	};
}

/** `comment="a b"` is one word. */
function wordsOf(text: string): ReadonlySet<string> {
	return new Set(text.match(/(?:"(?:[^"\\]|\\.)*"|[^\s"])+/g));
}
