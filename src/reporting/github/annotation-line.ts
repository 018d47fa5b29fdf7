import type { Change } from '../../domain/drift-report.ts';

/**
 * Where to put each change of a device on its intended file. A line that only runs has no place there: it goes to the line
 * that it stands behind. In a report that does not say, and in a body, to its parent's line if that is known, else behind the
 * change before it in the same section, else to the first line.
 */
export function annotationLines(changes: readonly Change[]): readonly number[] {
	const known = new Map<string, number>();
	for (const change of changes) {
		if (change.intendedLine !== null) known.set(pathKey([...change.lineage, change.line]), change.intendedLine);
	}
	const lastInSection = new Map<string, number>();
	return changes.map((change) => {
		const section = pathKey(change.lineage);
		const line =
			change.intendedLine ?? change.nearLine ?? parentLine(change.lineage, known) ?? lastInSection.get(section) ?? 1;
		if (change.intendedLine !== null) lastInSection.set(section, change.intendedLine);
		return line;
	});
}

function parentLine(lineage: readonly string[], known: ReadonlyMap<string, number>): number | undefined {
	for (let depth = lineage.length; depth > 0; depth -= 1) {
		const line = known.get(pathKey(lineage.slice(0, depth)));
		if (line !== undefined) return line;
	}
	return undefined;
}

function pathKey(path: readonly string[]): string {
	return path.join('\n');
}
