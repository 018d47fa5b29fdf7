/** How much of a config came. */
export function sizeOf(text: string): string {
	// Splitting it would make as many strings as it has lines, for each device, only to count them.
	let lines = text === '' || text.endsWith('\n') ? 0 : 1;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
	return `${lines} ${lines === 1 ? 'line' : 'lines'}`;
}
