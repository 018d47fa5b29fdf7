import type { ConfigNode } from '../../config/config-node.ts';
import type { Sides } from '../../sides.ts';

/** Siblings of one section, on both sides. */
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
