import type { Device } from '../../domain/device.ts';
import { matchesGlob } from '../../domain/text/glob.ts';
import { ConfigurationError, NOWHERE, type Problem } from '../../errors.ts';
import { didYouMean } from '../findings/closest.ts';
import { quote } from '../findings/path-label.ts';

/** What a term may ask for, and what it is compared with. */
const KEYS = {
	name: ({ name }) => [name],
	site: ({ site }) => (site === null ? [] : [site]),
	role: ({ role }) => (role === null ? [] : [role]),
	tag: ({ tags }) => tags,
	group: ({ groups }) => groups,
	platform: ({ platform }) => [platform],
} as const satisfies Record<string, (device: Device) => readonly string[]>;

type Key = keyof typeof KEYS;

interface Term {
	readonly key: Key;
	readonly globs: readonly string[];
	readonly isNegated: boolean;
}

/**
 * Compiles an expression that picks devices. Terms between white space must all hold; commas inside a value are "or"; `!`
 * negates a term; a word without `=` is a glob over names; values are globs. Throws a `ConfigurationError` with every
 * mistake.
 *
 * @example
 * compileSelect('site=ams,fra tag=prod edge-* !edge-07')
 */
export function compileSelect(expression: string): (device: Device) => boolean {
	const words = expression.split(/\s+/).filter((word) => word !== '');
	const results = words.length === 0 ? [problem('the select expression is empty')] : words.map(parseTerm);
	const problems = results.filter((result) => 'message' in result);
	if (problems.length > 0) throw new ConfigurationError(problems);
	const terms = results.filter((result) => 'key' in result);
	return (device) => terms.every((term) => holds(term, device));
}

function parseTerm(word: string): Term | Problem {
	const isNegated = word.startsWith('!');
	const body = isNegated ? word.slice(1) : word;
	const equals = body.indexOf('=');
	const key = equals < 0 ? 'name' : body.slice(0, equals);
	if (!isKey(key)) {
		const keys = Object.keys(KEYS);
		return problem(`unknown key ${quote(key)} in select`, `${didYouMean(key, keys)}Keys: ${keys.join(', ')}`);
	}
	const globs = body.slice(equals + 1).split(',');
	if (globs.includes('')) return problem(`a value is missing in ${quote(word)} in select`);
	if (globs.some((glob) => /[=!]/.test(glob))) return problem(`${quote(word)} in select cannot be read`);
	return { key, globs, isNegated };
}

function holds({ key, globs, isNegated }: Term, device: Device): boolean {
	const values = KEYS[key](device);
	return globs.some((glob) => values.some((value) => matchesGlob(glob, value))) !== isNegated;
}

function isKey(key: string): key is Key {
	return Object.hasOwn(KEYS, key);
}

function problem(message: string, fix = 'Write terms such as: site=ams,fra role=edge !edge-07'): Problem {
	return { ...NOWHERE, message, fix };
}
