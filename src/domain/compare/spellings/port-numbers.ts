import type { SpellingRule } from '../../platform/spelling-rules.ts';

type PortRule = SpellingRule & { readonly kind: 'ports' };

/**
 * A number for each name that stands behind one of some words, or behind other names and numbers there. Goes from such a word to
 * the next: to split a line and join it again takes several times as long, and every entry of an access list would be.
 */
export function portNumbersStep({ pattern, behind, values }: PortRule): (text: string) => string {
	const inFront = new RegExp(`(?:^| )(?:${[...behind].join('|')}) `, 'g');
	// Of an object V8 would look every word up among the names of all properties first.
	const numbers = new Map(Object.entries(values));
	return (text) => {
		if (!pattern.test(text)) return text;
		let spelled = '';
		let done = 0;
		inFront.lastIndex = 0;
		while (inFront.test(text)) {
			for (let start = inFront.lastIndex, isPort = true; isPort; ) {
				const blank = text.indexOf(' ', start);
				const end = blank === -1 ? text.length : blank;
				const word = text.slice(start, end);
				const value = numbers.get(word);
				if (value !== undefined) {
					spelled += text.slice(done, start) + value;
					done = end;
				}
				isPort = blank !== -1 && (value !== undefined || behind.has(word) || /^\d+$/.test(word));
				inFront.lastIndex = end;
				start = end + 1;
			}
		}
		return done === 0 ? text : spelled + text.slice(done);
	};
}
