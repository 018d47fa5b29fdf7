import type { BlockRule } from '../platform/syntax.ts';

/**
 * - `statement`: says something, compared
 * - `body`: a line of a multi-line block, data whatever it looks like
 * - `closer`, `comment`, `frame`, `blank`: not compared, but redacted like every line
 */
export type LineRole = 'statement' | 'body' | 'closer' | 'comment' | 'frame' | 'blank';

/** What a line of a configuration says, wherever it stands. */
export interface LineReading {
	/** With its indentation, without trailing white space. */
	readonly raw: string;
	/** Without its indentation. */
	readonly text: string;
	readonly role: LineRole;
	/** The rule of the block that this line starts; null for every other line. */
	readonly block: BlockRule | null;
}

/** One line of a configuration and its place in the hierarchy. */
export interface ConfigLine extends LineReading {
	/** 1-based, in the text that came in. */
	readonly number: number;
	/** Index of the parent in the same array; -1 at the top level. For a body line: the line that starts its block. */
	readonly parent: number;
}
