import type { SecretForms } from '../../platform/platform.ts';
import type { Steps } from '../../steps.ts';
import { matchTexts } from './match-texts.ts';
import type { Match, Unmatched } from './siblings.ts';

/**
 * Pairs intended lines that say a password in clear with those in which the device shows it in a form that can be read back. Not
 * the other way round: a device that shows in clear what is intended encrypted has drifted.
 */
export function* matchClearSecrets(
	{ intended, running, unmatched, leftOver }: Unmatched,
	{ readable }: SecretForms,
): Steps<readonly Match[]> {
	const textOf = (to: number): string => running[to]?.text ?? '';
	const encrypted = leftOver.filter((to) => textOf(to).includes('<secret:') && textOf(to).search(readable) !== -1);
	if (encrypted.length === 0) return [];
	const texts = {
		unmatched: unmatched.map((at) => intended[at]?.text ?? ''),
		leftOver: encrypted.map((to) => textOf(to).replaceAll(readable, '')),
	};
	return yield* matchTexts({ unmatched, leftOver: encrypted }, texts);
}
