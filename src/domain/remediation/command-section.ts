import { Portion, type Steps } from '../steps.ts';
import { primaryFirst, primaryLast } from './addresses.ts';
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

/** A section that nothing has been collected for. */
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
export function* printCommands(root: CommandSection, dialect: Dialect): Steps<readonly string[]> {
	const printed: string[] = [];
	const portion = new Portion();
	const print = function* (section: CommandSection, depth: number): Steps<void> {
		const indent = ' '.repeat(depth);
		if (portion.isFull(section.removals.size + section.commands.length + section.late.size + 1)) yield;
		for (const command of primaryLast(section.removals)) printed.push(indent + command);
		for (const command of primaryFirst(section.commands)) printed.push(indent + command);
		for (const [head = '', ...body] of section.blocks.values()) {
			printed.push(indent + head);
			// Only the first line: what follows is text, letter for letter.
			for (const line of body) printed.push(line);
		}
		for (const [header, inner] of section.sections) {
			printed.push(indent + header);
			yield* print(inner, depth + 1);
			printed.push(indent + dialect.leave(header));
		}
		for (const command of section.late) printed.push(indent + command);
	};
	yield* print(root, 0);
	return printed;
}
