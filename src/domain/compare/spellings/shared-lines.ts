import type { ConfigNode } from '../../config/config-node.ts';
import { holdsIn } from '../../config/lineage.ts';
import type { SequenceRule } from '../../platform/list-rules.ts';
import type { Siblings } from '../siblings/siblings.ts';

/**
 * Breaks the running lines of a sequence as the intended ones are broken, where both say the same values in the same order.
 * A sequence that differs is left as it stands.
 *
 * @example
 * ip name-server 192.0.2.1 192.0.2.2    with    ip name-server 192.0.2.1 · ip name-server 192.0.2.2
 * //=> ip name-server 192.0.2.1 192.0.2.2    on both sides
 */
export function withSharedLines(
	siblings: Siblings,
	lineage: readonly string[],
	rules: readonly SequenceRule[] = [],
): Siblings {
	return rules.filter((rule) => holdsIn(lineage, rule)).reduce(withLinesOf, siblings);
}

function withLinesOf({ intended, running }: Siblings, { pattern }: SequenceRule): Siblings {
	const ours = sequencesAmong(intended, pattern);
	if (ours.size === 0) return { intended, running };
	const broken = new Map<ConfigNode, readonly ConfigNode[]>();
	for (const [name, theirs] of sequencesAmong(running, pattern)) {
		const own = ours.get(name);
		if (own === undefined || own.values !== theirs.values) continue;
		const [first, ...others] = theirs.lines;
		if (first === undefined) continue;
		broken.set(
			first,
			own.lines.map(({ text }) => ({ ...first, text })),
		);
		for (const line of others) broken.set(line, []);
	}
	return { intended, running: broken.size === 0 ? running : running.flatMap((node) => broken.get(node) ?? [node]) };
}

interface Sequence {
	readonly lines: readonly ConfigNode[];
	/** All values, with blanks between them. */
	readonly values: string;
}

/** By what stands around its values. */
function sequencesAmong(nodes: readonly ConfigNode[], pattern: RegExp): ReadonlyMap<string, Sequence> {
	const sequences = new Map<string, Sequence>();
	for (const node of nodes) {
		// Nearly no line is one: to ask is cheaper than to take apart.
		if (!pattern.test(node.text)) continue;
		const { head = '', values = '', tail = '' } = pattern.exec(node.text)?.groups ?? {};
		const name = `${head}\0${tail}`;
		const known = sequences.get(name);
		sequences.set(name, {
			lines: [...(known?.lines ?? []), node],
			values: known === undefined ? values : `${known.values} ${values}`,
		});
	}
	return sequences;
}
