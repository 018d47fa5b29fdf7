/** An entry whose number is its place: `20 deny ip any any`, `ip prefix-list A seq 5 permit …`, `route-map A permit 10`. */
export function isNumbered(text: string): boolean {
	return /^(?:rule |seq |entry )?\d+ |^entry \d+$|\bseq \d+ |^route-map \S+ (?:permit|deny) \d+$/.test(text);
}

/** Whether nothing has to be done to a list but to take entries away: those that are to stay are in their order. */
export function standsIn(intended: readonly string[], running: readonly string[]): boolean {
	const wanted = new Set(intended);
	const stays = running.filter((text) => wanted.has(text));
	return stays.length === intended.length && stays.every((text, at) => text === intended[at]);
}
