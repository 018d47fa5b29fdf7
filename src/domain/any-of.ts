/**
 * Asks many patterns at once whether one of them matches: one alternation answers for the most lines, which match none.
 * Exact, and much faster than one question per pattern.
 *
 * Patterns that stand at the start of a line are asked apart from those that may stand anywhere, because the engine then
 * looks at the first character only. A back-reference means another group in an alternation, so such a pattern stays alone.
 */
export function anyOf(patterns: readonly RegExp[]): (text: string) => boolean {
	const alone = patterns.filter(hasBackReference).map(({ source, flags }) => new RegExp(source, comparable(flags)));
	const groups = Map.groupBy(
		patterns.filter((pattern) => !hasBackReference(pattern)),
		({ source, flags }) => `${source.startsWith('^') ? 'start' : 'anywhere'} ${comparable(flags)}`,
	);
	const gates = [...groups.values()].map(
		([first, ...more]) =>
			new RegExp(
				[first, ...more].map((pattern) => `(?:${withoutGroupNames(pattern?.source ?? '')})`).join('|'),
				comparable(first?.flags ?? ''),
			),
	);
	const all = [...gates, ...alone];
	return (text) => {
		for (const gate of all) if (gate.test(text)) return true;
		return false;
	};
}

function hasBackReference({ source }: RegExp): boolean {
	return /\\(?:[1-9]|k<)/.test(source);
}

/** Without the flags that change what a match tells, and not whether there is one. */
function comparable(flags: string): string {
	return flags.replaceAll(/[dgy]/g, '');
}

/** A name may stand only once in a regular expression. */
function withoutGroupNames(source: string): string {
	return source.replaceAll(/\(\?<(?![=!])[^>]+>/g, '(?:');
}
