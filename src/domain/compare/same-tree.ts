import type { ConfigNode } from '../config/config-node.ts';

/**
 * Whether two trees are equal, letter for letter, as most sections of most devices are: that is seen without reading any
 * rule.
 */
export function isSameTree(intended: readonly ConfigNode[], running: readonly ConfigNode[]): boolean {
	if (intended.length !== running.length) return false;
	for (let index = 0; index < intended.length; index += 1) {
		const [node, other] = [intended[index] as ConfigNode, running[index] as ConfigNode];
		if (node.text !== other.text || !isSameBody(node, other)) return false;
		if (!isSameTree(node.children, other.children)) return false;
	}
	return true;
}

/** Whether both have the same text of several lines, or none. */
export function isSameBody({ body }: ConfigNode, { body: other }: ConfigNode): boolean {
	if (body === null || other === null) return body === other;
	return body.length === other.length && body.every(({ text }, index) => text === other[index]?.text);
}
