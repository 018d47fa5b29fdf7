import type { Nesting } from './nesting.ts';

/** `display set` and its relatives: every line is a whole statement. */
export function setNesting(): Nesting {
	return {
		place: (_index, _raw, _text, closes) => ({ role: closes ? 'closer' : 'statement', parent: -1 }),
		enclosing: () => -1,
	};
}
