/**
 * Words of which one is to be chosen, as a sentence names them.
 *
 * @example
 * alternatives(['ssh', 'netconf', 'rest']) //=> 'ssh, netconf or rest'
 */
export function alternatives(words: readonly string[]): string {
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
