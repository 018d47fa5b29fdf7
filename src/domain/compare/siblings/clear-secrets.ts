import type { Steps } from '../../steps.ts';
import { matchTexts } from './match-texts.ts';
import type { Match, Unmatched } from './siblings.ts';

/** Type 7, which is read back for the fingerprint: equal ones are one password. */
const TYPE_7 = /(?<= )7 (?=<secret:)/g;

/**
 * Pairs intended lines that say a password in clear with those in which the device shows it as type 7. Not the other way round: a
 * device that shows in clear what is intended encrypted has drifted.
 */
export function* matchClearSecrets({ intended, running, unmatched, leftOver }: Unmatched): Steps<readonly Match[]> {
	const encrypted = leftOver.filter((to) => running[to]?.text.includes(' 7 <secret:'));
	if (encrypted.length === 0) return [];
	const texts = {
		unmatched: unmatched.map((at) => intended[at]?.text ?? ''),
		leftOver: encrypted.map((to) => (running[to]?.text ?? '').replaceAll(TYPE_7, '')),
	};
	return yield* matchTexts({ unmatched, leftOver: encrypted }, texts);
}
