import { HIDDEN_SECRET, MASKED_SECRET, REMOVED, UNSEEN_SECRET } from '../../masking/fingerprint.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Speller } from '../spellings/spelling.ts';
import { type Match, type Unmatched, withoutMatches } from './siblings.ts';
import { matchUnseenSecrets } from './unseen-secrets.ts';

/** How a platform shows secrets. */
export type SecretReading = Pick<Platform, 'unseen' | 'secretForms'>;

/** How many lines of one shape are tried for a line that hides a part of its secrets only. */
const MAX_CANDIDATES = 100;

/**
 * Pairs lines that differ in nothing but secrets which one side does not show. The intended config may hide one behind a
 * placeholder: `<removed>` equals any secret in that place. A device that shows such a placeholder is drift; it may say that the
 * account does not get to see a secret, and then it equals any of the intended config.
 */
export function matchHiddenSecrets(
	rest: Unmatched,
	{ speller, unseen, secretForms }: SecretReading & { readonly speller: Speller },
): readonly Match[] {
	const hiding = rest.unmatched.filter((at) => hidesSecrets(rest.intended[at]?.text ?? ''));
	const pairs = hiding.length === 0 ? [] : matchHiding({ ...rest, unmatched: hiding }, { speller, secretForms });
	return unseen === undefined ? pairs : [...pairs, ...matchUnseenSecrets(withoutMatches(rest, pairs))];
}

function matchHiding(
	rest: Unmatched,
	{ speller, secretForms }: Pick<Platform, 'secretForms'> & { readonly speller: Speller },
): readonly Match[] {
	const pairs: Match[] = [];
	// A placeholder behind no form stands for a secret in clear, whatever form the device makes of it.
	const forms = secretForms === undefined ? [asWritten] : [asWritten, formRemover(secretForms.any)];
	for (const spell of [asWritten, speller]) {
		for (const withForm of forms) {
			const sides = { readIntended: spell, readRunning: (text: string) => spell(withForm(text)) };
			pairs.push(...matchPlaceholders(withoutMatches(rest, pairs), sides));
		}
	}
	return pairs;
}

function asWritten(text: string): string {
	return text;
}

function matchPlaceholders(
	{ intended, running, unmatched, leftOver }: Unmatched,
	{ readIntended, readRunning }: { readonly readIntended: Speller; readonly readRunning: Speller },
): readonly Match[] {
	const textOf = (at: number): string => readIntended(hideRemoved(intended[at]?.text ?? ''));
	const runningText = (to: number): string => readRunning(running[to]?.text ?? '');
	const masked = leftOver.filter((to) => running[to]?.text.includes('<secret'));
	const candidates = Map.groupBy(masked.toReversed(), (to) => shapeOf(runningText(to)));
	const pairs: Match[] = [];
	// A line that hides less has fewer lines to choose from, so it chooses first.
	for (const at of unmatched.toSorted((one, other) => hiddenIn(textOf(one)) - hiddenIn(textOf(other)))) {
		const text = textOf(at);
		const sameShape = candidates.get(shapeOf(text)) ?? [];
		const tried = sameShape.slice(-MAX_CANDIDATES);
		const found = tried.findLastIndex((to) => coversSecrets(text, runningText(to)));
		if (found === -1) continue;
		for (const to of sameShape.splice(found - tried.length, 1)) pairs.push({ at, to });
	}
	return pairs;
}

function formRemover(form: RegExp): Speller {
	return (text) => (text.includes('<secret') ? text.replaceAll(form, '') : text);
}

/** The line with every secret hidden: equal for lines that differ in nothing but secrets. */
export function shapeOf(text: string): string {
	return text.includes('<secret') ? text.replaceAll(MASKED_SECRET, HIDDEN_SECRET) : text;
}

/** Whether two lines are equal where the intended one hides nothing. */
export function coversSecrets(written: string, running: string): boolean {
	if (written === running) return true;
	const intended = hideRemoved(written);
	if (!intended.includes(HIDDEN_SECRET) || shapeOf(intended) !== shapeOf(running)) return false;
	const runningSecrets = [...running.matchAll(MASKED_SECRET)];
	return [...intended.matchAll(MASKED_SECRET)].every(
		([secret], index) => secret === HIDDEN_SECRET || secret === runningSecrets[index]?.[0],
	);
}

/** Whether an intended line hides a secret, so that it may equal a line that says another text. */
export function hidesSecrets(intended: string): boolean {
	return hideRemoved(intended).includes(HIDDEN_SECRET);
}

function hiddenIn(text: string): number {
	return text.split(HIDDEN_SECRET).length;
}

/**
 * A mask may know a secret by its look, and then it does not know the placeholder that `fetch --write` left in its place.
 * Only lines that have no equal come here, so a description that says `<removed>` stays what it is.
 */
function hideRemoved(intended: string): string {
	return intended.replaceAll(REMOVED, HIDDEN_SECRET).replaceAll(UNSEEN_SECRET, HIDDEN_SECRET);
}
