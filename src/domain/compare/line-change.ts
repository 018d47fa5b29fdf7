import type { Change, ChangeKind } from '../drift-report.ts';

/** What a change needs to know of a line; nodes of a tree and lines of a body do. */
interface Line {
	readonly text: string;
	readonly lineNumber: number;
}

/** The change of one line, with the side or sides on which it stands. */
export function lineChange(
	kind: ChangeKind,
	{
		lineage,
		intended,
		running,
	}: { readonly lineage: readonly string[]; readonly intended?: Line; readonly running?: Line },
): Change {
	return {
		kind,
		lineage,
		line: intended?.text ?? running?.text ?? '',
		runningText: kind === 'changed' ? (running?.text ?? null) : null,
		intendedLine: intended?.lineNumber ?? null,
		runningLine: running?.lineNumber ?? null,
		class: null,
	};
}
