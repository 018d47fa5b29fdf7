import type { Match, Unmatched } from './siblings.ts';

/** What is left without a partner when these have found theirs. */
export function withoutMatches(rest: Unmatched, matches: readonly Match[]): Unmatched {
	if (matches.length === 0) return rest;
	const [at, to] = [new Set(matches.map((match) => match.at)), new Set(matches.map((match) => match.to))];
	return {
		...rest,
		unmatched: rest.unmatched.filter((index) => !at.has(index)),
		leftOver: rest.leftOver.filter((index) => !to.has(index)),
	};
}
