import type { ConfigNode } from '../../config/config-node.ts';
import type { Sides } from '../../sides.ts';

/** Statements beside each other, on both sides: those of one section, or the roots of both trees. */
export type Siblings = Sides<readonly ConfigNode[]>;

/** Indices of two siblings that say the same: in the intended list and in the running one. */
export interface Match {
	readonly at: number;
	readonly to: number;
}

/** Siblings, and the indices of those that found no equal line. */
export interface Unmatched extends Siblings {
	readonly unmatched: readonly number[];
	readonly leftOver: readonly number[];
}

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
