/**
 * The same text, on its own. An engine cuts a line out of a config by pointing into it, so that whoever keeps one line keeps
 * the whole config; what outlives a config is detached from it.
 */
export function detached(text: string): string {
	// What is joined of two is written out anew, and nothing points to what it came from.
	return [text.slice(0, 1), text.slice(1)].join('');
}
