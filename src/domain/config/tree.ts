import { HIDDEN_SECRET, REMOVED } from '../masking/fingerprint.ts';
import type { OrderRule, Syntax } from '../platform.ts';
import { splitAtDelimiter } from './blocks.ts';
import { matchesLastParents } from './lineage.ts';
import type { ConfigLine } from './lines.ts';
import { nameEntries } from './name-entries.ts';
import { withStatesInside } from './section-states.ts';
import { statementOf } from './statement.ts';

/** A statement and what belongs to it. */
export interface ConfigNode {
	/** The statement as the compare sees it: no indentation, no `{` or `;`. */
	readonly text: string;
	/** 1-based line in the text that came in. */
	readonly lineNumber: number;
	readonly children: readonly ConfigNode[];
	/** Lines of a block or of a whole-body section, letter for letter; null for everything else. */
	readonly body: readonly BodyLine[] | null;
	/** The body is a program, whose indentation says nothing; of a text it counts. */
	readonly freeIndent?: true;
}

export interface BodyLine {
	readonly text: string;
	readonly lineNumber: number;
}

type WholeBodyRule = Extract<OrderRule, { readonly kind: 'whole-body' }>;

/** A line of the tree while it grows. */
interface Branch {
	readonly node: ConfigNode & { readonly children: ConfigNode[]; body: BodyLine[] | null };
	readonly parent: Branch | null;
	readonly depth: number;
	readonly wholeBody: boolean;
}

/** Several times what any operating system needs (Junos gets to a dozen); a deeper text is no configuration. */
const MAX_DEPTH = 50;

/**
 * Builds the tree out of scanned (and masked) lines. Comments, closers and frame lines say nothing and are left out. What stands
 * in sections beyond any sense is one text, so that everybody may walk a tree by recursion: see tooDeepLine.
 */
export function buildTree(
	lines: readonly ConfigLine[],
	{ syntax, order }: { readonly syntax: Syntax; readonly order: readonly OrderRule[] },
): readonly ConfigNode[] {
	const wholeBodies = order.filter((rule) => rule.kind === 'whole-body');
	const roots: ConfigNode[] = [];
	/** By index of the line; null where it is no part of the tree. For a line of a body: the branch that has the body. */
	const branches: (Branch | null)[] = [];
	for (const line of lines) {
		const parent = branches[line.parent] ?? null;
		if (parent !== null && belongsToBody(line, parent)) {
			parent.node.body ??= [];
			const text = bodyText(line, lines[line.parent]);
			if (text !== null) parent.node.body.push({ text, lineNumber: line.number });
			branches.push(parent.wholeBody ? parent : { ...parent, wholeBody: true });
			continue;
		}
		const branch = line.role === 'statement' ? newBranch(line, parent, { syntax, wholeBodies }) : null;
		branches.push(branch);
		if (branch !== null) (parent?.node.children ?? roots).push(branch.node);
	}
	if (syntax.states !== undefined) return withStatesInside(roots, syntax.states);
	return syntax.entries === undefined ? roots : nameEntries(roots, syntax.entries);
}

/** The first line that stands in more sections than a tree has; null: there is none. */
export function tooDeepLine(lines: readonly ConfigLine[]): ConfigLine | null {
	const depths: number[] = [];
	for (const line of lines) {
		const depth = line.parent === -1 ? 1 : (depths[line.parent] ?? 0) + 1;
		if (depth > MAX_DEPTH) return line;
		depths.push(depth);
	}
	return null;
}

function belongsToBody(line: ConfigLine, parent: Branch): boolean {
	if (line.role === 'body') return true;
	return parent.wholeBody && line.role !== 'blank' && line.role !== 'closer';
}

function newBranch(
	line: ConfigLine,
	parent: Branch | null,
	{ syntax, wholeBodies }: { readonly syntax: Syntax; readonly wholeBodies: readonly WholeBodyRule[] },
): Branch {
	const depth = (parent?.depth ?? 0) + 1;
	const opening = line.block?.end === 'delimiter' ? splitAtDelimiter(line.text, line.block) : null;
	const text = opening === null ? statementOf(line.text, syntax) : opening.head;
	const wholeBody = wholeBodies.some(
		({ within }) => within.at(-1)?.test(text) && matchesLastParents([...lineageOf(parent), text], within),
	);
	const body = line.block === null ? null : firstBodyLines(line, opening);
	const node = {
		text,
		lineNumber: line.number,
		children: [],
		body: wholeBody ? [] : body,
		...(wholeBody ? { freeIndent: true as const } : {}),
	};
	return { node, parent, depth, wholeBody: wholeBody || depth === MAX_DEPTH };
}

function lineageOf(branch: Branch | null): readonly string[] {
	return branch === null ? [] : [...lineageOf(branch.parent), branch.node.text];
}

/** What stands behind the delimiter on the first line: in `banner login #Hello#` the whole text. */
function firstBodyLines(line: ConfigLine, opening: ReturnType<typeof splitAtDelimiter>): BodyLine[] {
	if (opening === null) return [];
	const [text = ''] = opening.rest.split(opening.delimiter);
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
	if (delimiter === undefined || !line.raw.includes(delimiter)) return line.raw;
	const text = line.raw.slice(0, line.raw.indexOf(delimiter));
	return text === '' ? null : text;
}

/** Most sections hold nothing but lines. */
const NO_HEADERS: ReadonlySet<string> = new Set();

/**
 * Headers of the sections that have content on either side; an equal line without content is the same section. What a file
 * calls `community <removed>` twice are two sections, unless the other side hides it too.
 */
export function sectionHeaders(...sides: readonly (readonly ConfigNode[])[]): ReadonlySet<string> {
	let headers: Set<string> | null = null;
	for (const nodes of sides) {
		for (const { text, children } of nodes) if (children.length > 0) headers = (headers ?? new Set()).add(text);
	}
	for (const header of headers ?? NO_HEADERS) {
		const isHiding = header.includes(HIDDEN_SECRET) || header.includes(REMOVED);
		if (isHiding && !sides.every((nodes) => nodes.some(({ text }) => text === header))) headers?.delete(header);
	}
	return headers ?? NO_HEADERS;
}

/**
 * A section may be opened several times (`router bgp 65000` twice); the device reads it as one. Lines that open no section
 * are kept as often as they stand there, and a body is never merged with anything.
 */
export function mergeSections(nodes: readonly ConfigNode[], headers: ReadonlySet<string>): readonly ConfigNode[] {
	if (headers.size === 0) return nodes;
	const sections = new Map<string, { readonly at: number; readonly parts: ConfigNode[] }>();
	const merged: ConfigNode[] = [];
	for (const node of nodes) {
		const isSection = node.body === null && headers.has(node.text);
		const earlier = isSection ? sections.get(node.text) : undefined;
		if (earlier !== undefined) {
			earlier.parts.push(node);
			continue;
		}
		if (isSection) sections.set(node.text, { at: merged.length, parts: [node] });
		merged.push(node);
	}
	if (merged.length === nodes.length) return nodes;
	for (const { at, parts } of sections.values()) {
		const [first] = parts;
		if (first === undefined || parts.length === 1) continue;
		merged[at] = { ...first, children: parts.flatMap(({ children }) => children) };
	}
	return merged;
}
