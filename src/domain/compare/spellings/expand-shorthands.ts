import type { ConfigNode } from '../../config/config-node.ts';
import { holdsIn, matchesLastParents } from '../../config/lineage.ts';
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
	const holding = rules.filter((rule) => rule.atTop === undefined && holdsIn(lineage, rule));
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
 * Reads a line that stands for others as these, where the other side has one of them, or where anybody has their section.
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
	const raised = lineage.length === 0 ? withRaised(siblings, rules) : siblings;
	const read = shorthandReader(lineage, rules);
	if (read === null) return raised;
	const { intended, running } = raised;
	const isShort = (node: ConfigNode): boolean => read(node) !== null;
	if (!intended.some(isShort) && !running.some(isShort)) return raised;
	const shown = childrenAt(device, lineage);
	// One side may have a section and, beside it, lines that name it; the other one the same lines only.
	const sections = textsOf([...intended, ...running, ...shown].filter(({ children }) => children.length > 0));
	const around = { read, sections, shown: linesOf(shown) };
	return {
		intended: expanded(intended, { ...around, others: linesOf(running) }),
		running: expanded(running, { ...around, others: linesOf(intended) }),
	};
}

/** The sections of both sides and of the device, and the lines of the other side and of the device. */
interface Around {
	readonly read: ReadShorthand;
	readonly sections: ReadonlySet<string>;
	readonly others: ReadonlySet<string>;
	readonly shown: ReadonlySet<string>;
}

function expanded(nodes: readonly ConfigNode[], { read, sections, others, shown }: Around): readonly ConfigNode[] {
	return nodes.flatMap((node) => {
		const short = read(node);
		if (short === null) return [node];
		const { header } = short;
		const parts = short.lines.map((text) => ({ ...node, text, children: [] }));
		if (header !== null) {
			return sections.has(header) ? [{ ...node, text: header, children: [...parts, ...node.children] }] : [node];
		}
		// Of the other side alone: a device may show the short form where the other file has what it stands for.
		if (others.has(node.text)) return [node];
		return parts.some(({ text }) => others.has(text) || shown.has(text)) ? parts : [node];
	});
}

/**
 * Lines of a section that stand for some of another one at the top, where the other side speaks of the same there. Elsewhere they
 * stay: an older release shows them so, and newer ones take them.
 */
function withRaised(siblings: Siblings, rules: readonly ShorthandRule[] = []): Siblings {
	const ofTop = rules.filter(({ atTop }) => atTop !== undefined);
	if (ofTop.length === 0) return siblings;
	const { intended, running } = siblings;
	const raise = (nodes: readonly ConfigNode[], others: readonly ConfigNode[]): readonly ConfigNode[] =>
		nodes.flatMap((node) => {
			const holding = ofTop.filter(({ within = [] }) => matchesLastParents([node.text], within));
			if (holding.length === 0) return [node];
			const raised = new Map<ConfigNode, ConfigNode>();
			for (const child of node.children) {
				const rule = holding.find(({ pattern }) => child.children.length === 0 && pattern.test(child.text));
				if (rule === undefined) continue;
				const header = child.text.replace(rule.pattern, rule.section ?? '');
				if (!childrenAt(others, [header]).some(({ text }) => rule.atTop?.test(text))) continue;
				const lines = rule.lines.map((line) => child.text.replace(rule.pattern, line));
				raised.set(child, { ...child, text: header, children: lines.map((text) => ({ ...child, text })) });
			}
			return [{ ...node, children: node.children.filter((child) => !raised.has(child)) }, ...raised.values()];
		});
	return { intended: raise(intended, running), running: raise(running, intended) };
}

function linesOf(nodes: readonly ConfigNode[]): ReadonlySet<string> {
	return textsOf(nodes.filter(({ children }) => children.length === 0));
}

function textsOf(nodes: readonly ConfigNode[]): ReadonlySet<string> {
	return new Set(nodes.map(({ text }) => text));
}
