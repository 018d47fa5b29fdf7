import type { ConfigNode } from '../../config/config-node.ts';
import { holdsIn } from '../../config/lineage.ts';
import { childrenAt } from '../../config/tree-paths.ts';
import type { FlatRule } from '../../platform/equivalence-rules.ts';
import { gateOfRules } from '../gate-of-rules.ts';
import type { Siblings } from '../siblings/siblings.ts';

type Nodes = readonly ConfigNode[];

/** A line that names its section, read as a line in it. */
export interface FlatLine {
	readonly header: string;
	readonly rest: string;
}

/** The section that a line names, and what stands in it; null: it names none. */
export type ReadFlat = (node: ConfigNode) => FlatLine | null;

/** Reads the lines of one section; null: no rule holds there. */
export function flatReader(lineage: readonly string[], rules: readonly FlatRule[] = []): ReadFlat | null {
	const holding = rules.filter((rule) => holdsIn(lineage, rule));
	if (holding.length === 0) return null;
	const isFlat = gateOf(rules);
	return ({ text, children, body }) => {
		if (!isFlat(text) || body !== null) return null;
		const rule = holding.find(({ pattern, opens }) => pattern.test(text) && (opens === true || children.length === 0));
		if (rule === undefined) return null;
		return { header: text.replace(rule.pattern, rule.section), rest: rule.pattern.exec(text)?.groups?.rest ?? '' };
	};
}

const gateOf = gateOfRules<FlatRule>(({ pattern }) => pattern);

/**
 * Reads a line that names its section as a line in that section, where the other side has the section.
 *
 * @param options - the platform's rules, and what runs where both sides are files: what they say stands in its sections then,
 * as in a comparison with it
 *
 * @example
 * access-list 10 permit any    with    ip access-list standard 10 / 10 permit any
 * //=> ip access-list standard 10 / permit any    with    ip access-list standard 10 / 10 permit any
 */
export function nestFlatLines(
	siblings: Siblings,
	lineage: readonly string[],
	{ rules, device = [] }: { readonly rules?: readonly FlatRule[] | undefined; readonly device?: Nodes | undefined },
): Siblings {
	const read = flatReader(lineage, rules);
	if (read === null) return siblings;
	const { intended, running } = siblings;
	const shown = childrenAt(device, lineage);
	return {
		intended: nested(intended, [...running, ...shown], read),
		running: nested(running, [...intended, ...shown], read),
	};
}

function nested(nodes: readonly ConfigNode[], others: readonly ConfigNode[], read: ReadFlat): readonly ConfigNode[] {
	if (!nodes.some((node) => read(node) !== null)) return nodes;
	const headers = new Set(others.filter(({ children }) => children.length > 0).map(({ text }) => text));
	return nodes.map((node) => {
		const line = read(node);
		if (line === null || !headers.has(line.header)) return node;
		return { ...node, text: line.header, children: [{ ...node, text: line.rest, children: [] }, ...node.children] };
	});
}
