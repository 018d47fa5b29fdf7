import { plural } from '../../domain/text/count-words.ts';
/** How much of a config came: `1,204 lines`. */
export function sizeOf(text: string): string {
	// Splitting it would make as many strings as it has lines, for each device, only to count them.
	let lines = text === '' || text.endsWith('\n') ? 0 : 1;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
	return plural(lines, 'line');
}
