/**
 * A line without the word that takes it back: `no ip address A` is another value of what `ip address B` says.
 *
 * @param negation - with its blank: `no `
 */
export function withoutNegation(text: string, negation: string): string {
	return text.startsWith(negation) ? text.slice(negation.length) : text;
}
