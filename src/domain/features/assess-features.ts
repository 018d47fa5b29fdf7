import type { Siblings } from '../compare/siblings/siblings.ts';
import { isDrift } from '../compare/with-classes.ts';
import type { ConfigNode } from '../config/config-node.ts';
import type { Change } from '../drift-report.ts';
import type { Feature } from './feature.ts';

/** How one device does in one feature. */
export interface FeatureCompliance {
	readonly name: string;
	readonly compliant: boolean;
	/** Changes that touch the feature; a reorder counts as one where only the order of unordered lines differs. */
	readonly changes: number;
}

/** What a device was judged by. */
export interface JudgedTrees extends Siblings {
	/** What is left after ignore rules; changes of a pull request are told apart by their class. */
	readonly changes: readonly Change[];
}

/** Judges a device feature by feature. A feature that neither side has is left out. */
export function assessFeatures(features: readonly Feature[], judged: JudgedTrees): readonly FeatureCompliance[] {
	return features.flatMap((feature) => {
		const intended = linesOf(feature, judged.intended);
		const running = linesOf(feature, judged.running);
		if (intended.length === 0 && running.length === 0) return [];
		const drift = judged.changes.filter((change) => isDrift(change) && touches(feature, change));
		const counted = drift.filter(({ kind }) => kind !== 'moved' || feature.ordered !== false).length;
		const changes = counted === 0 && feature.ordered === true && isReordered(intended, running) ? 1 : counted;
		return [{ name: feature.name, compliant: changes === 0, changes }];
	});
}

function touches(feature: Feature, { lineage, line, runningText }: Change): boolean {
	return [line, ...(runningText === null ? [] : [runningText])].some((text) => belongsTo(feature, [...lineage, text]));
}

/** Whether a path stands in the feature's section and, there, in one of its lines. */
function belongsTo({ within, pattern }: Feature, path: readonly string[]): boolean {
	if (path.length < within.length || !within.every((header, depth) => header.test(path[depth] ?? ''))) return false;
	if (pattern === null) return true;
	const line = path[within.length];
	return line !== undefined && pattern.test(line);
}

/** Every line of the feature as its path, top to bottom. */
function linesOf(feature: Feature, nodes: readonly ConfigNode[], lineage: readonly string[] = []): readonly string[] {
	return nodes.flatMap((node) => {
		const path = [...lineage, node.text];
		const depth = lineage.length;
		// Not on the way to the section.
		if (depth < feature.within.length && feature.within[depth]?.test(node.text) === false) return [];
		const own = belongsTo(feature, path) ? [JSON.stringify(path)] : [];
		return [...own, ...linesOf(feature, node.children, path)];
	});
}

/** The same lines in another order; other lines are changes anyway. */
function isReordered(intended: readonly string[], running: readonly string[]): boolean {
	const sameLines = intended.toSorted().join('\n') === running.toSorted().join('\n');
	return sameLines && intended.join('\n') !== running.join('\n');
}
