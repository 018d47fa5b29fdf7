/**
 * The same text, on its own. An engine cuts a line out of a config by pointing into it, so that whoever keeps one line keeps
 * the whole config; what outlives a config is detached from it.
 */
export function detached(text: string): string {
	// Joining makes a new string, from which the cut is made.
	return ` ${text}`.slice(1);
}
