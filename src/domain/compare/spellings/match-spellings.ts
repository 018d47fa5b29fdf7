import type { ConfigNode } from '../../config/config-node.ts';
import { mapInSteps, type Steps } from '../../steps.ts';
import { matchTexts } from '../siblings/match-texts.ts';
import type { Match, Unmatched } from '../siblings/siblings.ts';
import type { Speller } from './spelling.ts';

/** Pairs lines without a partner that are two ways to write one thing; there are none that are written alike. */
export function* matchSpellings(
	{ intended, running, unmatched, leftOver }: Unmatched,
	speller: Speller,
): Steps<readonly Match[]> {
	if (unmatched.length === 0 || leftOver.length === 0) return [];
	let areAsWritten = true;
	const spelled = (node: ConfigNode | undefined): string => {
		const text = node?.text ?? '';
		const spelling = speller(text);
		areAsWritten &&= spelling === text;
		return spelling;
	};
	// To write lines as others are written takes longer than all else.
	const texts = {
		unmatched: yield* mapInSteps(unmatched, (at) => spelled(intended[at])),
		leftOver: yield* mapInSteps(leftOver, (to) => spelled(running[to])),
	};
	return areAsWritten ? [] : yield* matchTexts({ unmatched, leftOver }, texts);
}
