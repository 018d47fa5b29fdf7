/** Where a line stands: what a syntax style has to tell about it. */
export interface Placement {
	readonly role: 'statement' | 'closer' | 'comment';
	/** Index of the parent; -1 at the top level. */
	readonly parent: number;
}

/** Keeps track of the open sections while lines go by, top to bottom. One per text. */
export interface Nesting {
	/** Places the line that will stand at `index`; `closes`: one of the syntax's closers matches it. */
	place(index: number, raw: string, text: string, closes: boolean): Placement;
	/** Whether a remark of several lines has begun and not ended; only braces have such. */
	inRemark?(): boolean;
	/** Index of the line that begins a remark whose end has not come; null: there is none. */
	endlessRemark?(): number | null;
	/** How many sections are open, or were closed without being open; only styles with closers know. */
	unbalanced?(): number;
	/** The section around a line that says nothing itself (a comment, a blank). */
	enclosing(raw: string): number;
}
