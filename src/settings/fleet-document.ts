import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { ConfigurationError, type Problem } from '../errors.ts';
import { problemOfYamlError } from './yaml-problems.ts';

/** Keys and indices from the root to a value: `['devices', 'edge-01', 'tags', 0]`. */
export type Path = readonly (string | number)[];

export interface Place {
	/** 1-based. */
	readonly line: number;
	readonly column: number;
}

/** The text of fleet.yml as plain values, with the place of each. */
export interface FleetDocument {
	readonly file: string;
	readonly value: unknown;
	/** What is wrong already although the values can be read: keys that stand twice. */
	readonly problems: readonly Problem[];
	/** Where the value stands; where it does not exist, the key of its nearest parent. */
	placeOf(path: Path): Place;
	/** Where the value's key stands. */
	placeOfKey(path: Path): Place;
	has(path: Path): boolean;
}

/** More than any fleet needs: 10,000 devices take about 2 MB. */
const MAX_CHARACTERS = 20_000_000;

/** Reads YAML 1.2. Throws a `ConfigurationError` with every mistake of syntax. */
export function readFleetDocument({ file, text }: { readonly file: string; readonly text: string }): FleetDocument {
	const refuse = (message: string, fix: string): never => {
		throw new ConfigurationError([{ file, line: 1, column: 1, message, fix }]);
	};
	if (text.length > MAX_CHARACTERS) refuse('the file is too large', 'Split the fleet');
	if (text.trim() === '') refuse('the file is empty', 'Write at least version, intended and devices');

	const lineCounter = new LineCounter();
	const place = (offset: number): Place => {
		const { line, col } = lineCounter.linePos(offset);
		return { line: Math.max(line, 1), column: Math.max(col, 1) };
	};
	const parsed = attempt(() => parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true }));
	if (parsed === null) return refuse('the file cannot be read as YAML', 'Nest it less deeply');

	const { targets, dangling } = resolveAliases(parsed);
	const problems = [...parsed.errors, ...parsed.warnings].map((error) =>
		problemOfYamlError({ file, text, error, place }),
	);
	problems.push(
		...dangling.map((offset) => ({
			file,
			...place(offset),
			message: 'this alias (*…) has no anchor (&…) before it',
			fix: 'Set the anchor above the alias, or write the value out',
		})),
	);
	const fatal = parsed.errors.some(({ code }) => code !== 'DUPLICATE_KEY') || dangling.length > 0;
	if (fatal || parsed.warnings.length > 0) throw new ConfigurationError(problems);

	// A fleet may use one alias on every device; nested bombs stop here.
	const values = attempt(() => ({ root: parsed.toJS({ maxAliasCount: 20_000 }) as unknown }));
	if (values === null)
		return refuse('aliases (*…) of the file refer to each other without end', 'Write the values out');

	const find = (path: Path): Found => findNode(parsed.contents, path, targets);
	return {
		file,
		value: values.root,
		problems,
		placeOf: (path) => place(find(path).value ?? 0),
		placeOfKey: (path) => place(find(path).key ?? 0),
		has: (path) => find(path).complete,
	};
}

/** The YAML library recurses, so a text of nothing but brackets can exhaust the stack; that is a mistake of the text. */
function attempt<T>(read: () => T): T | null {
	try {
		return read();
	} catch (error) {
		if (error instanceof RangeError || error instanceof ReferenceError) return null;
		throw error;
	}
}

interface Aliases {
	readonly targets: ReadonlyMap<Node, Node>;
	/** Offsets of aliases without an anchor. */
	readonly dangling: readonly number[];
}

function resolveAliases(document: ReturnType<typeof parseDocument>): Aliases {
	const anchors = new Map<string, Node>();
	const targets = new Map<Node, Node>();
	const dangling: number[] = [];
	visit(document, {
		Node(_, node) {
			if (!isAlias(node)) {
				if (node.anchor !== undefined) anchors.set(node.anchor, node);
				return;
			}
			const target = anchors.get(node.source);
			if (target === undefined) dangling.push(node.range?.[0] ?? 0);
			else targets.set(node, target);
		},
	});
	return { targets, dangling };
}

/** Offsets of a value and its key. */
interface Found {
	readonly key: number | undefined;
	readonly value: number | undefined;
	/** False where only a parent was found. */
	readonly complete: boolean;
}

function findNode(root: Node | null, path: Path, targets: ReadonlyMap<Node, Node>): Found {
	let node: unknown = root;
	let found: Found = { key: root?.range?.[0], value: root?.range?.[0], complete: root !== null };
	for (const step of path) {
		const collection = isAlias(node) ? targets.get(node) : node;
		const next = stepInto(collection, step);
		if (next === null) return { key: found.key, value: found.key, complete: false };
		node = next.value;
		const value = isNode(next.value) ? next.value.range?.[0] : undefined;
		const key = isNode(next.key) ? next.key.range?.[0] : value;
		found = { key, value: value ?? key, complete: true };
	}
	return found;
}

function stepInto(node: unknown, step: string | number): { readonly key: unknown; readonly value: unknown } | null {
	if (isSeq(node)) {
		const item = node.items[Number(step)];
		return item === undefined ? null : { key: item, value: isPair(item) ? item.value : item };
	}
	if (!isMap(node)) return null;
	// The last of two keys is the one whose value counts.
	return node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step)) ?? null;
}
