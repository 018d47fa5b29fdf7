import { readQuotes } from '../quotes.ts';
import type { Nesting } from './nesting.ts';

/**
 * Junos and its relatives: `name {` opens, `}` closes, whatever the indentation. Annotations may run over several lines.
 *
 * @param endless - index of the line from which on no annotation has an end: each is one line then, so that a forgotten sign
 * does not hide the rest
 */
export function bracesNesting(endless = Number.POSITIVE_INFINITY): Nesting {
	const open: number[] = [];
	let annotation = false;
	let began = 0;
	let strays = 0;

	return {
		place(index, _raw, line) {
			const text = withoutRemark(line);
			const parent = open.at(-1) ?? -1;
			if (annotation || text.startsWith('/*')) {
				if (!annotation) began = index;
				annotation = began < endless && goesOn(text);
				return { role: 'comment', parent };
			}
			if (/^\}[;,]?$/.test(text)) {
				if (open.length === 0) strays += 1;
				return { role: 'closer', parent: open.pop() ?? -1 };
			}
			if (text.endsWith('{')) open.push(index);
			return { role: 'statement', parent };
		},
		inRemark: () => annotation,
		endlessRemark: () => (annotation ? began : null),
		unbalanced: () => open.length + strays,
		enclosing: () => open.at(-1) ?? -1,
	};
}

/** Whether an annotation that a line is a part of is open at its end. */
function goesOn(text: string): boolean {
	const opened = text.lastIndexOf('/*');
	const closed = text.lastIndexOf('*/');
	return closed === -1 || (opened !== -1 && closed < opened + 2);
}

/**
 * A statement without the remark behind it. Junos prints some: ` ## SECRET-DATA` comes and goes with the class of who looks,
 * ` ## Warning: … is deprecated` with the release; and people write theirs.
 */
export function withoutRemark(text: string): string {
	const { remark } = readQuotes(text);
	return remark === -1 ? text : text.slice(0, remark).trimEnd();
}
