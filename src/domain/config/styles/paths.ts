import type { Nesting } from './nesting.ts';

/** RouterOS: `/ip firewall filter` says where the lines below it belong, up to the next such line. */
export function pathsNesting(): Nesting {
	let section = -1;

	return {
		place(index, _raw, text) {
			if (!text.startsWith('/')) return { role: 'statement', parent: section };
			section = index;
			return { role: 'statement', parent: -1 };
		},
		enclosing: () => section,
	};
}
