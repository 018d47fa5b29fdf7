/** How a line begins, and how long it is. */
interface FirstWords {
	/** How many words it has in all; a longer line counts as one of MAX_WORDS. */
	readonly words: number;
	/** The first ones, with single blanks between them. */
	readonly key: string;
}

/** Longer common beginnings than this tell nothing more, and a hostile line may have a million words. */
export const MAX_KEY_WORDS = 12;

const MAX_WORDS = 2 * MAX_KEY_WORDS + 1;

const BLANK = 0x20;

/** Goes through the characters: to split every line of a section, at every length of a key, costs several times as much. */
export function firstWords(text: string, length: number): FirstWords {
	let words = 1;
	let end = text.length;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code > BLANK && code < 0x7f) continue;
		if (code !== BLANK || text.charCodeAt(at + 1) === BLANK) return firstOfSplit(text, length);
		if (words === length) end = at;
		words += 1;
	}
	if (/^["<]/.test(text)) return firstOfSplit(text, length);
	return { words: Math.min(words, MAX_WORDS), key: text.slice(0, end) };
}

/** The first words alone: what stands behind them is not looked at. */
export function keyOf(text: string, length: number): string {
	if (/^["<]/.test(text)) return firstOfSplit(text, length).key;
	let words = 1;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code > BLANK && code < 0x7f) continue;
		if (code !== BLANK || text.charCodeAt(at + 1) === BLANK) return firstOfSplit(text, length).key;
		if (words === length) return text.slice(0, at);
		words += 1;
	}
	return text;
}

function firstOfSplit(text: string, length: number): FirstWords {
	const words = wordsOf(text);
	return { words: words.length, key: words.slice(0, length).join(' ') };
}

/** `"mtu": 9100` and `<mtu>9100</mtu>`: a name and one value, whatever its words. */
const DOCUMENT_PART = /^(?<name>"[^"]*":|<[^<>/]+>) ?(?<value>.+)$/;

function wordsOf(text: string): readonly string[] {
	const part = DOCUMENT_PART.exec(text)?.groups;
	if (part !== undefined) return [part.name ?? '', part.value ?? ''];
	return text.split(UNUSUAL_BLANKS.test(text) ? /\s+/ : ' ', MAX_WORDS);
}

const UNUSUAL_BLANKS = /[^\S ]| {2}/;
