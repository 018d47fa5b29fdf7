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

/** An entry that is put in its place by a number that no config shows, and taken back without the others. */
const PLACED = /^(?<list>(?:ipv6 )?access-list \S+) (?<entry>(?:extended|remark) .*)$/;

/**
 * The commands for a list whose entries are put in their places one by one. What comes is entered before anything goes: of a
 * list of ASA that is empty for a moment its `access-group` goes, too.
 *
 * Source: ASA command reference, access-list extended.
 *
 * @returns null for any other list
 *
 * @example
 * access-list A extended permit ip any any    with    access-list A extended deny ip any any
 * //=> access-list A line 1 extended permit ip any any · no access-list A extended deny ip any any
 */
export function placedEntries({
	intended,
	running,
	negation,
}: {
	readonly intended: readonly string[];
	readonly running: readonly string[];
	readonly negation: string;
}): readonly string[] | null {
	const all = [...intended, ...running];
	if (!all.every((text) => PLACED.test(text)) || !all.some((text) => text.includes(' extended '))) return null;
	const [wanted, runs] = [new Set(intended), new Set(running)];
	const list = [...running];
	const commands: string[] = [];
	let at = 0;
	for (const text of intended) {
		// What is to go stands where it is until all that is to come is there.
		while (at < list.length && !wanted.has(list[at] ?? '')) at += 1;
		if (list[at] !== text) {
			const from = runs.has(text) ? list.indexOf(text, at) : -1;
			if (from !== -1) {
				commands.push(negation + text);
				list.splice(from, 1);
			}
			commands.push(text.replace(PLACED, `$<list> line ${at + 1} $<entry>`));
			list.splice(at, 0, text);
		}
		at += 1;
	}
	const goes = list.filter((text, index) => index >= at || !wanted.has(text));
	return [...commands, ...goes.map((text) => negation + text)];
}
