import type { ConfigNode } from '../../config/config-node.ts';
import { holdsIn } from '../../config/lineage.ts';
import type { ShorthandRule } from '../../platform/equivalence-rules.ts';
import { gateOfRules } from '../gate-of-rules.ts';
import type { Siblings } from '../siblings/siblings.ts';

/** What a line stands for. */
export interface Shorthand {
	/** The section that the lines stand in; null: they stand where the line does. */
	readonly header: string | null;
	readonly lines: readonly string[];
}

/** What a line stands for; null: for itself. */
export type ReadShorthand = (node: ConfigNode) => Shorthand | null;

/** Reads the lines of one section; null: no rule holds there. */
export function shorthandReader(
	lineage: readonly string[],
	rules: readonly ShorthandRule[] = [],
): ReadShorthand | null {
	const holding = rules.filter((rule) => holdsIn(lineage, rule));
	if (holding.length === 0) return null;
	const isShort = gateOf(rules);
	return ({ text, children, body }) => {
		if (!isShort(text) || children.length > 0 || body !== null) return null;
		const rule = holding.find(({ pattern }) => pattern.test(text));
		if (rule === undefined) return null;
		const spelled = (line: string): string => text.replace(rule.pattern, line);
		return { header: rule.section === undefined ? null : spelled(rule.section), lines: rule.lines.map(spelled) };
	};
}

const gateOf = gateOfRules<ShorthandRule>(({ pattern }) => pattern);

/**
 * Reads a line that stands for several as these, where the other side has one of them, or their section.
 *
 * @example
 * route-target both 1:1    with    route-target export 1:1 · route-target import 1:1
 * //=> route-target import 1:1 · route-target export 1:1    with    what stands there
 */
export function expandShorthands(
	siblings: Siblings,
	lineage: readonly string[],
	rules?: readonly ShorthandRule[],
): Siblings {
	const read = shorthandReader(lineage, rules);
	if (read === null) return siblings;
	const { intended, running } = siblings;
	return { intended: expanded(intended, running, read), running: expanded(running, intended, read) };
}

function expanded(
	nodes: readonly ConfigNode[],
	others: readonly ConfigNode[],
	read: ReadShorthand,
): readonly ConfigNode[] {
	if (!nodes.some((node) => read(node) !== null)) return nodes;
	const [sections, lines] = [new Set<string>(), new Set<string>()];
	for (const { text, children } of others) (children.length > 0 ? sections : lines).add(text);
	return nodes.flatMap((node) => {
		const short = read(node);
		if (short === null || lines.has(node.text)) return [node];
		const parts = short.lines.map((text) => ({ ...node, text }));
		if (short.header === null) return parts.some(({ text }) => lines.has(text)) ? parts : [node];
		return sections.has(short.header) ? [{ ...node, text: short.header, children: parts }] : [node];
	});
}
