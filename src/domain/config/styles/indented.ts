import { withoutIndent } from '../blanks.ts';
import type { Nesting } from './nesting.ts';

/**
 * IOS and its relatives: a line belongs to the nearest line above that is indented less. How deep a level is does not
 * matter (IOS uses one space, NX-OS two, EOS three, and sub-modes of one device differ).
 */
export function indentedNesting(): Nesting {
	/** The open sections, outermost first, and how far each is indented. */
	const sections: number[] = [];
	const indents: number[] = [];

	const closeDeeper = (indent: number): number => {
		while ((indents.at(-1) ?? -1) >= indent) {
			indents.pop();
			sections.pop();
		}
		return sections.at(-1) ?? -1;
	};

	return {
		place(index, raw, text, closes) {
			const indent = raw.length - text.length;
			const parent = closeDeeper(indent);
			if (closes) return { role: 'closer', parent };
			indents.push(indent);
			sections.push(index);
			return { role: 'statement', parent };
		},
		enclosing(raw) {
			const indent = raw.length - withoutIndent(raw).length;
			return sections[indents.findLastIndex((section) => section < indent)] ?? -1;
		},
	};
}
