import type { Syntax } from '../platform.ts';
import type { Nesting } from './nesting.ts';

/** FortiOS: `config …` is closed by `end`, `edit …` by `next`, whatever the indentation. */
export function editBlocksNesting(_syntax: Syntax): Nesting {
	const open: number[] = [];

	return {
		place(index, _raw, text) {
			if (text === 'end' || text === 'next') return { role: 'closer', parent: open.pop() ?? -1 };
			const parent = open.at(-1) ?? -1;
			if (/^(?:config|edit)\s/.test(text)) open.push(index);
			return { role: 'statement', parent };
		},
		enclosing: () => open.at(-1) ?? -1,
	};
}
