import type { ConfigNode } from '../../config/config-node.ts';
import { withoutNegation } from '../../config/without-negation.ts';
import { firstWords, keyOf } from './first-words.ts';

/** A line as a command and its value. */
export interface KeyedLine {
	readonly node: ConfigNode;
	/** Without its negation. */
	readonly text: string;
	readonly words: number;
	/** From so many words on a key says by itself what may stand there once only. */
	readonly wholeFrom: number;
}

/** Commands that hold one free text: any other text replaces it, whatever its words. */
const FREE_TEXT = /^(?:description|hostname|host-name|name|snmp-server (?:location|contact)|location|contact)(?: |$)/;

/** Commands whose one word is an entry of a list, even where the list has no other: `feature lacp` is no `feature telnet`. */
const LISTED =
	/^(?:add|create|disable|enable|feature|feature-set|interface|member|neighbor|network|peer|server|username|vrf)$/;

/** An entry's number is its key, whatever stands behind it: `20 deny …` replaces `20 permit …`. */
const NUMBERED = /^\d+(?: |$)/;

/**
 * Reads a line as a command and its value.
 *
 * @param negation - what takes a command back on this platform, with its blank: `no `
 */
export function keyedLine(node: ConfigNode, negation: string): KeyedLine {
	const text = withoutNegation(node.text, negation);
	const { words, key } = firstWords(text, 2);
	return { node, text, words, wholeFrom: wholeKeyLength(key) };
}

/** At least half of a line's words name the command; of `description …` and of `20 permit …` the first one does. */
export function isKey({ text, words, wholeFrom }: KeyedLine, length: number): boolean {
	if (words < length || (length * 2 < words && length < wholeFrom)) return false;
	return length > 1 || !LISTED.test(keyOf(text, 1));
}

/** @param beginning - the first two words */
function wholeKeyLength(beginning: string): number {
	if (NUMBERED.test(beginning)) return 1;
	const freeText = FREE_TEXT.exec(beginning)?.[0];
	if (freeText === undefined) return Number.POSITIVE_INFINITY;
	return freeText.trimEnd().includes(' ') ? 2 : 1;
}
