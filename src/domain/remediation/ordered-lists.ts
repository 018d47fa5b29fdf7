/** An entry whose number is its place: `20 deny ip any any`, `ip prefix-list A seq 5 permit …`, `route-map A permit 10`. */
export function isNumbered(text: string): boolean {
	return /^(?:rule |seq |entry )?\d+ |^entry \d+$|\bseq \d+ |^route-map \S+ (?:permit|deny) \d+$/.test(text);
}

/** Taking back one entry of these takes the whole list away, so that it is said at once. */
const WHOLE_LISTS = /^access-list \S+(?= )/;

/** What takes the list of this entry away as a whole; null where entries go one by one. */
export function wholeListNegation(entry: string, negation: string): string | null {
	const list = WHOLE_LISTS.exec(entry)?.[0];
	return list === undefined ? null : negation + list;
}
