import type { SpellingRule } from '../../platform/equivalence-rules.ts';

type OrderlessRule = SpellingRule & { readonly kind: 'sorted' | 'options' };

/** Words, or options with their values, in the order in which every other spelling has them. */
export function inAnyOrder(text: string, rule: OrderlessRule): string {
	const { head = '', values, tail = '' } = rule.pattern.exec(text)?.groups ?? {};
	if (values === undefined) return text;
	const words = values.split(' ');
	const parts = rule.kind === 'options' ? optionsAmong(words, rule.valued) : words;
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
