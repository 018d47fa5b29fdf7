import type { ConfigNode } from '../../config/config-node.ts';
import type { Syntax } from '../../platform/syntax.ts';
import type { Siblings } from '../siblings/siblings.ts';

/**
 * Both sides without lines whose value a further line of their section replaces: a file of a base and what differs from it says
 * such a thing twice, and a device shows the last one.
 *
 * @example
 * description base · mtu 9000 · description site    with    description site · mtu 9000
 * //=> mtu 9000 · description site    with    what stands there
 */
export function withoutOverwritten(siblings: Siblings, { style, negation }: Syntax): Siblings {
	if (style !== 'indented' || !/^(?:no|undo) $/.test(negation)) return siblings;
	return { intended: withLastValues(siblings.intended), running: withLastValues(siblings.running) };
}

function withLastValues(nodes: readonly ConfigNode[]): readonly ConfigNode[] {
	const last = new Map<string, ConfigNode>();
	const overwritten = new Set<ConfigNode>();
	for (const node of nodes) {
		const command = node.children.length === 0 && node.body === null ? WITH_ONE_VALUE.exec(node.text)?.[0] : undefined;
		if (command === undefined) continue;
		const before = last.get(command);
		if (before !== undefined) overwritten.add(before);
		last.set(command, node);
	}
	return overwritten.size === 0 ? nodes : nodes.filter((node) => !overwritten.has(node));
}

/** Commands that have one value on every system whose sections hold them; the match is what the values have in common. */
const WITH_ONE_VALUE =
	/^(?:description(?= )|(?:hostname|sysname|duplex|spanning-tree mode)(?= \S+$)|mtu(?= \d+$)|switchport (?:mode|access vlan|trunk native vlan(?! tag$))(?= ))/;
