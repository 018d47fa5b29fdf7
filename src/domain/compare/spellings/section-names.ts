import type { ConfigNode } from '../../config/config-node.ts';
import type { NameOfSection } from '../../config/merge-sections.ts';
import { firstTwoWords, firstWord } from '../../text/first-word.ts';
import type { Siblings } from '../siblings/siblings.ts';
import type { Speller } from './spelling.ts';

/**
 * What the sections of both sides are called however they are spelled, so that a file may open one under two names. undefined:
 * as they are written, because both sides write all of them alike.
 *
 * @example
 * interface Gi0/1 / description a · interface GigabitEthernet0/1 / mtu 9000
 * //=> one section, which the device shows as interface GigabitEthernet0/1
 */
export function namesOfSections({ intended, running }: Siblings, speller: Speller): NameOfSection | undefined {
	const headers = { intended: headersOf(intended), running: headersOf(running) };
	if (!hasAnother(headers.intended, headers.running) && !hasAnother(headers.running, headers.intended)) {
		return undefined;
	}
	const starts = new Set([...headers.intended, ...headers.running].map(startOf));
	// To spell a line takes longer than all else, and most of them are like no header.
	return (text) => (starts.has(firstWord(text)) || starts.has(firstTwoWords(text)) ? speller(text) : text);
}

/** Most sections hold nothing but lines: nothing is made for them. */
const NO_HEADERS: ReadonlySet<string> = new Set();

function headersOf(nodes: readonly ConfigNode[]): ReadonlySet<string> {
	let headers: Set<string> | null = null;
	for (const { text, children } of nodes) if (children.length > 0) headers = (headers ?? new Set()).add(text);
	return headers ?? NO_HEADERS;
}

function hasAnother(ones: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
	for (const one of ones) if (!others.has(one)) return true;
	return false;
}

/** How sections of a kind begin: `interface Gi0/1` by a word, `ip access-list extended A` by two, which `ip route` does not. */
function startOf(header: string): string {
	const start = firstTwoWords(header);
	return start === header ? firstWord(header) : start;
}
