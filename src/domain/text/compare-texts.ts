/** Orders texts by their code units, on every machine alike; for `toSorted` of what is not a text itself. */
export function compareTexts(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
