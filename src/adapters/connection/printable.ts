/** Letters, digits and signs of every script: what is left out of a password would show the rest of it. */
const UNPRINTABLE = /[^\p{L}\p{M}\p{N}\p{P}\p{S}]+/u;

/** What decoding makes of bytes that are no text: of Telnet's commands, of another encoding. */
const UNREADABLE = '\ufffd';

/**
 * A server's own words, made fit for a message: one line without control characters. Words are left out as a whole: a
 * password that a device repeats is taken out by its value, and a part of one would not be known.
 *
 * @example
 * printable('% Invalid\r\n command') //=> '% Invalid command'
 */
export function printable(text: string, limit = 100): string {
	return within(wordsOf(text.slice(0, limit * 10)), limit).join(' ');
}

/**
 * The same for the last of these words.
 *
 * @example
 * printableEnd('Welcome\r\n Press a key', 11) //=> 'Press a key'
 */
export function printableEnd(text: string, limit: number): string {
	return within(wordsOf(text.slice(-limit * 10)).toReversed(), limit)
		.toReversed()
		.join(' ');
}

function wordsOf(text: string): readonly string[] {
	return text.split(UNPRINTABLE).filter((word) => word !== '' && !word.includes(UNREADABLE));
}

/** The first words, as many as there is room for. */
function within(words: readonly string[], limit: number): readonly string[] {
	let length = -1;
	const past = words.findIndex((word) => {
		length += word.length + 1;
		return length > limit;
	});
	return past === -1 ? words : words.slice(0, past);
}
