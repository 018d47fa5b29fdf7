import { isMap, isPair, isSeq, type Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { type ToJSContext, toJS } from 'yaml/util';
import type { Steps } from '../../domain/steps.ts';
import { ON_END, type ParsedInSteps } from './parse-in-steps.ts';
import { isMerge, offsetOf } from './yaml-index.ts';

/** How aliases are resolved. */
export interface ValuesOptions {
	/** Uses of aliases, those inside of aliased values multiplied. With more a `ReferenceError` is thrown. */
	readonly maxAliasCount: number;
	/** Aliases and what has an anchor, in the order of the text. */
	readonly anchored: readonly Node[];
}

/** Does what `toJS` of a document does, in steps: the plain values of its nodes. */
export function* yamlValues(
	{ document, large }: ParsedInSteps,
	{ maxAliasCount, anchored }: ValuesOptions,
): Steps<unknown> {
	const context: ToJSContext = {
		anchors: new Map(),
		aliasResolveCache: [...anchored],
		doc: document as ToJSContext['doc'],
		keep: true,
		mapAsMap: false,
		mapKeyWarned: false,
		maxAliasCount,
	};
	return yield* plainValueOf(document.contents, { context, large });
}

interface Conversion {
	readonly context: ToJSContext;
	readonly large: ReadonlySet<unknown>;
}

function* plainValueOf(node: unknown, conversion: Conversion): Steps<unknown> {
	const { context, large } = conversion;
	if (large.has(node) && isSeq(node)) return yield* sequenceOf(node, conversion);
	if (large.has(node) && isMap(node) && !node.items.some(isMerge)) return yield* mappingOf(node, conversion);
	return toJS(node, '', context);
}

function* sequenceOf({ items }: YAMLSeq, conversion: Conversion): Steps<unknown> {
	const values: unknown[] = [];
	for (const portion of inPortions(items, conversion)) {
		const [first] = portion;
		if (conversion.large.has(first)) values.push(yield* plainValueOf(first, conversion));
		else {
			const some = new YAMLSeq();
			some.items = portion;
			values.push(...toJS(some, null, conversion.context));
		}
		yield;
	}
	return values;
}

function* mappingOf({ items }: YAMLMap, conversion: Conversion): Steps<unknown> {
	const values: Record<string, unknown> = {};
	for (const portion of inPortions(items, conversion)) {
		const [first] = portion;
		if (first !== undefined && isLarge(first, conversion)) {
			const [name = ''] = Object.keys(valuesOf([new Pair(first.key, null)], conversion));
			values[name] = yield* plainValueOf(first.value, conversion);
		} else Object.assign(values, valuesOf(portion, conversion));
		yield;
	}
	return values;
}

function valuesOf(pairs: Pair[], { context }: Conversion): Readonly<Record<string, unknown>> {
	const some = new YAMLMap();
	some.items = pairs;
	return toJS(some, null, context);
}

/** Items that stand together in so much of the text, and what is large by itself. */
function* inPortions<Item>(items: readonly Item[], conversion: Conversion): Iterable<Item[]> {
	let portion: Item[] = [];
	let from = 0;
	for (const item of items) {
		if (portion.length > 0 && (isLarge(item, conversion) || offsetOfItem(item) - from > ON_END)) {
			yield portion;
			portion = [];
		}
		if (portion.length === 0) from = offsetOfItem(item);
		portion.push(item);
		if (!isLarge(item, conversion)) continue;
		yield portion;
		portion = [];
	}
	if (portion.length > 0) yield portion;
}

function isLarge(item: unknown, { large }: Conversion): boolean {
	return large.has(isPair(item) ? item.value : item);
}

function offsetOfItem(item: unknown): number {
	return offsetOf(isPair(item) ? item.key : item);
}
