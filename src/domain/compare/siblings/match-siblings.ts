import type { ConfigNode } from '../../config/config-node.ts';
import type { Sides } from '../../sides.ts';
import { areMany, type Steps } from '../../steps.ts';
import { matchSpellings } from '../spellings/match-spellings.ts';
import type { Speller } from '../spellings/spelling.ts';
import { matchClearSecrets } from './clear-secrets.ts';
import { commonInOrder, inSameOrder } from './common-in-order.ts';
import { matchHiddenSecrets, type SecretReading } from './hidden-secrets.ts';
import { matchTexts } from './match-texts.ts';
import { Partners } from './partners.ts';
import { type Match, type Siblings, type Unmatched, withoutMatches } from './siblings.ts';
import { type Gap, splitAtFences } from './split-at-fences.ts';

/** How the lines of a section are read. */
interface Reading {
	readonly ordered: boolean;
	readonly speller: Speller;
	readonly secrets?: SecretReading;
}

/** Two nodes that say the same. */
export interface MatchedPair extends Sides<ConfigNode> {
	/** At another place of an ordered section. */
	readonly moved: boolean;
}

/** Which lines of one section belong together, and which are left over. */
export interface SiblingMatch {
	/** In the intended order. */
	readonly pairs: readonly MatchedPair[];
	/** What found no partner; of an ordered section one gap between every two lines that kept their place. */
	readonly gaps: readonly Gap[];
}

/**
 * Pairs equal siblings, each with one other only, so that duplicates are kept. Linear, n log n where order counts. In an
 * ordered section the fewest possible lines are called moved.
 */
export function* matchSiblings({ intended, running }: Siblings, reading: Reading): Steps<SiblingMatch> {
	const { before, after } = commonEnds({ intended, running });
	const head = inPlace({ intended: intended.slice(0, before), running });
	if (before === intended.length && before === running.length) return { pairs: head, gaps: [] };
	const inside = {
		intended: intended.slice(before, intended.length - after),
		running: running.slice(before, running.length - after),
	};
	const { pairs, gaps } = yield* matchInside(inside, reading);
	const tail = {
		intended: intended.slice(intended.length - after),
		running: running.slice(running.length - after),
	};
	return { pairs: [...head, ...pairs, ...inPlace(tail)], gaps };
}

/** How many equal lines both lists begin and end with: most sections of most devices are as they should be. */
function commonEnds({ intended, running }: Siblings): { readonly before: number; readonly after: number } {
	const shorter = Math.min(intended.length, running.length);
	let before = 0;
	while (before < shorter && intended[before]?.text === running[before]?.text) before += 1;
	let after = 0;
	while (after < shorter - before && intended.at(-1 - after)?.text === running.at(-1 - after)?.text) after += 1;
	return { before, after };
}

function inPlace({ intended, running }: Siblings): readonly MatchedPair[] {
	return intended.map((node, index) => ({ intended: node, running: running[index] as ConfigNode, moved: false }));
}

function* matchInside(siblings: Siblings, reading: Reading): Steps<SiblingMatch> {
	const { ordered } = reading;
	const { intended, running } = siblings;
	const isLarge = areMany(intended.length + running.length);
	const partners = new Partners(siblings);
	if (ordered) partners.join(yield* commonInOrder(siblings));
	if (isLarge) yield;
	const { unmatched, leftOver } = partners.missing();
	const texts = {
		unmatched: unmatched.map((at) => (intended[at] as ConfigNode).text),
		leftOver: leftOver.map((to) => (running[to] as ConfigNode).text),
	};
	partners.join(yield* matchTexts({ unmatched, leftOver }, texts));
	if (isLarge) yield;
	partners.join(yield* matchAlike({ ...siblings, ...partners.missing() }, reading));
	if (isLarge) yield;
	const matches = partners.matches();
	const fences = ordered ? inSameOrder(matches) : [];
	const kept = ordered && fences.length < matches.length ? new Set(fences) : null;
	if (isLarge) yield;
	const { unmatched: missing, leftOver: extra } = partners.missing();
	return {
		pairs: matches.map((match) => ({
			intended: intended[match.at] as ConfigNode,
			running: running[match.to] as ConfigNode,
			moved: kept !== null && !kept.has(match),
		})),
		gaps: splitAtFences(siblings, fences, { missing, extra }),
	};
}

/** Pairs lines that are not equal but mean the same: a secret is hidden, or a value is written in another way. */
function* matchAlike(rest: Unmatched, { speller, secrets = {} }: Reading): Steps<readonly Match[]> {
	const hidden = matchHiddenSecrets(rest, { speller, ...secrets });
	const shown = withoutMatches(rest, hidden);
	const { secretForms } = secrets;
	const clear = secretForms === undefined ? [] : yield* matchClearSecrets(shown, secretForms);
	return [...hidden, ...clear, ...(yield* matchSpellings(withoutMatches(shown, clear), speller))];
}
