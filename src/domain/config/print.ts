import type { Syntax } from '../platform/syntax.ts';
import type { ConfigNode } from './config-node.ts';
import { statesAmong } from './section-states.ts';

/** Writes a tree in its platform's own syntax, so that parsing the text gives the tree again. */
export function printTree(nodes: readonly ConfigNode[], syntax: Syntax): string {
	if (syntax.style === 'json') return printJson(nodes, syntax);
	return nodes
		.flatMap((node) => printNode(node, syntax, 0))
		.map((line) => `${line}\n`)
		.join('');
}

/** The root has no line of its own in a tree: it is an object where its parts have keys. */
function printJson(nodes: readonly ConfigNode[], syntax: Syntax): string {
	const isObject = nodes.every(({ text }) => /^".*": /.test(text));
	const lines = nodes.flatMap((node) => printNode(node, syntax, 1));
	return [isObject ? '{' : '[', ...lines, isObject ? '}' : ']', ''].join('\n');
}

function printNode(node: ConfigNode, syntax: Syntax, depth: number): readonly string[] {
	const [head, ...lines] = printBlock(node, syntax);
	const body = node.freeIndent === true ? lines.map((line) => indentedBeyond(depth, line)) : lines;
	const { states, others } = statesAmong(node.children, syntax.states);
	const children = others.flatMap((child) => printNode(child, syntax, depth + 1));
	switch (syntax.style) {
		case 'indented':
			return [' '.repeat(depth) + head, ...body, ...children];
		case 'set':
		case 'paths':
			return [head, ...body, ...children];
		case 'braces': {
			const indent = ' '.repeat(4 * depth);
			if (isBracesBlock(node, syntax)) return [`${indent}${head} {`, ...body];
			// Only where several statements may share a line does a mark end each.
			if (node.children.length === 0) return [indent + head + (syntax.inlineBraces ? ';' : ''), ...body];
			return [`${indent}${[...states.map(({ text }) => text), head].join(' ')} {`, ...children, `${indent}}`];
		}
		case 'json':
		case 'xml':
			return printPart(node, children, depth);
		case 'edit-blocks': {
			const indent = ' '.repeat(4 * depth);
			const closer = node.text.startsWith('config ') ? 'end' : node.text.startsWith('edit ') ? 'next' : null;
			return [indent + head, ...body, ...children, ...(closer === null ? [] : [indent + closer])];
		}
	}
}

/** A line of a program that begins where it begins; only what would end the section is moved. */
function indentedBeyond(depth: number, line: string): string {
	const text = line.trimStart();
	return line.length - text.length > depth ? line : ' '.repeat(depth + 1) + text;
}

/** A part of a document without the key that an entry is called by, and without commas: reading does without them. */
function printPart({ text }: ConfigNode, children: readonly string[], depth: number): readonly string[] {
	const indent = '  '.repeat(depth);
	const opening = /^(?:<(?<tag>[^\s>]+)[^>]*>|(?:".*": )?[[{])/.exec(text);
	if (opening === null || (children.length === 0 && opening[0] !== text)) return [indent + text, ...children];
	const tag = opening.groups?.tag;
	const closer = tag === undefined ? (opening[0].endsWith('{') ? '}' : ']') : `</${tag}>`;
	return [indent + opening[0], ...children, indent + closer];
}

function isBracesBlock({ text, body }: ConfigNode, { blocks }: Syntax): boolean {
	return body !== null && blocks.some(({ start, end }) => end === 'braces' && start.test(`${text} {`));
}

/** The statement and its body; a banner gets the delimiters back that the tree leaves out. */
function printBlock({ text, body }: ConfigNode, { blocks }: Syntax): readonly [string, ...string[]] {
	if (body === null) return [text];
	const lines = body.map((line) => line.text);
	const rules = blocks.filter(({ end }) => end === 'delimiter');
	const delimiter = DELIMITERS.find(
		(candidate) =>
			!lines.some((line) => line.includes(candidate)) &&
			rules.some(({ start }) => start.exec(`${text} ${candidate}`)?.groups?.delimiter === candidate),
	);
	return delimiter === undefined ? [text, ...lines] : [`${text} ${delimiter}`, ...lines, delimiter];
}

const DELIMITERS = ['^C', '#', '@', '~', '%'] as const;
