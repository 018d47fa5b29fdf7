import { type Document, LineCounter, parseDocument } from 'yaml';
import { indexYaml, type YamlIndex } from './yaml-index.ts';

/** A YAML text as the library's nodes: many times the size of its values. */
export interface ComposedYaml {
	readonly document: Document;
	readonly index: YamlIndex;
	readonly lineCounter: LineCounter;
}

/**
 * `fleet`: our own file, in which every oddity is a mistake. `foreign`: a file of another tool, in which tags, merge keys
 * and keys that are numbers are that tool's business.
 */
export type Dialect = 'fleet' | 'foreign';

/** Reads YAML 1.2, mistakes included. null: it is nested too deeply. */
export function composeYaml(text: string, dialect: Dialect): ComposedYaml | null {
	const isForeign = dialect === 'foreign';
	const lineCounter = new LineCounter();
	return withinStack(() => {
		// Keys that stand twice are found by the index: the library compares each with each.
		const options = {
			lineCounter,
			prettyErrors: false,
			stringKeys: !isForeign,
			merge: isForeign,
			uniqueKeys: false,
			logLevel: 'error',
		} as const;
		const document = parseDocument(text, options);
		return { document, index: indexYaml(document), lineCounter };
	});
}

/** The YAML library recurses, so a text of nothing but brackets can exhaust the stack; that is a mistake of the text. */
export function withinStack<T>(read: () => T): T | null {
	try {
		return read();
	} catch (error) {
		if (error instanceof RangeError || error instanceof ReferenceError) return null;
		throw error;
	}
}
