import type { BodyLine, ConfigNode } from '../config/config-node.ts';
import { mergeSections, sectionHeaders } from '../config/merge-sections.ts';
import type { Change } from '../drift-report.ts';

/**
 * Says of one line in which section only one side has it. Written out: where all lines differ, to make a change of another costs a
 * tenth of the whole compare.
 */
type ChangeOf = (line: BodyLine, lineage: readonly string[]) => Change;

/** A section that the device lacks is reported line by line: each is a line to write. */
export function missingChanges(node: ConfigNode, lineage: readonly string[]): readonly Change[] {
	return subtreeChanges(node, lineage, ({ text, lineNumber }, inside) => ({
		kind: 'missing',
		lineage: inside,
		line: text,
		runningText: null,
		intendedLine: lineNumber,
		runningLine: null,
		class: null,
	}));
}

/** A section that only the device has: each is a line to take away. */
export function extraChanges(node: ConfigNode, lineage: readonly string[], nearLine: number): readonly Change[] {
	return subtreeChanges(node, lineage, ({ text, lineNumber }, inside) => ({
		kind: 'extra',
		lineage: inside,
		line: text,
		runningText: null,
		intendedLine: null,
		runningLine: lineNumber,
		class: null,
		nearLine,
	}));
}

function subtreeChanges(root: ConfigNode, outside: readonly string[], changeOf: ChangeOf): readonly Change[] {
	const changes: Change[] = [];
	const addNode = (node: ConfigNode, lineage: readonly string[]): void => {
		changes.push(changeOf(node, lineage));
		const { text, body, children } = node;
		if (body === null && children.length === 0) return;
		const inside = [...lineage, text];
		for (const line of body ?? []) changes.push(changeOf(line, inside));
		for (const child of mergeSections(children, sectionHeaders([children]))) addNode(child, inside);
	};
	addNode(root, outside);
	return changes;
}
