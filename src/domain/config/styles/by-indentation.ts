import type { ConfigLine } from '../config-line.ts';
import { indentedNesting } from './indented.ts';
import type { Nesting } from './nesting.ts';

/**
 * For a text whose sections do not open and close alike: what a line is, the style tells; what it belongs to, its indentation.
 * So the sections beside the odd one stay what they are.
 */
export function byIndentation(style: Nesting): Nesting {
	const indented = indentedNesting();
	return {
		place(index, raw, text, closes) {
			const { role } = style.place(index, raw, text, closes);
			if (role === 'comment') return { role, parent: indented.enclosing(raw) };
			if (role === 'statement') return indented.place(index, raw, text, false);
			// Belongs to what it closes, and goes where that goes.
			const parent = indented.enclosing(` ${raw}`);
			indented.place(index, raw, text, true);
			return { role, parent };
		},
		inRemark: () => style.inRemark?.() === true,
		enclosing: (raw) => indented.enclosing(raw),
	};
}

/** Whether sections are indented so regularly, but for a few, that it tells what they hold. */
export function isIndented(lines: readonly ConfigLine[]): boolean {
	const sections = new Set<number>();
	let deeper = 0;
	for (const { role, raw, text, parent } of lines) {
		const header = lines[parent];
		if (role !== 'statement' || header === undefined || sections.has(parent)) continue;
		sections.add(parent);
		if (raw.length - text.length > header.raw.length - header.text.length) deeper += 1;
	}
	return deeper > REGULAR_SHARE * sections.size;
}

const REGULAR_SHARE = 0.75;
