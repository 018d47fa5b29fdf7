/** A prompt that was learnt: from then on it is known by its letters, not by its shape. */
export interface Prompt {
	/** The line that the cursor stands in, without trailing blanks: `RP/0/RP0/CPU0:core-1#`. */
	readonly text: string;
	/** Lines that the device prints above it every time: `{primary:node0}`. */
	readonly preamble: readonly string[];
	/** Whether a visible line is this prompt and nothing else. */
	matches(line: string): boolean;
}

/**
 * A prompt may change while we watch in two ways that say nothing about us: a flag for unsaved changes comes and goes
 * (`*A:pe-1#`), and EXOS counts the commands (`edge.7 #`).
 */
export function promptOf(text: string, preamble: readonly string[] = []): Prompt {
	const stem = text.trimEnd().replace(/^[*!] ?/, '');
	const counted = /^(?<name>.*\.)\d+(?<end> [#>])$/.exec(stem)?.groups;
	const literal =
		counted === undefined ? escapeRegExp(stem) : `${escapeRegExp(counted.name)}\\d+${escapeRegExp(counted.end)}`;
	const pattern = new RegExp(`^(?:[*!] ?)?${literal}\\s*$`);
	return { text: text.trimEnd(), preamble, matches: (line) => pattern.test(line) };
}

function escapeRegExp(text = ''): string {
	return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
