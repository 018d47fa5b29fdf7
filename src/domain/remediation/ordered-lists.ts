/** An entry whose number is its place: `20 deny ip any any`, `ip prefix-list A seq 5 permit …`, `route-map A permit 10`. */
export function isNumbered(text: string): boolean {
	return /^(?:rule |seq |entry )?\d+ |^entry \d+$|\bseq \d+ |^route-map \S+ (?:permit|deny) \d+$/.test(text);
}

/** Taking back one entry of these takes the whole list away, so that it is said at once. The entries of ASA go one by one. */
const WHOLE_LISTS = /^access-list \S+(?= (?!extended |standard |ethertype |webtype |advanced ))/;

/** What takes the list of this entry away as a whole; null where entries go one by one. */
export function wholeListNegation(entry: string, negation: string): string | null {
	const list = WHOLE_LISTS.exec(entry)?.[0];
	return list === undefined ? null : negation + list;
}

/** Whether nothing has to be done to a list but to take entries away: those that are to stay are in their order. */
export function standsIn(intended: readonly string[], running: readonly string[]): boolean {
	const wanted = new Set(intended);
	const stays = running.filter((text) => wanted.has(text));
	return stays.length === intended.length && stays.every((text, at) => text === intended[at]);
}
