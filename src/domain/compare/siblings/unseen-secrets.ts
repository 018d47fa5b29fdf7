import { UNSEEN_SECRET } from '../../masking/fingerprint.ts';
import type { Match, Unmatched } from './siblings.ts';

/** How many lines that begin alike are tried for one line. */
const MAX_CANDIDATES = 100;
/** How many words of a line are looked at: what a device does not show stands near the beginning. */
const MAX_WORDS = 50;

/** Pairs lines that differ in nothing but what the device does not show to the account. */
export function matchUnseenSecrets({ intended, running, unmatched, leftOver }: Unmatched): readonly Match[] {
	const textOf = (index: number): string => running[index]?.text ?? '';
	const unseen = leftOver.filter((index) => textOf(index).includes(UNSEEN_SECRET));
	if (unseen.length === 0) return [];
	const byBeginning = Map.groupBy(unseen, (index) => textOf(index).split(UNSEEN_SECRET, 1)[0] ?? '');
	const pairs: Match[] = [];
	for (const index of unmatched) {
		const text = intended[index]?.text ?? '';
		for (const beginning of beginningsOf(text)) {
			const candidates = byBeginning.get(beginning) ?? [];
			const found = candidates.slice(0, MAX_CANDIDATES).findIndex((candidate) => fitsUnseen(text, textOf(candidate)));
			const [match] = found === -1 ? [] : candidates.splice(found, 1);
			if (match === undefined) continue;
			pairs.push({ at: index, to: match });
			break;
		}
	}
	return pairs;
}

/** Whether a line is what the device shows, with one value in each place that it does not show. */
export function fitsUnseen(intended: string, running: string): boolean {
	const [first = '', ...others] = running.split(UNSEEN_SECRET);
	if (others.length === 0 || first === '' || !intended.startsWith(first)) return false;
	let from = first.length;
	for (const [index, part] of others.entries()) {
		const isLast = index === others.length - 1;
		const next = isLast ? intended.length - part.length : intended.indexOf(part, from + 1);
		if (next <= from || !intended.startsWith(part, next) || !VALUE.test(intended.slice(from, next))) return false;
		from = next + part.length;
	}
	return true;
}

const VALUE = /^(?:[^\s"]+|"(?:[^"\\]|\\.)*")$/;

/** A line as far as each of its words. */
function* beginningsOf(text: string): Generator<string> {
	let end = 0;
	for (let words = 0; words < MAX_WORDS; words += 1) {
		yield text.slice(0, end);
		end = text.indexOf(' ', end) + 1;
		if (end === 0) return;
	}
}
