import { HIDDEN_SECRET, UNSEEN_SECRET } from './fingerprint.ts';
import type { MaskHit } from './mask-hit.ts';

/**
 * How many secrets of a text masks hid without a fingerprint: placeholders, and those that are encrypted anew at every show.
 * Read from what masks did, so that nobody has to read a config for it.
 */
export function hiddenSecretsIn(hits: readonly MaskHit[]): number {
	return countIn(hits, countHidden);
}

/** How many secrets the device did not show. */
export function unseenSecretsIn(hits: readonly MaskHit[]): number {
	return countIn(hits, (text) => text.split(UNSEEN_SECRET).length - 1);
}

function countIn(hits: readonly MaskHit[], count: (text: string) => number): number {
	const byLine = new Map<number, number>();
	for (const { number, result } of hits) {
		// Several masks may take one line, each what the one before left of it.
		if (result !== null) byLine.set(number, count(result));
		else byLine.delete(number);
	}
	return [...byLine.values()].reduce((sum, count) => sum + count, 0);
}

/** In XML an element may have this very name; then its end stands there, too. */
function countHidden(text: string): number {
	return text.split(HIDDEN_SECRET).length - text.split('</secret>').length;
}
