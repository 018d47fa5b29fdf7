import type { ConfigNode } from '../config/tree.ts';
import type { PortRule } from '../platform/equivalence-rules.ts';

/**
 * Whether a section that only the device has is a port as it came: it is there because the hardware is, and what stands in it is
 * what a device shows of a port that nobody touched.
 */
export function isUntouchedPort(
	{ text, children, body }: ConfigNode,
	lineage: readonly string[],
	rules: readonly PortRule[] = [],
): boolean {
	if (lineage.length > 0 || body !== null) return false;
	return rules.some((rule) => rule.header.test(text) && isAsItCame(children, rule));
}

function isAsItCame(children: readonly ConfigNode[], { says = [], mayState }: PortRule): boolean {
	const lines = children.map((child) => child.text);
	if (children.some((child) => child.children.length > 0 || child.body !== null)) return false;
	return (
		says.every((line) => lines.includes(line)) &&
		lines.every((line) => says.includes(line) || mayState?.test(line) === true)
	);
}
