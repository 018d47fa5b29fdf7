import type { Dialect } from './dialect.ts';

/** Commands of one section, while they are collected. */
export interface CommandSection {
	/** Take something back; entered before anything is written. */
	readonly removals: Set<string>;
	readonly commands: string[];
	/** Whole texts, each with all of its lines. */
	readonly blocks: Map<string, readonly string[]>;
	/** By header, in the order in which they were first needed. */
	readonly sections: Map<string, CommandSection>;
	/** Sections that go as a whole, when nothing refers to them any more. */
	readonly late: Set<string>;
}

export function emptySection(): CommandSection {
	return { removals: new Set(), commands: [], blocks: new Map(), sections: new Map(), late: new Set() };
}

/** The section at a path, created on the way where it is not there yet. */
export function sectionAt(root: CommandSection, path: readonly string[]): CommandSection {
	return path.reduce((section, header) => {
		const known = section.sections.get(header);
		if (known !== undefined) return known;
		const added = emptySection();
		section.sections.set(header, added);
		return added;
	}, root);
}

/** Writes the commands in the order in which they are to be entered; every section is left before the next one begins. */
export function printCommands(section: CommandSection, dialect: Dialect, depth = 0): readonly string[] {
	const indent = ' '.repeat(depth);
	return [
		...[...section.removals, ...section.commands].map((command) => indent + command),
		// Only the first line: what follows is text, letter for letter.
		...[...section.blocks.values()].flatMap(([head = '', ...body]) => [indent + head, ...body]),
		...[...section.sections].flatMap(([header, inner]) => [
			indent + header,
			...printCommands(inner, dialect, depth + 1),
			indent + dialect.leave(header),
		]),
		...[...section.late].map((command) => indent + command),
	];
}
