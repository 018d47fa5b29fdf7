import type { ChangedLines, CheckAnnotation } from '../../domain/annotation.ts';

/** Annotations that a reviewer sees in the diff before those that GitHub shows apart; otherwise the order stays. */
export function changedLinesFirst<Line extends Pick<CheckAnnotation, 'path' | 'startLine'>>(
	annotations: readonly Line[],
	changed: ChangedLines,
): readonly Line[] {
	const isInDiff = ({ path, startLine }: Line): boolean => changed.get(path)?.has(startLine) ?? false;
	return [...annotations.filter(isInDiff), ...annotations.filter((annotation) => !isInDiff(annotation))];
}
