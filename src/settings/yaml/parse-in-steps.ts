import {
	Composer,
	type CST,
	type Document,
	isCollection,
	isPair,
	Lexer,
	type LineCounter,
	Parser,
	type YAMLError,
	type YAMLMap,
	YAMLParseError,
	type YAMLSeq,
} from 'yaml';
import type { Steps } from '../../domain/steps.ts';
import {
	type Collection,
	type ComposedPortion,
	composePortion,
	firstDocument,
	type LibraryOptions,
	type Mistakes,
} from './compose-portion.ts';

/** A text as nodes of the library. */
export interface ParsedInSteps {
	readonly document: Document;
	/** Its collections that are too large to do anything with on end. None has an anchor, a tag or a parent that has one. */
	readonly large: ReadonlySet<unknown>;
}

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

interface Found extends Mistakes {
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
	const compose = (closing: readonly CST.SourceToken[]): ComposedPortion => {
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

/** Puts what is wrong with the items of a document's root in its place: behind what precedes the root. */
function insertAt<Mistake extends YAMLError>(offset: number, all: Mistake[], inner: readonly Mistake[]): void {
	const behind = all.findIndex(({ pos }) => pos[0] > offset);
	const rest = behind === -1 ? [] : all.splice(behind);
	for (const mistake of [inner, rest].flat()) all.push(mistake);
}
