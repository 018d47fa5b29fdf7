import type { SpellingRule } from '../../platform/spelling-rules.ts';

type SortedRule = SpellingRule & { readonly kind: 'sorted' };

/** Words, or options with their values, in the order in which every other spelling has them. */
export function inAnyOrder(text: string, { pattern, valued }: SortedRule): string {
	const { head = '', values, tail = '' } = pattern.exec(text)?.groups ?? {};
	if (values === undefined) return text;
	const words = values.split(' ');
	const parts = valued === undefined ? words : optionsAmong(words, valued);
	return head + parts.toSorted().join(' ') + tail;
}

/** Each option with its value: `['key', '1', 'prefer']` is `['key 1', 'prefer']`. */
function optionsAmong(words: readonly string[], valued: RegExp): readonly string[] {
	const options: string[] = [];
	let awaitsValue = false;
	for (const word of words) {
		if (awaitsValue) options.push(`${options.pop()} ${word}`);
		else options.push(word);
		awaitsValue = !awaitsValue && valued.test(word);
	}
	return options;
}
