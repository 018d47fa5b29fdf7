import type { Syntax } from '../../platform/syntax.ts';
import type { Nesting } from './nesting.ts';

/** FortiOS: `config …` is closed by `end`, `edit …` by `next`, whatever the indentation. */
export function editBlocksNesting(_syntax: Syntax): Nesting {
	const open: OpenSection[] = [];
	let strays = 0;

	return {
		place(index, _raw, text) {
			if (isCloser(text)) {
				const closed = close(open, text);
				if (closed === null) strays += 1;
				return { role: 'closer', parent: closed?.index ?? -1 };
			}
			const parent = open.at(-1)?.index ?? -1;
			if (opens(text)) open.push({ index, text });
			return { role: 'statement', parent };
		},
		isBalanced: () => open.length === 0 && strays === 0,
		enclosing: () => open.at(-1)?.index ?? -1,
	};
}

/** How many sections are left open after these statements and closers, or closed without being open. */
export function unbalancedBlocks(texts: readonly string[]): number {
	const open: OpenSection[] = [];
	let strays = 0;
	for (const [index, text] of texts.entries()) {
		if (opens(text)) open.push({ index, text });
		else if (isCloser(text) && close(open, text) === null) strays += 1;
	}
	return open.length + strays;
}

interface OpenSection {
	readonly index: number;
	readonly text: string;
}

function opens(text: string): boolean {
	return /^(?:config|edit)\s/.test(text);
}

function isCloser(text: string): boolean {
	return text === 'end' || text === 'next';
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
