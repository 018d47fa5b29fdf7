/**
 * A server's own words, made fit for a message: one line of printable ASCII.
 *
 * @example
 * printable('% Invalid\r\n command') //=> '% Invalid command'
 */
export function printable(text: string, limit = 100): string {
	return text
		.slice(0, limit * 10)
		.replaceAll(/[^\x21-\x7e]+/g, ' ')
		.trim()
		.slice(0, limit);
}
