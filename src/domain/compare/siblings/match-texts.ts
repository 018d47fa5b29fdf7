import { inRanges, type Steps } from '../../steps.ts';
import { PlacesByText } from './places-by-text.ts';
import type { Match, Unmatched } from './siblings.ts';

/**
 * Pairs lines without a partner that have the same text, the k-th of several equal ones with the k-th.
 *
 * @param texts - of `unmatched` and of `leftOver`, in their order
 */
export function* matchTexts(
	{ unmatched, leftOver }: Pick<Unmatched, 'unmatched' | 'leftOver'>,
	texts: { readonly unmatched: readonly string[]; readonly leftOver: readonly string[] },
): Steps<readonly Match[]> {
	const places = new PlacesByText();
	const last = leftOver.length - 1;
	// The last comes first, so that the first is what is taken first.
	yield* inRanges(leftOver.length, (from, end) => {
		for (let index = last - from; index > last - end; index -= 1) {
			places.add(texts.leftOver[index] as string, leftOver[index] as number);
		}
	});
	const matches: Match[] = [];
	yield* inRanges(unmatched.length, (from, end) => {
		for (let index = from; index < end; index += 1) {
			const to = places.take(texts.unmatched[index] as string);
			if (to !== undefined) matches.push({ at: unmatched[index] as number, to });
		}
	});
	return matches;
}
