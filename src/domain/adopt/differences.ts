import { DriftAuditError } from '../../errors.ts';
import { comparableTrees } from '../compare/comparable-trees.ts';
import { compareTrees } from '../compare/compare-trees.ts';
import { findEndlessBlocks } from '../config/blocks.ts';
import { firstMisplaced } from '../config/misplaced.ts';
import { prepareConfig } from '../config/prepare-config.ts';
import type { Change } from '../drift-report.ts';
import type { Against } from './edit-file.ts';

/**
 * How a text of the file differs from what the device runs.
 *
 * @throws DriftAuditError `ERR_PARSE` where it cannot be read
 */
export function differences(text: string, { running, masks, scope }: Against): readonly Change[] {
	const intended = prepareConfig(text, masks);
	if (findEndlessBlocks(intended.lines).length > 0) {
		throw new DriftAuditError('ERR_PARSE', 'a text of several lines does not end');
	}
	if (firstMisplaced(intended.lines, masks.platform.syntax) !== null) {
		throw new DriftAuditError('ERR_PARSE', 'its sections do not open and close in pairs');
	}
	return compareTrees(comparableTrees({ intended, running }, masks.platform), { platform: masks.platform, scope });
}

/** null where the text can no longer be read. */
export function tryDifferences(text: string, against: Against): readonly Change[] | null {
	try {
		return differences(text, against);
	} catch (error) {
		if (error instanceof DriftAuditError) return null;
		throw error;
	}
}

/**
 * How many lines of what is wanted do no longer differ; null where others differ that did not before. Lines are counted,
 * because what is called changed depends on what stands beside it.
 */
export function gainOf(
	before: readonly Change[],
	after: readonly Change[],
	isWanted: (change: Change) => boolean,
): number | null {
	const takeUnwanted = takerOf(before.filter((change) => !isWanted(change)).flatMap(linesOf));
	const others = after.filter((change) => !isWanted(change));
	if (!others.flatMap(linesOf).every(takeUnwanted)) return null;
	const lines = (changes: readonly Change[]): number => changes.filter(isWanted).flatMap(linesOf).length;
	return lines(before) - lines(after);
}

/** The lines that a difference is about, each with its side and its place. */
function linesOf({ kind, lineage, line, runningText }: Change): readonly string[] {
	const place = (side: string, text: string): string => JSON.stringify([side, ...lineage, text]);
	if (kind === 'changed') return [place('missing', line), place('extra', runningText ?? '')];
	return [place(kind, line)];
}

/** Equal for the same difference, wherever its lines stand. */
export function identityOf({ kind, lineage, line, runningText }: Change): string {
	return JSON.stringify([kind, lineage, line, runningText]);
}

/** Takes one of these names at a time: whether there was another one left. */
export function takerOf(names: readonly string[]): (name: string) => boolean {
	const left = Map.groupBy(names, (name) => name);
	return (name) => left.get(name)?.pop() !== undefined;
}
