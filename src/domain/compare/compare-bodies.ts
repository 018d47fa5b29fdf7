import { diffArrays } from 'diff';
import type { BodyLine } from '../config/config-node.ts';
import type { Change } from '../drift-report.ts';
import { lineChange } from './line-change.ts';
import { coversSecrets } from './siblings/hidden-secrets.ts';

/** Beyond this many edits a line-by-line answer costs more than it tells: the body is reported as replaced. */
const MAX_EDITS = 1_000;

/**
 * Compares two texts that are one value each: banners, certificates, route-policies. Every byte and the order count, but for
 * the indentation of a program; only a secret that the intended text hides equals any.
 */
export function compareBodies(
	intended: readonly BodyLine[],
	running: readonly BodyLine[],
	{ lineage, freeIndent = false }: { readonly lineage: readonly string[]; readonly freeIndent?: boolean },
): readonly Change[] {
	return differences(intended, running, freeIndent).flatMap(({ lost, gained, alike }) => {
		if (alike) {
			return lost.map((line, index) =>
				lineChange('changed', { lineage, intended: line, running: gained[index] ?? line }),
			);
		}
		return [
			...lost.map((line) => lineChange('missing', { lineage, intended: line })),
			...gained.map((line) => lineChange('extra', { lineage, running: line })),
		];
	});
}

/** Lines of one place that differ. */
interface Difference {
	readonly lost: readonly BodyLine[];
	readonly gained: readonly BodyLine[];
	/** As many on both sides: each line replaces the one beside it. */
	readonly alike: boolean;
}

function differences(
	intended: readonly BodyLine[],
	running: readonly BodyLine[],
	freeIndent: boolean,
): readonly Difference[] {
	const said = ({ text }: BodyLine): string => (freeIndent ? text.trimStart() : text);
	const parts = diffArrays(intended.slice(), running.slice(), {
		maxEditLength: MAX_EDITS,
		comparator: (one, other) => coversSecrets(said(one), said(other)),
	});
	if (parts === undefined) return [{ lost: intended, gained: running, alike: false }];
	const found: Difference[] = [];
	let intendedAt = 0;
	let runningAt = 0;
	for (const [index, { removed, added, count }] of parts.entries()) {
		if (removed) {
			const replacement = parts[index + 1];
			const gainedCount = replacement?.added === true ? replacement.count : 0;
			found.push({
				lost: intended.slice(intendedAt, intendedAt + count),
				gained: running.slice(runningAt, runningAt + gainedCount),
				alike: count === gainedCount,
			});
		} else if (added && parts[index - 1]?.removed !== true) {
			found.push({ lost: [], gained: running.slice(runningAt, runningAt + count), alike: false });
		}
		if (!added) intendedAt += count;
		if (!removed) runningAt += count;
	}
	return found;
}
