import type { ConfigNode } from '../../config/config-node.ts';
import { holdsIn } from '../../config/lineage.ts';
import { childrenAt } from '../../config/tree-paths.ts';
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
		if (!isShort(text) || body !== null) return null;
		// What stands below a line goes on in the section that it names.
		const rule = holding.find(
			({ pattern, section }) => pattern.test(text) && (section !== undefined || children.length === 0),
		);
		if (rule === undefined) return null;
		const spelled = (line: string): string => text.replace(rule.pattern, line);
		return { header: rule.section === undefined ? null : spelled(rule.section), lines: rule.lines.map(spelled) };
	};
}

const gateOf = gateOfRules<ShorthandRule>(({ pattern }) => pattern);

/**
 * Reads a line that stands for others as these, where the other side has one of them, or their section.
 *
 * @param options - the platform's rules, and what runs where both sides are files: what they say is read as in a comparison with
 * it
 *
 * @example
 * route-target both 1:1    with    route-target export 1:1 · route-target import 1:1
 * //=> route-target import 1:1 · route-target export 1:1    with    what stands there
 *
 * @example
 * access-list 10 permit any    with    ip access-list standard 10 / 10 permit any
 * //=> ip access-list standard 10 / permit any    with    what stands there
 */
export function expandShorthands(
	siblings: Siblings,
	lineage: readonly string[],
	{
		rules,
		device = [],
	}: { readonly rules: readonly ShorthandRule[] | undefined; readonly device?: Siblings['running'] | undefined },
): Siblings {
	const read = shorthandReader(lineage, rules);
	if (read === null) return siblings;
	const { intended, running } = siblings;
	const shown = childrenAt(device, lineage);
	return {
		intended: expanded(intended, [...running, ...shown], read),
		running: expanded(running, [...intended, ...shown], read),
	};
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
		if (short === null) return [node];
		const { header } = short;
		const parts = short.lines.map((text) => ({ ...node, text, children: [] }));
		if (header !== null) {
			return sections.has(header) ? [{ ...node, text: header, children: [...parts, ...node.children] }] : [node];
		}
		return !lines.has(node.text) && parts.some(({ text }) => lines.has(text)) ? parts : [node];
	});
}
