import type { Syntax } from '../platform.ts';
import type { Nesting } from './nesting.ts';

/** Junos and its relatives: `name {` opens, `}` closes, whatever the indentation. Annotations may run over several lines. */
export function bracesNesting(_syntax: Syntax): Nesting {
	const open: number[] = [];
	let annotation = false;

	return {
		place(index, _raw, text) {
			const parent = open.at(-1) ?? -1;
			if (annotation || text.startsWith('/*')) {
				annotation = !text.endsWith('*/');
				return { role: 'comment', parent };
			}
			if (/^\}[;,]?$/.test(text)) {
				return { role: 'closer', parent: open.pop() ?? -1 };
			}
			if (text.endsWith('{')) open.push(index);
			return { role: 'statement', parent };
		},
		enclosing: () => open.at(-1) ?? -1,
	};
}
