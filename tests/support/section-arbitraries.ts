import fc from 'fast-check';
import type { Change } from '../../src/domain/drift-report.ts';

/** A line of a config and what stands in it. */
export interface Section {
	readonly line: string;
	readonly inside: readonly Section[];
}

/** Few words, so that lines meet: equal ones, moved ones, and ones with another value. */
const word = fc.constantFrom('a', 'b', 'c');
/** No line takes another one back: a config that holds both is read as it is typed, and then the order of the two counts. */
const leaf: fc.Arbitrary<Section> = fc
	.tuple(fc.constantFrom('set', 'use', 'no let'), word, word)
	.map((words) => ({ line: words.join(' '), inside: [] }));

const entry: fc.Arbitrary<Section> = fc
	.tuple(fc.constantFrom('permit', 'deny'), word)
	.map((words) => ({ line: words.join(' '), inside: [] }));

const section = (inside: fc.Arbitrary<Section>): fc.Arbitrary<Section> =>
	fc.record({
		line: word.map((name) => `section ${name}`),
		inside: fc.array(inside, { minLength: 1, maxLength: 4 }),
	});

const orderedList: fc.Arbitrary<Section> = fc.record({
	line: word.map((name) => `list ${name}`),
	inside: fc.array(entry, { minLength: 1, maxLength: 6 }),
});

const rule: fc.Arbitrary<Section> = fc
	.tuple(word, fc.nat({ max: 4 }))
	.map(([list, number]) => ({ line: `rule ${list} ${number}`, inside: [] }));

/** Configs in which nothing is ordered: sections in sections, repeated lines, sections that are opened again. */
export const unordered: fc.Arbitrary<readonly Section[]> = fc.array(
	fc.oneof(leaf, section(fc.oneof(leaf, section(leaf)))),
	{ maxLength: 8 },
);

/** The same with ordered lists, as sections and between other lines. */
export const sections: fc.Arbitrary<readonly Section[]> = fc.array(
	fc.oneof(leaf, rule, orderedList, section(fc.oneof(leaf, section(leaf)))),
	{ maxLength: 8 },
);

/** The same config after other hands: some lines are gone, say something else or stand elsewhere; most are as they were. */
export function revised(nodes: readonly Section[]): fc.Arbitrary<readonly Section[]> {
	const lines = nodes.map((node) => {
		const kept = revisedInside(node);
		const changed = kept.chain((same) => word.map((value) => ({ ...same, line: node.line.replace(/\w+$/, value) })));
		return fc.oneof(
			{ weight: 6, arbitrary: kept.map((same) => [same]) },
			{ weight: 1, arbitrary: changed.map((other) => [other]) },
			{ weight: 1, arbitrary: fc.constant([]) },
		);
	});
	return fc
		.tuple(fc.tuple(...lines), fc.boolean(), fc.nat(), fc.nat())
		.map(([kept, isMoved, from, to]) => (isMoved ? withMove(kept.flat(), from, to) : kept.flat()));
}

function revisedInside(node: Section): fc.Arbitrary<Section> {
	if (node.inside.length === 0) return fc.constant(node);
	// A header of which nothing is left is another statement.
	return revised(node.inside).map((inside) => (inside.length === 0 ? node : { ...node, inside }));
}

function withMove(nodes: readonly Section[], from: number, to: number): readonly Section[] {
	const at = from % nodes.length;
	return nodes.toSpliced(at, 1).toSpliced(to % nodes.length, 0, ...nodes.slice(at, at + 1));
}

/** Two configs: one made of the other, or with nothing in common but the words. */
export function twoOf(
	configs: fc.Arbitrary<readonly Section[]>,
): fc.Arbitrary<readonly [readonly Section[], readonly Section[]]> {
	return fc.oneof(
		configs.chain((nodes) => fc.tuple(fc.constant(nodes), revised(nodes))),
		fc.tuple(configs, configs),
	);
}

/** As a device prints it. */
export function printSections(nodes: readonly Section[], depth = 0): string {
	return nodes.map(({ line, inside }) => `${' '.repeat(depth)}${line}\n${printSections(inside, depth + 1)}`).join('');
}

/** The same lines in the same sections, at every depth in another order. */
export function shuffled(nodes: readonly Section[]): fc.Arbitrary<readonly Section[]> {
	const inside = nodes.map((node) => shuffled(node.inside).map((lines) => ({ ...node, inside: lines })));
	return fc
		.tuple(fc.tuple(...inside), fc.array(fc.nat(), { minLength: nodes.length, maxLength: nodes.length }))
		.map(([all, keys]) =>
			all
				.map((node, index) => ({ node, key: keys[index] ?? 0 }))
				.toSorted((one, other) => one.key - other.key)
				.map(({ node }) => node),
		);
}

/** A config, the same with one line edited, and the change that this is. */
export interface Edit {
	readonly intended: readonly Section[];
	readonly running: readonly Section[];
	readonly expected: Change;
}

/** Adds, takes away or edits one line of its own at any place. */
export function editOf(nodes: readonly Section[]): fc.Arbitrary<Edit> {
	const plain = fc.record({
		kind: fc.constantFrom('missing', 'extra', 'changed'),
		place: fc.nat(),
		path: fc.array(fc.nat(), { maxLength: 3 }),
	});
	return plain.map(({ kind, place, path }) => edited(nodes, { kind, place, path }, []));
}

/** Which edit, and where: a step per section into which it goes. */
interface Where {
	readonly kind: 'missing' | 'extra' | 'changed';
	readonly place: number;
	readonly path: readonly number[];
}

/** Words that stand nowhere else, so that the line can be told from every other one. */
const OWN = { line: 'edited here x', inside: [] };
const OWN_CHANGED = { line: 'edited here y', inside: [] };

function edited(nodes: readonly Section[], { kind, place, path }: Where, lineage: readonly string[]): Edit {
	const [step, ...rest] = path;
	const open = nodes.filter(({ inside }) => inside.length > 0);
	const chosen = step === undefined ? undefined : open[step % open.length];
	if (chosen !== undefined) {
		const below = edited(chosen.inside, { kind, place, path: rest }, [...lineage, chosen.line]);
		const before = linesBefore(nodes, chosen) + 1;
		const put = (inside: readonly Section[]): readonly Section[] =>
			nodes.map((node) => (node === chosen ? { ...node, inside } : node));
		return { intended: put(below.intended), running: put(below.running), expected: shifted(below.expected, before) };
	}
	const at = place % (nodes.length + 1);
	const put = (line: Section | null): readonly Section[] =>
		line === null ? nodes : [...nodes.slice(0, at), line, ...nodes.slice(at)];
	const number = countLines(nodes.slice(0, at)) + 1;
	return {
		intended: put(kind === 'extra' ? null : OWN),
		running: put(kind === 'missing' ? null : kind === 'changed' ? OWN_CHANGED : OWN),
		expected: {
			kind,
			lineage,
			line: OWN.line,
			runningText: kind === 'changed' ? OWN_CHANGED.line : null,
			intendedLine: kind === 'extra' ? null : number,
			runningLine: kind === 'missing' ? null : number,
			class: null,
		},
	};
}

function shifted(change: Change, lines: number): Change {
	const shift = (number: number | null): number | null => (number === null ? null : number + lines);
	return { ...change, intendedLine: shift(change.intendedLine), runningLine: shift(change.runningLine) };
}

function linesBefore(nodes: readonly Section[], node: Section): number {
	return countLines(nodes.slice(0, nodes.indexOf(node)));
}

function countLines(nodes: readonly Section[]): number {
	return nodes.reduce((count, { inside }) => count + 1 + countLines(inside), 0);
}
