import type { ConfigNode } from '../../config/tree.ts';
import type { Siblings } from '../siblings/match-siblings.ts';

/**
 * In braces `level 2 metric 20;` and `level 2 { metric 20; }` are one statement. Where one side has a section, lines of the
 * other that begin with its header are read as lines of that section.
 */
export function nestOneLiners({ intended, running }: Siblings): Siblings {
	return { intended: nested(intended, headersOf(running)), running: nested(running, headersOf(intended)) };
}

/** Headers of sections, longest first, by their first word. */
type Headers = ReadonlyMap<string, readonly string[]>;

function headersOf(nodes: readonly ConfigNode[]): Headers {
	const headers = new Set(nodes.filter(({ children }) => children.length > 0).map(({ text }) => text));
	const longestFirst = [...headers].toSorted((one, other) => other.length - one.length);
	return Map.groupBy(longestFirst, firstWord);
}

function nested(nodes: readonly ConfigNode[], headers: Headers): readonly ConfigNode[] {
	if (headers.size === 0) return nodes;
	return nodes.map((node) => {
		if (node.children.length > 0 || node.body !== null) return node;
		const header = headers.get(firstWord(node.text))?.find((text) => node.text.startsWith(`${text} `));
		if (header === undefined) return node;
		return { ...node, text: header, children: [{ ...node, text: node.text.slice(header.length + 1) }] };
	});
}

function firstWord(text: string): string {
	const end = text.indexOf(' ');
	return end === -1 ? text : text.slice(0, end);
}
