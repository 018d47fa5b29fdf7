import type { ConfigNode } from '../../config/config-node.ts';
import type { Siblings } from '../siblings/siblings.ts';

/**
 * Both sides without statements that say a part of another one's path and are not on the other side, too: whoever says the
 * longer one says them as well, and a device shows them where nothing stands in them.
 *
 * @example
 * set firewall name A rule 10 · set firewall name A rule 10 action accept    with    the second one alone
 * //=> the second one on both sides
 */
export function withoutImpliedPaths({ intended, running }: Siblings): Siblings {
	const texts = { intended: textsOf(intended), running: textsOf(running) };
	const isShared = (text: string): boolean => texts.intended.has(text) && texts.running.has(text);
	const all = texts.intended.union(texts.running);
	const alone = [...all].filter((text) => !isShared(text));
	if (alone.length === 0) return { intended, running };
	const implied = partsOfPaths(new Set(alone), all);
	const isSaid = ({ text, children }: ConfigNode): boolean => children.length > 0 || !implied.has(text);
	return { intended: intended.filter(isSaid), running: running.filter(isSaid) };
}

function textsOf(nodes: readonly ConfigNode[]): ReadonlySet<string> {
	return new Set(nodes.filter(({ children }) => children.length === 0).map(({ text }) => text));
}

/** Those that a longer statement begins with. */
function partsOfPaths(texts: ReadonlySet<string>, statements: Iterable<string>): ReadonlySet<string> {
	const parts = new Set<string>();
	for (const statement of statements) {
		for (let end = statement.indexOf(' '); end !== -1; end = statement.indexOf(' ', end + 1)) {
			const part = statement.slice(0, end);
			if (texts.has(part)) parts.add(part);
		}
	}
	return parts;
}
