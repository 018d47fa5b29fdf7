import {
	type Document,
	isAlias,
	isMap,
	isNode,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	visit,
	type YAMLMap,
} from 'yaml';

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
	/** Offsets of aliases whose anchor does not come before them. */
	readonly danglingAliases: readonly number[];
	/** Keys that stand more than once in their mapping, each time but the first. */
	readonly repeatedKeys: readonly { readonly key: string; readonly offset: number }[];
	/** Offsets of keys named `__proto__`, which plain values cannot hold. */
	readonly protoKeys: readonly number[];
	/** Offsets of merge keys (`<<`) beside which no mapping stands. */
	readonly emptyMerges: readonly number[];
}

export function indexYaml(document: Document): YamlIndex {
	const anchors = new Map<string, Node>();
	const targets = new Map<Node, Node>();
	const maps = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
	const danglingAliases: number[] = [];
	const repeatedKeys: { key: string; offset: number }[] = [];
	const protoKeys: number[] = [];
	const merges: Pair[] = [];
	visit(document, {
		Node(_, node) {
			if (isAlias(node)) {
				const target = anchors.get(node.source);
				if (target === undefined) danglingAliases.push(offsetOf(node));
				else targets.set(node, target);
				return;
			}
			if (node.anchor !== undefined) anchors.set(node.anchor, node);
			if (!isMap(node)) return;
			const pairs = new Map<string, Pair>();
			for (const pair of node.items) {
				const key = isScalar(pair.key) ? String(pair.key.value) : '';
				if (pairs.has(key)) repeatedKeys.push({ key, offset: offsetOf(pair.key) });
				if (isScalar(pair.key) && typeof pair.key.value === 'symbol') merges.push(pair);
				if (key === '__proto__') protoKeys.push(offsetOf(pair.key));
				pairs.set(key, pair);
			}
			maps.set(node, pairs);
		},
	});

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

function offsetOf(node: unknown): number {
	return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
