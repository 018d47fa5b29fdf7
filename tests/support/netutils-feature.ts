import type { Feature } from '../../src/domain/features/feature.ts';

/** A feature of a netutils case: the sections that it is made of, and whether their order counts. */
export interface NetutilsFeature {
	readonly name: string;
	readonly ordered: boolean;
	readonly section: readonly string[];
}

/** netutils takes top-level lines that begin like this, with all that stands in them. */
export function featureOf({ name, ordered, section }: NetutilsFeature): Feature {
	const beginnings = section.map((prefix) => prefix.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
	return { name, within: [], pattern: new RegExp(`^(?:${beginnings.join('|')})`), ordered };
}
