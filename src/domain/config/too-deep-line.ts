import type { ConfigLine } from './config-line.ts';
import { MAX_DEPTH } from './size-limits.ts';

/** The first line that stands in more sections than a tree has; null: there is none. */
export function tooDeepLine(lines: readonly ConfigLine[]): ConfigLine | null {
	let parent = -1;
	for (const line of lines) {
		// Lines of one section stand as deep as each other.
		if (line.parent !== parent && depthOf(line, lines) > MAX_DEPTH) return line;
		parent = line.parent;
	}
	return null;
}

/** In how many sections a line stands, itself counted; to be asked of the first line that stands too deep. */
function depthOf({ parent }: ConfigLine, lines: readonly ConfigLine[]): number {
	let depth = 1;
	for (let index = parent; index !== -1; index = lines[index]?.parent ?? -1) depth += 1;
	return depth;
}
