import type { ChangedLines, CheckAnnotation } from '../../domain/annotation.ts';

/** Annotations that a reviewer sees in the diff before those that GitHub shows apart; otherwise the order stays. */
export function changedLinesFirst(
	annotations: readonly CheckAnnotation[],
	changed: ChangedLines,
): readonly CheckAnnotation[] {
	const isInDiff = ({ path, startLine }: CheckAnnotation): boolean => changed.get(path)?.has(startLine) ?? false;
	return [...annotations.filter(isInDiff), ...annotations.filter((annotation) => !isInDiff(annotation))];
}
