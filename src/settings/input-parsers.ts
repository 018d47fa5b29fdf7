import { checkBranchName } from '../domain/history/check-branch-name.ts';
import { MAX_SHARDS, parseShard, type Shard } from '../domain/sharding/shard.ts';
import type { ShardCount } from '../domain/sharding/shard-count.ts';
import { alternatives } from '../domain/text/alternatives.ts';
import type { FailOn } from '../domain/verdict.ts';
import { ConfigurationError } from '../errors.ts';
import { parseDuration } from './duration.ts';

/** What became of the text of an input. */
export type Parsed<Value> =
	| { readonly status: 'valid'; readonly value: Value }
	/** The fix is what to write instead. */
	| { readonly status: 'invalid'; readonly fix: string };

/** Reads the text of an input or an option. It never throws. */
export type Parser<Value> = (text: string) => Parsed<Value>;

/** Empty: null. */
export function optional<Value>(parse: Parser<Value>): Parser<Value | null> {
	return (input) => (input === '' ? valid(null) : parse(input));
}

/** One of these words. */
export function oneOf<const Value extends string>(...values: readonly Value[]): Parser<Value> {
	return (input) => {
		const value = values.find((candidate) => candidate === input);
		return value === undefined ? invalid(`Write ${alternatives(values)}`) : valid(value);
	};
}

/** From 0 to `max`. */
export function wholeNumberTo(max: number): Parser<number> {
	return (input) =>
		/^\d{1,9}$/.test(input) && Number(input) <= max
			? valid(Number(input))
			: invalid(`Write a whole number from 0 to ${max}`);
}

/** Anything on one line. */
export function text(input: string): Parsed<string> {
	return /[\r\n\0]/.test(input) ? invalid('Write it on one line') : valid(input);
}

/** What stands on each line; blank ones say nothing. */
export function lines(input: string): Parsed<readonly string[]> {
	return valid(
		input
			.split(/\r?\n/)
			.map((line) => line.trim())
			.filter((line) => line !== ''),
	);
}

/** As YAML 1.2 writes them. */
export function trueOrFalse(input: string): Parsed<boolean> {
	const isTrue = /^(?:true|True|TRUE)$/.test(input);
	return isTrue || /^(?:false|False|FALSE)$/.test(input) ? valid(isTrue) : invalid('Write true or false');
}

/** Milliseconds. */
export function duration(input: string): Parsed<number> {
	const ms = parseDuration(input);
	return ms === null ? invalid('Write a number with a unit, such as 30s, 2m or 500ms') : valid(ms);
}

/** From 0 to 100, with decimals. */
export function percentage(input: string): Parsed<number> {
	const value = /^\d{1,3}(?:\.\d{1,9})?$/.test(input) ? Number(input) : Number.NaN;
	return value <= 100 ? valid(value) : invalid('Write a number from 0 to 100');
}

/** A list without duplicates; `none` is the empty list. */
export function failOn(input: string): Parsed<readonly FailOn[]> {
	const words = input.split(',').map((word) => word.trim());
	if (words.length === 1 && words[0] === 'none') return valid([]);
	return words.every(isFailOn)
		? valid([...new Set(words)])
		: invalid('Write drift, conflict and unknown, separated by commas, or none');
}

/** A branch that history may be kept on. */
export function branch(input: string): Parsed<string> {
	try {
		checkBranchName(input);
		return valid(input);
	} catch (error) {
		if (!(error instanceof ConfigurationError)) throw error;
		return invalid(error.problems[0]?.fix ?? '');
	}
}

/** `*` is no name of a branch. */
export function branchOrAny(input: string): Parsed<string> {
	return input === '*' ? valid(input) : branch(input);
}

/** It becomes part of a check's name and of a comment's marker. */
export function key(input: string): Parsed<string> {
	return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(input)
		? valid(input)
		: invalid('Use up to 64 letters, digits, ".", "_" and "-"');
}

/** From 1 to `MAX_SHARDS`, or `auto`. */
export function shardCount(input: string): Parsed<ShardCount> {
	if (input === 'auto') return valid(input);
	const count = wholeNumberTo(MAX_SHARDS)(input);
	return count.status === 'valid' && count.value > 0
		? count
		: invalid(`Write auto, or a number from 1 to ${MAX_SHARDS}`);
}

/** `2/4`: which of how many. */
export function shard(input: string): Parsed<Shard> {
	const value = parseShard(input);
	return value === null
		? invalid(`Write which of how many, such as 2/4; there are at most ${MAX_SHARDS}`)
		: valid(value);
}

/** Fingerprints are short and public: a key that can be guessed would let people try out passwords against them. */
export function fingerprintKey(input: string): Parsed<string> {
	return input.length >= 16
		? valid(input)
		: invalid('Use at least 16 characters, such as "openssl rand -hex 32" prints');
}

function isFailOn(word: string): word is FailOn {
	return word === 'drift' || word === 'conflict' || word === 'unknown';
}

function valid<Value>(value: Value): Parsed<Value> {
	return { status: 'valid', value };
}

function invalid(fix: string): Parsed<never> {
	return { status: 'invalid', fix };
}
