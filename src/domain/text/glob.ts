/**
 * Whether a glob covers a whole text: `*` stands for any run of characters, `?` for one; everything else for itself.
 * Takes time in proportion to both lengths at worst, so no glob can hang a run.
 *
 * @example
 * matchesGlob('edge-*', 'edge-07') //=> true
 */
export function matchesGlob(glob: string, text: string): boolean {
	let at = 0;
	let inGlob = 0;
	let lastStar = -1;
	let starMatchedUpTo = 0;
	while (at < text.length) {
		if (glob[inGlob] === '*') {
			lastStar = inGlob;
			starMatchedUpTo = at;
			inGlob += 1;
		} else if (glob[inGlob] === '?' || glob[inGlob] === text[at]) {
			inGlob += 1;
			at += 1;
		} else if (lastStar >= 0) {
			// Only the last star needs to be tried again: an earlier one could match no more than it can.
			starMatchedUpTo += 1;
			at = starMatchedUpTo;
			inGlob = lastStar + 1;
		} else {
			return false;
		}
	}
	while (glob[inGlob] === '*') inGlob += 1;
	return inGlob === glob.length;
}
