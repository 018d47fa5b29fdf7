import type { ConfigNode } from '../../config/config-node.ts';
import { firstWord } from '../../text/first-word.ts';
import type { Siblings } from '../siblings/siblings.ts';
import type { Speller } from './spelling.ts';

/** A line that begins with the header of its section, read as a line in it. */
interface OneLiner {
	readonly header: string;
	readonly rest: string;
}

/** null: the line begins with no header. */
type ReadOneLiner = (node: ConfigNode) => OneLiner | null;

/**
 * In braces `level 2 metric 20;` and `level 2 { metric 20; }` are one statement, and so are lines and sections of IOS XR. Where
 * one side has a section, lines of the other that begin with its header are read as lines of that section.
 */
export function nestOneLiners({ intended, running }: Siblings, speller: Speller): Siblings {
	return {
		intended: nested(intended, oneLinerReader(running, speller)),
		running: nested(running, oneLinerReader(intended, speller)),
	};
}

/** Reads lines that begin with the header of one of these sections; null: none of them is a section. */
export function oneLinerReader(sections: readonly ConfigNode[], speller: Speller): ReadOneLiner | null {
	const headers = headersOf(sections, speller);
	if (headers.size === 0) return null;
	return ({ text, children, body }) => {
		if (children.length > 0 || body !== null) return null;
		const known = headers.get(firstWord(text));
		return known === undefined ? null : headerOf(text, known, speller);
	};
}

function nested(nodes: readonly ConfigNode[], read: ReadOneLiner | null): readonly ConfigNode[] {
	if (read === null) return nodes;
	return nodes.map((node) => {
		const line = read(node);
		return line === null ? node : { ...node, text: line.header, children: [{ ...node, text: line.rest }] };
	});
}

/** Headers of sections that begin with one word. */
interface Headers {
	/** By the header itself, and by how all of its spellings are written. */
	readonly texts: Map<string, string>;
	/** How many words the longest has. */
	words: number;
}

function headersOf(nodes: readonly ConfigNode[], speller: Speller): ReadonlyMap<string, Headers> {
	const headers = new Map<string, Headers>();
	for (const { text, children } of nodes) {
		if (children.length === 0) continue;
		const start = firstWord(text);
		const known = headers.get(start) ?? { texts: new Map<string, string>(), words: 0 };
		known.texts.set(text, text).set(speller(text), text);
		known.words = Math.max(known.words, countWords(text) + MORE_WORDS);
		headers.set(start, known);
	}
	return headers;
}

/** `interface Gi 0/0/0/0` has a word more than the header that it means. */
const MORE_WORDS = 1;

/** The longest header that a line begins with. */
function headerOf(text: string, { texts, words }: Headers, speller: Speller): OneLiner | null {
	const ends: number[] = [];
	for (let end = text.indexOf(' '); end !== -1 && ends.length < words; end = text.indexOf(' ', end + 1)) ends.push(end);
	for (const end of ends.toReversed()) {
		const start = text.slice(0, end);
		const header = texts.get(start) ?? texts.get(speller(start));
		if (header !== undefined) return { header, rest: text.slice(end + 1) };
	}
	return null;
}

function countWords(text: string): number {
	return text.split(' ').length;
}
