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
 * A prompt may change while we watch in ways that say nothing about us: a flag for unsaved changes comes and goes (`*A:pe-1#`),
 * EXOS counts the commands (`edge.7 #`), and some show the time (`leaf-1.16:14:25#`: EOS with `prompt %H.%D{%T}%P`).
 */
export function promptOf(text: string, preamble: readonly string[] = []): Prompt {
	// By comparing, as an expression of its own would be compiled for each device.
	const learnt = withoutChanges(text);
	return { text: text.trimEnd(), preamble, matches: (line) => line === text || withoutChanges(line) === learnt };
}

/** The prompt without its flag, and with its count or its time, if it has one, as a character that is not printed. */
function withoutChanges(line: string): string {
	return line
		.trimEnd()
		.replace(/^(?:[*!] ?)+/, '')
		.replace(/\d\d:\d\d:\d\d/, '\0')
		.replace(/^(.*\.)\d+( [#>])$/, '$1\0$2');
}
