import fc from 'fast-check';
import type { ConfigNode } from '../../src/domain/config/config-node.ts';
import { printTree } from '../../src/domain/config/print.ts';
import type { Platform } from '../../src/domain/platform/platform.ts';
import { aPlatform } from './a-platform.ts';
import { platformOf } from './platform-of.ts';

/** How one syntax style writes what the generator thinks up. */
interface Style {
	readonly name: string;
	readonly platform: Platform;
	readonly section: (name: string) => string;
	/** A section in a section; null where the style has none. */
	readonly inner: ((name: string) => string) | null;
	readonly leaf: (name: string, value: string) => string;
	/** A section whose order counts, and its entries; null where the platform has none that fits. */
	readonly list: { readonly header: (name: string) => string; readonly entry: (value: string) => string } | null;
	/** A line that says nothing, at the top level; null where the style has none. */
	readonly comment: ((text: string) => string) | null;
}

const set = (name: string, value: string): string => `set ${name} ${value}`;

export const STYLES: readonly Style[] = [
	{
		name: 'indented',
		platform: aPlatform(),
		section: (name) => `section ${name}`,
		inner: (name) => `group ${name}`,
		leaf: set,
		list: { header: (name) => `list ${name}`, entry: (value) => `permit ${value}` },
		comment: (text) => `! ${text}`,
	},
	{
		name: 'braces',
		platform: platformOf('juniper_junos'),
		section: (name) => `section-${name}`,
		inner: (name) => `group-${name}`,
		leaf: (name, value) => `${name}-x ${value}`,
		list: { header: (name) => `policy-statement ${name}`, entry: (value) => `term ${value}` },
		comment: (text) => `/* ${text} */`,
	},
	{
		name: 'edit-blocks',
		platform: platformOf('fortinet'),
		section: (name) => `config section ${name}`,
		inner: (name) => `edit ${name}`,
		leaf: set,
		list: null,
		comment: (text) => `# ${text}`,
	},
	{
		name: 'paths',
		platform: platformOf('mikrotik_routeros'),
		section: (name) => `/section ${name}`,
		inner: null,
		leaf: (name, value) => `add name=${name} comment=${value}`,
		list: { header: (name) => `/ip firewall ${name}`, entry: (value) => `add chain=${value}` },
		comment: (text) => `# ${text}`,
	},
	{
		name: 'json',
		platform: platformOf('sonic'),
		section: (name) => `"SECTION_${name}": {`,
		inner: (name) => `"group${name}": {`,
		leaf: (name, value) => `"${name}": "${value}"`,
		list: null,
		comment: null,
	},
	{
		name: 'xml',
		platform: platformOf('opnsense'),
		section: (name) => `<section${name}>`,
		inner: (name) => `<group${name}>`,
		leaf: (name, value) => `<${name}>${value}</${name}>`,
		list: null,
		comment: null,
	},
];

/** Two configs of one style, as a file and as a device prints them. */
export interface StyledPair {
	readonly platform: Platform;
	readonly style: string;
	readonly intended: string;
	readonly running: string;
	/** Comments that stand in the file between its sections. */
	readonly comments: readonly string[];
}

/** Few words, so that lines meet. */
const word = fc.constantFrom('a', 'b', 'c', 'd');

function treeOf({ name: style, section, inner, leaf, list }: Style): fc.Arbitrary<readonly ConfigNode[]> {
	// A key stands once in an object; everything else may be said twice.
	const some = (nodes: fc.Arbitrary<ConfigNode>, length: { minLength?: number; maxLength: number }) =>
		style === 'json'
			? fc.uniqueArray(nodes, { ...length, selector: ({ text }) => text.split(':')[0] })
			: fc.array(nodes, length);
	// An element without content is told from one with content by nothing but its place.
	const least = style === 'xml' ? 1 : 0;
	const node = (text: string, children: readonly ConfigNode[] = []): ConfigNode => ({
		text,
		lineNumber: 0,
		children,
		body: null,
	});
	const leaves = fc.tuple(word, word).map(([name, value]) => node(leaf(name, value)));
	const groups =
		inner === null
			? []
			: [
					fc
						.tuple(word, some(leaves, { minLength: least, maxLength: 3 }))
						.map(([name, inside]) => node(inner(name), inside)),
				];
	const sections = fc
		.tuple(word, some(fc.oneof(leaves, ...groups), { minLength: least, maxLength: 4 }))
		.map(([name, inside]) => node(section(name), inside));
	const lists =
		list === null
			? []
			: [
					fc.tuple(word, fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 5 })).map(([name, entries]) =>
						node(
							list.header(name),
							entries.map((words) => node(list.entry(words.join(' ')))),
						),
					),
				];
	return some(fc.oneof(sections, ...lists), { minLength: 1, maxLength: 5 });
}

/** The same after other hands: some lines are gone but never all, and of some sections they stand the other way round. */
function revised(nodes: readonly ConfigNode[]): fc.Arbitrary<readonly ConfigNode[]> {
	const lines = nodes.map((node) =>
		fc.option(
			node.children.length === 0
				? fc.constant(node)
				: revised(node.children).map((children) => ({ ...node, children })),
		),
	);
	return fc.tuple(fc.tuple(...lines), fc.boolean()).map(([some, isTurned]) => {
		const left = some.filter((node) => node !== null);
		const kept = left.length === 0 ? nodes : left;
		return isTurned ? kept.toReversed() : kept;
	});
}

/** Every style that has a hierarchy: what the file says, what runs, and remarks in the file. */
export const styledPair: fc.Arbitrary<StyledPair> = fc.constantFrom(...STYLES).chain((style) =>
	treeOf(style).chain((one) => {
		const other = fc.oneof(revised(one), treeOf(style));
		const places = fc.array(fc.nat(6), { maxLength: 3 });
		return fc.record({ one: fc.constant(one), other, places }).map((trees) => withRemarks(style, trees));
	}),
);

function withRemarks(
	{ name, platform, comment }: Style,
	trees: {
		readonly one: readonly ConfigNode[];
		readonly other: readonly ConfigNode[];
		readonly places: readonly number[];
	},
): StyledPair {
	const print = (nodes: readonly ConfigNode[]): string =>
		platform.syntax.style === 'xml'
			? printTree([{ text: '<opnsense>', lineNumber: 0, body: null, children: nodes }], platform.syntax)
			: printTree(nodes, platform.syntax);
	const comments = comment === null ? [] : trees.places.map((_, index) => comment(`remark ${index}`));
	const parts = trees.one.map((node) => print([node]));
	for (const [index, text] of comments.entries()) {
		const at = (trees.places[index] ?? 0) % (trees.one.length + 1);
		parts[at] = `${text}\n${parts[at] ?? ''}`;
	}
	return {
		platform,
		style: name,
		intended: comment === null ? withCommasIn(print(trees.one), name) : parts.join(''),
		running: print(trees.other),
		comments,
	};
}

/** The printer leaves them out, as reading does without them; a file has them. */
function withCommasIn(text: string, style: string): string {
	return style === 'json' ? text.replaceAll(/(["}\]])\n(?=\s*")/g, '$1,\n') : text;
}
