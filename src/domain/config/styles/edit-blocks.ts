import type { Nesting } from './nesting.ts';

/** FortiOS: `config …` is closed by `end`, `edit …` by `next`, whatever the indentation. */
export function editBlocksNesting(): Nesting {
	const open: OpenSection[] = [];
	let strays = 0;

	return {
		place(index, _raw, text) {
			if (text === 'end' || text === 'next') {
				const closed = close(open, text);
				if (closed === null) strays += 1;
				return { role: 'closer', parent: closed?.index ?? -1 };
			}
			const parent = open.at(-1)?.index ?? -1;
			if (/^(?:config|edit)\s/.test(text)) open.push({ index, text });
			return { role: 'statement', parent };
		},
		unbalanced: () => open.length + strays,
		enclosing: () => open.at(-1)?.index ?? -1,
	};
}

interface OpenSection {
	readonly index: number;
	readonly text: string;
}

/**
 * Takes the section off the stack that this line closes; null where there is none. `end` leaves the whole table, also from
 * inside an entry: that is how a backup closes a VDOM.
 */
function close(open: OpenSection[], closer: string): OpenSection | null {
	const kind = closer === 'end' ? 'config' : 'edit';
	const at = closer === 'end' ? open.findLastIndex(({ text }) => text.startsWith(kind)) : open.length - 1;
	if (open[at]?.text.startsWith(kind) !== true) return null;
	return open.splice(at)[0] ?? null;
}
