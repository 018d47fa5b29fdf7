import type { YAMLError } from 'yaml';

interface Explanation {
	readonly message: string;
	readonly fix: string;
}

const QUOTING = 'Quote values that hold : # { } [ ] , & * or !, and close every quote and bracket';

/** The library's own messages quote the text, which may hold a secret; these never do. */
const EXPLANATIONS: Partial<Record<YAMLError['code'], Explanation>> = {
	BAD_INDENT: {
		message: 'the indentation is inconsistent',
		fix: 'Indent the keys of one mapping by the same number of spaces',
	},
	TAB_AS_INDENT: { message: 'a tab is used as indentation', fix: 'Indent with spaces' },
	MISSING_CHAR: { message: 'a quote, bracket, comma, colon or "-" is missing', fix: QUOTING },
	UNEXPECTED_TOKEN: { message: 'something here does not belong here', fix: QUOTING },
	BAD_SCALAR_START: { message: 'a value without quotes cannot begin like this', fix: 'Put the value in quotes' },
	BAD_DQ_ESCAPE: {
		message: 'a text in double quotes holds a backslash that means nothing',
		fix: 'Use single quotes: nothing is escaped in them',
	},
	BLOCK_AS_IMPLICIT_KEY: { message: 'two keys are on one line', fix: `Begin a new line for each. ${QUOTING}` },
	MULTILINE_IMPLICIT_KEY: {
		message: 'a key runs over several lines, or its colon, or the space after that, is missing',
		fix: QUOTING,
	},
	MULTIPLE_DOCS: { message: 'a second document begins here', fix: 'Keep one document per file: remove the "---"' },
	TAG_RESOLVE_FAILED: {
		message: 'a tag (!…) is not known',
		fix: `Remove it; a secret is written as a reference such as "\${FLEET_PASSWORD}"`,
	},
	BAD_ALIAS: { message: 'an anchor (&…) or alias (*…) has no usable name', fix: 'Name it, or quote the value' },
	NON_STRING_KEY: { message: 'a key is not a text', fix: 'Write a word before the colon' },
	RESOURCE_EXHAUSTION: { message: 'the file is nested too deeply', fix: 'Write it with less nesting' },
};

const OTHER: Explanation = { message: 'this is not valid YAML', fix: QUOTING };

const UNQUOTED_REFERENCE: Explanation = {
	message: 'a reference is not quoted, and { has a meaning of its own here',
	fix: `Quote it: "\${FLEET_PASSWORD}"`,
};
const OPEN_BRACKET: Explanation = { message: 'a { or [ above is not closed', fix: `Close it. ${QUOTING}` };
const OPEN_QUOTE: Explanation = { message: 'a quote is opened here and never closed', fix: 'Close it' };

/** A mistake of syntax with the place to mend. */
interface SyntaxProblem extends Explanation {
	readonly offset: number;
}

/** What is wrong with the syntax, in words that quote nothing of the text. */
export function explainYamlErrors(errors: readonly YAMLError[], text: string): readonly SyntaxProblem[] {
	// Where the parser has lost its way, everything down to the end of the file is a mistake to it.
	const isLost = ({ message }: YAMLError): boolean => / in YAML stream/.test(message);
	return errors
		.filter((error, index) => index === 0 || !isLost(error) || isReference(error, text))
		.map((error) => explain(error, text));
}

function isReference({ pos: [offset] }: YAMLError, text: string): boolean {
	return text.startsWith('${', offset - 1);
}

function explain(error: YAMLError, text: string): SyntaxProblem {
	const { code, message, pos } = error;
	const [offset] = pos;
	if (isReference(error, text)) return { offset: offset - 1, ...UNQUOTED_REFERENCE };
	if (code === 'BAD_INDENT' && /^Flow /.test(message)) return { offset, ...OPEN_BRACKET };
	const quote = /^Missing closing (["'])quote$/.exec(message)?.[1];
	// The library tells where the text ends that nothing closes.
	if (quote !== undefined) return { offset: text.lastIndexOf(quote, offset - 1), ...OPEN_QUOTE };
	return { offset, ...(EXPLANATIONS[code] ?? OTHER) };
}
