import type { ConfigNode } from '../../config/config-node.ts';
import type { EquivalenceRules } from '../../platform/equivalence-rules.ts';
import type { Siblings } from '../siblings/siblings.ts';

/**
 * The intended side without lines whose value a further line of their section replaces: a file of a base and what differs from it
 * says such a thing twice, and a device shows the last one. Where the device shows two, they are about several things, as in a
 * text that lost its indentation.
 *
 * @example
 * description base · mtu 9000 · description site    with    description site · mtu 9000
 * //=> mtu 9000 · description site    with    what stands there
 */
export function withoutOverwritten(
	{ intended, running }: Siblings,
	lineage: readonly string[],
	{ overwritten }: EquivalenceRules,
): Siblings {
	const pattern = lineage.length === 0 ? overwritten?.atTop : overwritten?.inSections;
	if (pattern === undefined) return { intended, running };
	const commandOf = ({ text, children, body }: ConfigNode): string | null =>
		children.length === 0 && body === null ? (pattern.exec(text)?.[0] ?? null) : null;
	const said = byCommand(intended, commandOf);
	if ([...said.values()].every(({ length }) => length === 1)) return { intended, running };
	const shown = byCommand(running, commandOf);
	const last = new Map([...said].map(([command, nodes]) => [command, nodes.at(-1)]));
	const isReplaced = (node: ConfigNode): boolean => {
		const command = commandOf(node);
		return command !== null && last.get(command) !== node && (shown.get(command)?.length ?? 0) < 2;
	};
	return { intended: intended.filter((node) => !isReplaced(node)), running };
}

function byCommand(
	nodes: readonly ConfigNode[],
	commandOf: (node: ConfigNode) => string | null,
): ReadonlyMap<string, readonly ConfigNode[]> {
	const found = new Map<string, ConfigNode[]>();
	for (const node of nodes) {
		const command = commandOf(node);
		if (command === null) continue;
		const same = found.get(command);
		if (same === undefined) found.set(command, [node]);
		else same.push(node);
	}
	return found;
}
