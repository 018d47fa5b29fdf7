import {
	Composer,
	type CST,
	type Document,
	type DocumentOptions,
	isCollection,
	isPair,
	Lexer,
	type LineCounter,
	type ParseOptions,
	Parser,
	type Range,
	type SchemaOptions,
	type YAMLError,
	type YAMLMap,
	YAMLParseError,
	type YAMLSeq,
} from 'yaml';
import type { Steps } from '../../domain/steps.ts';

/** A text as nodes of the library. */
export interface ParsedInSteps {
	readonly document: Document;
	/** Its collections that are too large to do anything with on end. None has an anchor, a tag or a parent that has one. */
	readonly large: ReadonlySet<unknown>;
}

/** What the library takes to parse and compose a text. */
export type LibraryOptions = ParseOptions & DocumentOptions & SchemaOptions & { readonly lineCounter: LineCounter };
type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

/** Characters of a text that are composed, or made values, on end: some milliseconds where every other one is a value. */
export const ON_END = 4_096;

/** What lies deeper is composed on end: the library knows how to tell of a text that is nothing but brackets. */
const MAX_DEPTH = 8;

/** Lexemes that are parsed on end. */
const LEXEMES = 2_000;

/**
 * Does what `parseDocument` of the library does, in steps, and gives the same nodes, ranges and mistakes; only comments of large
 * collections are left out. The library composes a document at once. Here its large collections are composed empty, and the
 * items that stand in them a few at a time, as a collection that begins where the one before it ended.
 *
 * @param onEnd - characters that are composed on end
 */
export function* parseInSteps(text: string, options: LibraryOptions, onEnd = ON_END): Steps<ParsedInSteps> {
	const tokens = yield* tokensOf(text, options.lineCounter);
	const root = tokens.find((token) => token.type === 'document');
	// What a directive says holds for every part of the text.
	const hasDirectives = tokens.some(({ type }) => type === 'directive');
	const value = root === undefined || hasDirectives ? null : divisible(root.value, { before: root.start });
	const hollowed = tokens.map((token) =>
		token === root && value !== null ? { ...root, value: hollow(value) } : token,
	);
	const document = firstDocument(new Composer(options).compose(hollowed, true, text.length));
	const large = new Set<unknown>();
	if (value !== null && isCollection(document.contents)) {
		const found: Found = { errors: [], warnings: [], large };
		const end = root?.end?.[0]?.offset ?? text.length;
		// It learns the tags that it meets, and whoever reads the values needs all of them.
		const { schema } = document;
		yield* fill(document.contents, { token: value, end, depth: 0, onEnd, options: { ...options, schema }, found });
		insertAt(value.offset, document.errors, found.errors);
		insertAt(value.offset, document.warnings, found.warnings);
	}
	return { document, large };
}

function* tokensOf(text: string, lineCounter: LineCounter): Steps<readonly CST.Token[]> {
	const parser = new Parser(lineCounter.addNewLine);
	lineCounter.addNewLine(0);
	const tokens: CST.Token[] = [];
	let lexemes = 0;
	for (const lexeme of new Lexer().lex(text)) {
		for (const token of parser.next(lexeme)) tokens.push(token);
		lexemes += 1;
		if (lexemes % LEXEMES === 0) yield;
	}
	tokens.push(...parser.end());
	return tokens;
}

function firstDocument(documents: Iterable<Document.Parsed>): Document.Parsed {
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

/** A collection as a token, which other tokens precede; null: it is small, or no part of it can be understood by itself. */
function divisible(
	token: CST.Token | undefined,
	{ before, owner }: { readonly before: readonly CST.Token[]; readonly owner?: Collection },
): Collection | null {
	if (token?.type !== 'block-map' && token?.type !== 'block-seq' && token?.type !== 'flow-collection') return null;
	if (token.items.length === 0 || before.some(({ type }) => type === 'anchor' || type === 'tag')) return null;
	if (token.type !== 'flow-collection') return owner?.type === 'flow-collection' ? null : token;
	return token.end[0]?.source === (token.start.source === '{' ? '}' : ']') ? token : null;
}

/** The collection without what stands in it. */
function hollow(token: Collection): Collection {
	return token.type === 'flow-collection'
		? { ...token, items: [], end: token.end.slice(0, 1) }
		: { ...token, items: [] };
}

interface Found {
	readonly errors: YAMLParseError[];
	readonly warnings: YAMLError[];
	readonly large: Set<unknown>;
}

interface Filling {
	/** Of the collection to be filled. */
	readonly token: Collection;
	/** Offset behind it. */
	readonly end: number;
	readonly depth: number;
	readonly onEnd: number;
	readonly options: LibraryOptions;
	readonly found: Found;
}

/** Composes what stands in a collection that was composed empty. */
function* fill(node: YAMLMap | YAMLSeq, filling: Filling): Steps<void> {
	const { token, end, depth, onEnd, found } = filling;
	const isFlow = token.type === 'flow-collection';
	const items: unknown[] = node.items;
	found.large.add(node);
	let at = isFlow ? null : token.offset;
	/** Behind a comment with nothing in front of it: there the library ends a collection. */
	let commentEnd: number | null = null;
	let portion: CST.CollectionItem[] = [];
	let from = token.offset;
	const compose = (closing: readonly CST.SourceToken[]): Composed => {
		const composed = composePortion(portion, { ...filling, at, closing });
		const [, last = at, behind = last] = composed.range ?? [];
		at = last;
		if (behind !== last) commentEnd = behind;
		portion = [];
		return composed;
	};
	for (const [index, item] of token.items.entries()) {
		const next = token.items[index + 1];
		const itemEnd = next === undefined ? end : startOf(next);
		const isLarge = depth < MAX_DEPTH && itemEnd - startOf(item) > onEnd;
		const child = isLarge ? divisibleIn(item, token) : null;
		portion.push(child === null ? item : { ...item, value: hollow(child) });
		// An empty item is a mistake wherever another one follows.
		const isDue = itemEnd - from > onEnd && (item.sep ?? item.value) !== undefined;
		if (child === null && next !== undefined && !isDue) continue;
		for (const one of compose([]).items) items.push(one);
		from = itemEnd;
		yield;
		const last = items.at(-1);
		const inner = isPair(last) ? last.value : last;
		if (child === null || !isCollection(inner)) continue;
		yield* fill(inner, { ...filling, token: child, end: itemEnd, depth: depth + 1 });
		at = inner.range?.[2] ?? at;
	}
	if (isFlow) {
		const { range } = compose(token.end);
		node.range = [token.offset, range?.[1] ?? end, range?.[2] ?? end];
		return;
	}
	const last = at ?? end;
	node.range = [token.offset, last, commentEnd ?? last];
	if (token.type === 'block-map' && commentEnd !== null && commentEnd < last)
		found.errors.push(new YAMLParseError([commentEnd, commentEnd + 1], 'IMPOSSIBLE', 'a comment ends a mapping'));
}

/** The same of what stands in an item; a pair in a sequence becomes a mapping of its own, and is left whole. */
function divisibleIn(item: CST.CollectionItem, owner: Collection): Collection | null {
	if (item.sep !== undefined && owner.type === 'flow-collection' && owner.start.source === '[') return null;
	return divisible(item.value, { before: item.sep ?? item.start, owner });
}

function startOf({ start, key, sep, value }: CST.CollectionItem): number {
	return (start[0] ?? key ?? sep?.[0] ?? value)?.offset ?? 0;
}

interface Composed {
	readonly items: readonly unknown[];
	readonly range: Range | null | undefined;
}

/**
 * Composes some items of a collection.
 *
 * @param at - offset behind the items before them; null: there are none, and the collection is in brackets
 * @param closing - what closes the brackets behind them
 */
function composePortion(
	items: readonly CST.CollectionItem[],
	{
		token,
		at,
		closing,
		options,
		found,
	}: Filling & { readonly at: number | null; readonly closing: readonly CST.SourceToken[] },
): Composed {
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

/** Puts what is wrong with the items of a document's root in its place: behind what precedes the root. */
function insertAt<Mistake extends YAMLError>(offset: number, all: Mistake[], inner: readonly Mistake[]): void {
	const behind = all.findIndex(({ pos }) => pos[0] > offset);
	const rest = behind === -1 ? [] : all.splice(behind);
	for (const mistake of [inner, rest].flat()) all.push(mistake);
}
