import type { OrderRule } from '../platform/order-rules.ts';
import type { Syntax } from '../platform/syntax.ts';
import { inRanges, type Steps } from '../steps.ts';
import { delimiterIn, splitAtDelimiter } from './blocks.ts';
import type { ConfigLine } from './config-line.ts';
import type { BodyLine, ConfigNode } from './config-node.ts';
import { matchesLastParents } from './lineage.ts';
import { nameEntries } from './name-entries.ts';
import { readQuotes } from './quotes.ts';
import { withStatesInside } from './section-states.ts';
import { MAX_DEPTH } from './size-limits.ts';
import { lineInQuotes, mayQuoteLines, statementOf } from './statement.ts';

type WholeBodyRule = Extract<OrderRule, { readonly kind: 'whole-body' }>;

/** A node while its section goes on. */
interface GrowingNode extends ConfigNode {
	children: ConfigNode[];
	body: BodyLine[] | null;
}

/** What of a platform makes trees. */
interface TreeRules {
	readonly syntax: Syntax;
	readonly order: readonly OrderRule[];
}

/**
 * Builds the tree out of scanned (and masked) lines. Comments, closers and frame lines say nothing and are left out.
 * What stands in sections beyond any sense is one text, so that everybody may walk a tree by recursion: see
 * tooDeepLine.
 */
export function* buildInSteps(
	lines: readonly ConfigLine[],
	{ syntax, order }: TreeRules,
): Steps<readonly ConfigNode[]> {
	const tree = new GrowingTree(lines, { syntax, order });
	yield* inRanges(lines.length, (from, to) => tree.grow(from, to));
	const { roots } = tree;
	yield;
	if (syntax.states !== undefined) return withStatesInside(roots, syntax.states);
	return syntax.entries === undefined ? roots : nameEntries(roots, syntax.entries);
}

/** What is called for every line is a method: V8 compiles a function that is made for one text again and again. */
class GrowingTree {
	readonly roots: ConfigNode[] = [];
	readonly #lines: readonly ConfigLine[];
	readonly #syntax: Syntax;
	readonly #mayQuoteLines: boolean;
	readonly #wholeBodies: readonly WholeBodyRule[];
	/** By index of the line; null where it is no part of the tree. For a line of a body: the node that has the body. */
	readonly #nodes: (GrowingNode | null)[] = [];
	/** Whether a line stands in a text that began on one in front of it. */
	#isInQuotes = false;
	/** By index of the line, itself counted; what stands in a text stands as deep as anything may. */
	readonly #depths: number[] = [];

	constructor(lines: readonly ConfigLine[], { syntax, order }: TreeRules) {
		this.#lines = lines;
		this.#syntax = syntax;
		this.#mayQuoteLines = mayQuoteLines(syntax);
		this.#wholeBodies = order.filter((rule) => rule.kind === 'whole-body');
	}

	/** Takes in the lines from one index up to another one; those in front of them have been. */
	grow(from: number, to: number): void {
		for (let index = from; index < to; index += 1) this.#add(this.#lines[index] as ConfigLine);
	}

	#add(line: ConfigLine): void {
		const parent = this.#nodes[line.parent] ?? null;
		const depth = parent === null ? 1 : (this.#depths[line.parent] ?? 0) + 1;
		if (parent !== null && belongsToBody(line, depth)) {
			parent.body ??= [];
			const text = bodyText(line, this.#lines[line.parent]);
			if (text !== null) parent.body.push({ text, lineNumber: line.number });
			this.#nodes.push(parent);
			this.#depths.push(MAX_DEPTH);
			return;
		}
		const node = line.role === 'statement' ? newNode(line, this.#textOf(line)) : null;
		this.#nodes.push(node);
		const wholeBody = node === null ? undefined : this.#wholeBodyOf(node.text, line.parent);
		this.#depths.push(wholeBody === undefined ? depth : MAX_DEPTH);
		if (node === null) return;
		if (wholeBody !== undefined) Object.assign(node, { body: [], freeIndent: true });
		if (wholeBody?.set !== undefined) Object.assign(node, { set: wholeBody.set });
		if (parent === null) this.roots.push(node);
		else if (parent.children === NO_CHILDREN) parent.children = [node];
		else parent.children.push(node);
	}

	#textOf({ text, block }: ConfigLine): string {
		const isInQuotes = this.#isInQuotes;
		if (block === null && this.#mayQuoteLines) this.#isInQuotes = readQuotes(text, isInQuotes).isOpen;
		return isInQuotes ? lineInQuotes(text, this.#syntax) : statementOf(text, this.#syntax);
	}

	#wholeBodyOf(text: string, parent: number): WholeBodyRule | undefined {
		for (const rule of this.#wholeBodies) {
			if (rule.within.at(-1)?.test(text) !== true) continue;
			if (matchesLastParents([...this.#lineageAt(parent), text], rule.within)) return rule;
		}
		return undefined;
	}

	#lineageAt(index: number): readonly string[] {
		const node = this.#nodes[index] ?? null;
		return node === null ? [] : [...this.#lineageAt(this.#lines[index]?.parent ?? -1), node.text];
	}
}

function belongsToBody(line: ConfigLine, depth: number): boolean {
	if (line.role === 'body') return true;
	return depth > MAX_DEPTH && line.role !== 'blank' && line.role !== 'closer';
}

/** Nearly every line holds nothing. */
const NO_CHILDREN: ConfigNode[] = [];

function newNode(line: ConfigLine, text: string): GrowingNode {
	const opening = line.block?.end === 'delimiter' ? splitAtDelimiter(line.text, line.block) : null;
	return {
		text: opening === null ? text : opening.head,
		lineNumber: line.number,
		children: NO_CHILDREN,
		body: line.block === null ? null : firstBodyLines(line, opening),
	};
}

/** What stands behind the delimiter on the first line: in `banner login #Hello#` the whole text. */
function firstBodyLines(line: ConfigLine, opening: ReturnType<typeof splitAtDelimiter>): BodyLine[] {
	if (opening === null) return [];
	const end = delimiterIn(opening.rest, opening.delimiter);
	const text = end === -1 ? opening.rest : opening.rest.slice(0, end);
	return text === '' ? [] : [{ text, lineNumber: line.number }];
}

/** The closing delimiter is punctuation: a banner between `^C` equals the same banner between `#`. */
function bodyText(line: ConfigLine, start: ConfigLine | undefined): string | null {
	const rule = start?.block ?? null;
	if (start === undefined || rule === null) return line.raw;
	if (rule.end === 'braces') return line.raw;
	if (rule.end !== 'delimiter') {
		const punctuation = rule.end.exec(line.text)?.groups?.punctuation ?? '';
		return line.raw.slice(0, line.raw.length - punctuation.length);
	}
	const delimiter = splitAtDelimiter(start.text, rule)?.delimiter;
	const end = delimiter === undefined ? -1 : delimiterIn(line.raw, delimiter);
	if (end === -1) return line.raw;
	const text = line.raw.slice(0, end);
	return text === '' ? null : text;
}
