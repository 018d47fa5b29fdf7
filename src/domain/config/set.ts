import type { Syntax } from '../platform.ts';
import type { Nesting } from './nesting.ts';

/** `display set` and its relatives: every line is a whole statement. */
export function setNesting({ closers }: Syntax): Nesting {
	return {
		place: (_index, _raw, text) => ({
			role: closers.some((pattern) => pattern.test(text)) ? 'closer' : 'statement',
			parent: -1,
		}),
		enclosing: () => -1,
	};
}
