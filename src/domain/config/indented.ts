import type { Syntax } from '../platform.ts';
import type { Nesting } from './nesting.ts';

/**
 * IOS and its relatives: a line belongs to the nearest line above that is indented less. How deep a level is does not
 * matter (IOS uses one space, NX-OS two, EOS three, and sub-modes of one device differ).
 */
export function indentedNesting({ closers }: Syntax): Nesting {
	const open: { readonly indent: number; readonly index: number }[] = [];

	const closeDeeper = (indent: number): number => {
		while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
		return open.at(-1)?.index ?? -1;
	};

	return {
		place(index, raw, text) {
			const indent = raw.length - text.length;
			const parent = closeDeeper(indent);
			if (closers.some((pattern) => pattern.test(text))) return { role: 'closer', parent };
			open.push({ indent, index });
			return { role: 'statement', parent };
		},
		enclosing(raw) {
			const indent = raw.length - raw.trimStart().length;
			return open.findLast((section) => section.indent < indent)?.index ?? -1;
		},
	};
}
