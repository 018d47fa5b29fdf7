import type { ConfigNode } from '../../config/config-node.ts';
import type { OrderRule } from '../../platform/order-rules.ts';
import { orderRuleOf } from '../siblings/ordered-lists.ts';
import type { Siblings } from '../siblings/siblings.ts';

/**
 * Both sides without statements that say a part of another one's path and are not on the other side, too: whoever says the
 * longer one says them as well, and a device shows them where nothing stands in them. A part of what has its place in a list
 * stays: it may be what gives the place.
 *
 * @example
 * set firewall name A rule 10 · set firewall name A rule 10 action accept    with    the second one alone
 * //=> the second one on both sides
 */
export function withoutImpliedPaths({ intended, running }: Siblings, order: readonly OrderRule[]): Siblings {
	const texts = { intended: textsOf(intended), running: textsOf(running) };
	const isShared = (text: string): boolean => texts.intended.has(text) && texts.running.has(text);
	const all = texts.intended.union(texts.running);
	const alone = [...all].filter((text) => !isShared(text));
	if (alone.length === 0) return { intended, running };
	const parts = partsOfPaths(new Set(alone), all);
	if (parts.size === 0) return { intended, running };
	const placed = [...all].filter((text) => isPlaced(text, order));
	const implied = parts.difference(partsOfPaths(parts, placed));
	const isSaid = ({ text, children }: ConfigNode): boolean => children.length > 0 || !implied.has(text);
	return { intended: intended.filter(isSaid), running: running.filter(isSaid) };
}

/** Whether the statement is in a list, and says no number that tells its place wherever it stands. */
function isPlaced(text: string, order: readonly OrderRule[]): boolean {
	const rule = orderRuleOf(text, [], order);
	return rule !== null && rule.numbers?.test(text) !== true;
}

function textsOf(nodes: readonly ConfigNode[]): ReadonlySet<string> {
	return new Set(nodes.filter(({ children }) => children.length === 0).map(({ text }) => text));
}

/** Those that a longer statement begins with. What takes a state from a node (`deactivate`) is about all that is in it. */
function partsOfPaths(texts: ReadonlySet<string>, statements: Iterable<string>): ReadonlySet<string> {
	const parts = new Set<string>();
	for (const statement of statements) {
		if (!statement.startsWith('set ')) continue;
		for (let end = statement.indexOf(' '); end !== -1; end = statement.indexOf(' ', end + 1)) {
			const part = statement.slice(0, end);
			if (texts.has(part)) parts.add(part);
		}
	}
	return parts;
}
