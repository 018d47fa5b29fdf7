/** A statement and what belongs to it. */
export interface ConfigNode {
	/** The statement as the compare sees it: no indentation, no `{` or `;`. */
	readonly text: string;
	/** 1-based line in the text that came in. */
	readonly lineNumber: number;
	readonly children: readonly ConfigNode[];
	/** Lines of a block or of a whole-body section, letter for letter; null for everything else. */
	readonly body: readonly BodyLine[] | null;
	/** The body is a program, whose indentation says nothing; of a text it counts. */
	readonly freeIndent?: true;
	/** The body is a set: what its remarks begin with. */
	readonly set?: { readonly remark: string };
}

/** A line of a text of several lines; `lineNumber` is its 1-based place in the config that came in. */
export interface BodyLine {
	readonly text: string;
	readonly lineNumber: number;
}

/** Whether a statement holds neither others nor a text. */
export function isLeaf({ children, body }: ConfigNode): boolean {
	return children.length === 0 && body === null;
}
