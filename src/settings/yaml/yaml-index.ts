import {
	type Alias,
	type Document,
	isAlias,
	isCollection,
	isMap,
	isNode,
	isPair,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	type YAMLMap,
} from 'yaml';
import { Portion, type Steps } from '../../domain/steps.ts';

/** Keys and indices from the root to a value: `['devices', 'edge-01', 'tags', 0]`. */
export type Path = readonly (string | number)[];

/** Offsets in the text. */
export interface Found {
	readonly key: number;
	readonly value: number;
	/** False where only a parent is there; the offsets are then those of the nearest one's key. */
	readonly isComplete: boolean;
}

/** Where everything stands in a document, found once. */
export interface YamlIndex {
	find(path: Path): Found;
	readonly hasAnchors: boolean;
	/** Aliases and what has an anchor, in the order of the text. */
	readonly anchored: readonly Node[];
	/** Offsets of aliases whose anchor does not come before them. */
	readonly danglingAliases: readonly number[];
	/** Keys that stand more than once in their mapping, each time but the first. */
	readonly repeatedKeys: readonly { readonly key: string; readonly offset: number }[];
	/** Offsets of keys named `__proto__`, which plain values cannot hold. */
	readonly protoKeys: readonly number[];
	/** Offsets of merge keys (`<<`) beside which no mapping stands. */
	readonly emptyMerges: readonly number[];
}

/** Walks a document once; aliases are followed by the anchors in front of them. */
export function* indexYaml(document: Document): Steps<YamlIndex> {
	const anchors = new Map<string, Node>();
	const anchored: Node[] = [];
	const targets = new Map<Node, Node>();
	const maps = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
	const danglingAliases: number[] = [];
	const repeatedKeys: { key: string; offset: number }[] = [];
	const protoKeys: number[] = [];
	const merges: Pair[] = [];
	const noteAlias = (node: Alias): void => {
		anchored.push(node);
		const target = anchors.get(node.source);
		if (target === undefined) danglingAliases.push(offsetOf(node));
		else targets.set(node, target);
	};
	const noteAnchor = (node: Node, name: string): void => {
		anchored.push(node);
		anchors.set(name, node);
	};
	const noteKeys = (map: YAMLMap): void => {
		const pairs = new Map<string, Pair>();
		for (const pair of map.items) {
			const key = isScalar(pair.key) ? String(pair.key.value) : '';
			if (pairs.has(key)) repeatedKeys.push({ key, offset: offsetOf(pair.key) });
			if (isMerge(pair)) merges.push(pair);
			if (key === '__proto__') protoKeys.push(offsetOf(pair.key));
			pairs.set(key, pair);
		}
		maps.set(map, pairs);
	};
	const portion = new Portion();
	for (const node of nodesOf(document)) {
		if (isAlias(node)) noteAlias(node);
		else if (node.anchor !== undefined) noteAnchor(node, node.anchor);
		if (isMap(node)) noteKeys(node);
		if (portion.isFull(1)) yield;
	}

	const resolve = (node: unknown): unknown => (isAlias(node) ? targets.get(node) : node);
	const stepInto = (node: unknown, step: string | number): { key: unknown; value: unknown } | undefined => {
		const collection = resolve(node);
		if (isMap(collection)) return maps.get(collection)?.get(String(step));
		const item = isSeq(collection) ? collection.items[Number(step)] : undefined;
		return item === undefined ? undefined : { key: item, value: item };
	};
	const isMergeable = (node: unknown): boolean => {
		const source = resolve(node);
		return isMap(source) || (isSeq(source) && source.items.every((item) => isMap(resolve(item))));
	};
	return {
		hasAnchors: anchors.size > 0,
		anchored,
		danglingAliases,
		repeatedKeys,
		protoKeys,
		emptyMerges: merges.filter(({ value }) => !isMergeable(value)).map(({ key }) => offsetOf(key)),
		find(path) {
			let node: unknown = document.contents;
			let found: Found = { key: offsetOf(node), value: offsetOf(node), isComplete: node !== null };
			for (const step of path) {
				const next = stepInto(node, step);
				if (next === undefined) return { key: found.key, value: found.key, isComplete: false };
				node = next.value;
				const key = offsetOf(next.key);
				found = { key, value: isNode(node) ? offsetOf(node) : key, isComplete: true };
			}
			return found;
		},
	};
}

/** In the order of the text, without recursion: a text may be nested as deeply as it likes. */
function* nodesOf({ contents }: Document): Iterable<Node> {
	const open: unknown[] = [contents];
	while (open.length > 0) {
		const item = open.pop();
		if (isPair(item)) open.push(item.value, item.key);
		if (!isNode(item)) continue;
		yield item;
		if (!isCollection(item)) continue;
		for (let index = item.items.length - 1; index >= 0; index -= 1) open.push(item.items[index]);
	}
}

/** Whether it is a merge key (`<<`) of a dialect that has them. */
export function isMerge({ key }: Pair): boolean {
	return isScalar(key) && typeof key.value === 'symbol';
}

/** Where a node begins in the text; 0 for what is none. */
export function offsetOf(node: unknown): number {
	return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
