import {
	Composer,
	type CST,
	type Document,
	type DocumentOptions,
	isCollection,
	type LineCounter,
	type ParseOptions,
	type Range,
	type SchemaOptions,
	type YAMLError,
	YAMLParseError,
} from 'yaml';

/** What the library takes to parse and compose a text. */
export type LibraryOptions = ParseOptions & DocumentOptions & SchemaOptions & { readonly lineCounter: LineCounter };

/** A collection as a token. */
export type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

/** What is wrong with what was composed. */
export interface Mistakes {
	readonly errors: YAMLParseError[];
	readonly warnings: YAMLError[];
}

/** Items as nodes, and where the collection would end with them. */
export interface ComposedPortion {
	readonly items: readonly unknown[];
	readonly range: Range | null | undefined;
}

/** Where some items of a collection stand in it. */
interface PortionPlace {
	readonly token: Collection;
	/** Offset behind the items before them; null: there are none, and the collection is in brackets. */
	readonly at: number | null;
	/** What closes the brackets behind them. */
	readonly closing: readonly CST.SourceToken[];
	readonly options: LibraryOptions;
	readonly found: Mistakes;
}

/** Composes some items of a collection: as one that begins where the items before them end, and holds no others. */
export function composePortion(
	items: readonly CST.CollectionItem[],
	{ token, at, closing, options, found }: PortionPlace,
): ComposedPortion {
	const isFlow = token.type === 'flow-collection';
	// In brackets an item that is not the first begins with a comma. One stands in for all that were composed already.
	const before = isFlow && at !== null ? [standIn(at)] : [];
	const some = { ...token, offset: at === null || isFlow ? token.offset : at, items: [...before, ...items] };
	const value = (isFlow ? { ...some, end: closing } : some) as CST.Token;
	const document = firstDocument(new Composer(options).compose([{ type: 'document', offset: 0, start: [], value }]));
	for (const warning of document.warnings) found.warnings.push(warning);
	const { contents } = document;
	// What is told last is of the end of a collection, and this one goes on: a bracket is missing, or a comment ends it.
	const [, last, behind] = contents?.range ?? [0, 0, 0];
	const isCutOff = isFlow ? closing.length === 0 : token.type === 'block-map' && behind < last;
	for (const error of isCutOff ? document.errors.slice(0, -1) : document.errors) found.errors.push(error);
	// It holds nothing where it was nested too deeply, which is told.
	if (!isCollection(contents)) return { items: [], range: null };
	return { items: contents.items.slice(before.length), range: contents.range };
}

function standIn(at: number): CST.CollectionItem {
	return { start: [], key: { type: 'scalar', offset: at - 1, indent: -1, source: 'x' }, sep: [] };
}

/** The only document that there should be; a second one is a mistake of the first. */
export function firstDocument(documents: Iterable<Document.Parsed>): Document.Parsed {
	const [first, second] = take(documents, 2);
	if (first === undefined) throw new Error('the YAML library composed no document');
	if (second !== undefined) {
		const [from, to] = second.range;
		first.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', 'more than one document'));
	}
	return first;
}

function take<Item>(items: Iterable<Item>, count: number): readonly Item[] {
	return [...Iterator.from(items).take(count)];
}
