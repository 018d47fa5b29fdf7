import type { ConfigLine } from '../config/config-line.ts';
import type { LinePattern } from './pattern.ts';

/** Entries of a section, by the indices of their first lines. */
export interface Entries {
	/** Those in which a line matches. */
	readonly matching: readonly number[];
	readonly others: readonly number[];
}

/** The entries of the section that begins there, told apart by whether a line in them matches. */
export function entriesOf(lines: readonly ConfigLine[], section: number, pattern: LinePattern): Entries {
	/** By entry: whether a line in it matches. */
	const entries = new Map<number, boolean>();
	/** By line: the entry that it stands in. */
	const entryOf = new Map<number, number>();
	for (let index = section + 1; index < lines.length; index += 1) {
		const { parent, role, text } = lines[index] as ConfigLine;
		if (parent < section) break;
		const entry = parent === section ? index : (entryOf.get(parent) ?? index);
		entryOf.set(index, entry);
		if (role !== 'statement') continue;
		entries.set(entry, entries.get(entry) === true || (entry !== index && pattern.test(text)));
	}
	const firsts = [...entries.keys()];
	return {
		matching: firsts.filter((entry) => entries.get(entry) === true),
		others: firsts.filter((entry) => entries.get(entry) !== true),
	};
}
