/** The places of the statements that are found by one, in their order. */
export type StatementSearch = (text: string) => readonly number[];

/**
 * What a device finds among statements: those that are equal, or, `byWords`, those that have all words of the one and more.
 * A firewall may have tens of thousands of them, so only those are looked at that share its rarest word.
 */
export function searchStatements(
	statements: readonly string[],
	{ byWords }: { readonly byWords: boolean },
): StatementSearch {
	const keysOf = byWords ? wordsOf : (text: string): ReadonlySet<string> => new Set([text]);
	const keys = statements.map(keysOf);
	const places = new Map<string, number[]>();
	for (const [place, own] of keys.entries()) {
		for (const key of own) {
			const known = places.get(key);
			if (known === undefined) places.set(key, [place]);
			else known.push(place);
		}
	}
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
