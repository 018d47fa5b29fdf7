import { LineCounter, parseDocument } from 'yaml';
import { atOnce, type Steps } from '../../domain/steps.ts';
import type { LibraryOptions } from './compose-portion.ts';
import { ON_END, type ParsedInSteps, parseInSteps } from './parse-in-steps.ts';
import { indexYaml, type YamlIndex } from './yaml-index.ts';

/** A YAML text as the library's nodes: many times the size of its values. */
export interface ComposedYaml extends ParsedInSteps {
	readonly index: YamlIndex;
	readonly lineCounter: LineCounter;
}

/**
 * `fleet`: our own file, in which every oddity is a mistake. `foreign`: a file of another tool, in which tags, merge keys
 * and keys that are numbers are that tool's business.
 */
export type YamlDialect = 'fleet' | 'foreign';

/** Reads YAML 1.2, mistakes included. null: it is nested too deeply. */
export function* composeInSteps(text: string, dialect: YamlDialect): Steps<ComposedYaml | null> {
	const options = libraryOptions(dialect);
	return yield* withinStack(function* () {
		const parsed =
			text.length > ON_END
				? yield* parseInSteps(text, options)
				: { document: parseDocument(text, options), large: NONE };
		return { ...parsed, index: yield* indexYaml(parsed.document), lineCounter: options.lineCounter };
	});
}

/** What the library is told, with a counter of its own. */
export function libraryOptions(dialect: YamlDialect): LibraryOptions {
	return {
		lineCounter: new LineCounter(),
		prettyErrors: false,
		stringKeys: dialect === 'fleet',
		merge: dialect === 'foreign',
		// They are found by the index: the library compares each with each.
		uniqueKeys: false,
		logLevel: 'error',
	};
}

const NONE: ReadonlySet<unknown> = new Set();

/** The same at once, for a text of which it takes some milliseconds. */
export function composeYaml(text: string, dialect: YamlDialect): ComposedYaml | null {
	return atOnce(composeInSteps(text, dialect));
}

/** The YAML library recurses, so a text of nothing but brackets can exhaust the stack; that is a mistake of the text. */
export function* withinStack<T>(read: () => Steps<T>): Steps<T | null> {
	try {
		return yield* read();
	} catch (error) {
		if (error instanceof RangeError || error instanceof ReferenceError) return null;
		throw error;
	}
}
