import type { ConfigNode } from '../../config/config-node.ts';
import type { NameOfSection } from '../../config/merge-sections.ts';
import { firstWord } from '../../text/first-word.ts';
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
	const starts = new Set([...headers.intended, ...headers.running].map(firstWord));
	// To spell a line takes longer than all else, and most of them are like no header.
	return (header) => (starts.has(firstWord(header)) ? speller(header) : header);
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
