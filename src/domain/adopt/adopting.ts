import type { Siblings } from '../compare/siblings/siblings.ts';
import type { ConfigNode } from '../config/config-node.ts';
import type { groupedOnce } from '../config/tree-paths.ts';
import type { Change } from '../drift-report.ts';
import type { Platform } from '../platform/platform.ts';
import type { ChangesByLine } from './changes-by-line.ts';
import type { FileLines } from './file-lines.ts';
import type { RunningLines } from './running-lines.ts';
import type { Unit } from './unit.ts';

/** What adopting has at hand: both sides, and which differences are to be taken over. */
export interface Adopting {
	readonly platform: Platform;
	readonly trees: Siblings;
	readonly file: FileLines;
	/** The masked text of the statement on a line of the file. */
	readonly maskedAt: (number: number) => string;
	/** null: the trees are flat, and a node's text is its line. */
	readonly running: RunningLines | null;
	/** The lines of a section of the device, by what they are called however they are spelled. */
	readonly bySpelling: ReturnType<typeof groupedOnce<string>>;
	/** Every difference of the two trees. */
	readonly changes: ChangesByLine;
	readonly isChosen: (change: Change) => boolean;
}

/** The unit of a statement in the file. */
export function unitOf({ lineNumber }: ConfigNode, { file }: Adopting): Unit {
	return file.unitAt(file.indexOf(lineNumber));
}

/** A statement of the device with what is chosen of its inside, as the file writes it. */
export function linesOf(node: ConfigNode, indent: string, { running, changes, isChosen }: Adopting): readonly string[] {
	if (running === null) return [node.text];
	const wants = (number: number): boolean => {
		const change = changes.extra.get(number);
		// Without a change of its own it opens a section once more.
		return change === undefined || isChosen(change);
	};
	return running.unit(node.lineNumber, indent, wants);
}

/** What stands for a changed statement, indented as the file indents it. */
export function replacementOf(intended: ConfigNode, replacing: ConfigNode, adopting: Adopting): readonly string[] {
	const { file, maskedAt, running } = adopting;
	if (running === null) return [replacing.text];
	const { start, end } = unitOf(intended, adopting);
	const indent = file.indentAt(start);
	// `edit 1` and the `next` that closes it.
	if (end > start + 1) return linesOf(replacing, indent, adopting);
	const replaced = { printed: file.scanned[start]?.text ?? '', masked: maskedAt(intended.lineNumber) };
	return [running.statement(replacing.lineNumber, indent, replaced)];
}

/** A section that is opened several times goes with all of its parts; of equal lines only the one that is meant. */
export function occurrences(node: ConfigNode, siblings: readonly ConfigNode[]): readonly ConfigNode[] {
	return node.children.length === 0 ? [node] : siblings.filter(({ text }) => text === node.text);
}
