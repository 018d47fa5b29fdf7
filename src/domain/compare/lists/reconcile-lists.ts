import { type ConfigNode, isLeaf } from '../../config/config-node.ts';
import type { ListRule } from '../../platform/list-rules.ts';
import type { Sides } from '../../sides.ts';
import type { Siblings } from '../siblings/siblings.ts';
import type { Speller } from '../spellings/spelling.ts';
import { type ListLine, listLineOf } from './value-lists.ts';
import {
	countValues,
	formatValues,
	isEmpty,
	isSame,
	parseValues,
	unionOf,
	type ValueSet,
	valuesIn,
	without,
} from './value-set.ts';

/** Siblings whose lists are told by what differs between them. */
export interface Reconciled {
	readonly siblings: Siblings;
	/** Lines that stand for values of one side: no line of the other side replaces them. */
	readonly differing: ReadonlySet<ConfigNode>;
	/** Those of lists that are one value: who writes such a list says all that is in it. */
	readonly spokenFor: ReadonlySet<ConfigNode>;
}

/** Sections of more values than this are left as they are written: VLANs of one device end long before. */
const MAX_SECTIONS = 10_000;

const NOTHING: ReadonlySet<ConfigNode> = new Set();

/**
 * Replaces the lines of lists that both sides have, differently written, by the values that one side lacks; what both have
 * is left out. A value with a section of its own (`vlan 10`, then its name) stands for itself, so that its content is compared.
 *
 * @example
 * vlan 10,20-25 · vlan 10 / name A    with    vlan 20-24 · vlan 10 / name A
 * //=> vlan 25 · vlan 10 / name A     with    vlan 10 / name A
 */
export function reconcileLists(
	siblings: Siblings,
	lineage: readonly string[],
	{ rules, speller }: { readonly rules: readonly ListRule[]; readonly speller: Speller },
): Reconciled {
	if (rules.length === 0) return { siblings, differing: NOTHING, spokenFor: NOTHING };
	const sides = {
		intended: listLinesOf(siblings.intended, lineage, { rules, speller }),
		running: listLinesOf(siblings.running, lineage, { rules, speller }),
	};
	addSingleValues(siblings, sides);
	const lists = [...keysOf(sides.intended)].filter((key) => keysOf(sides.running).has(key));
	if (lists.length === 0) return { siblings, differing: NOTHING, spokenFor: NOTHING };
	const replacements = new Map<ConfigNode, readonly ConfigNode[]>();
	const differing = new Set<ConfigNode>();
	const spokenFor = new Set<ConfigNode>();
	for (const key of lists) {
		const ofList = (lines: Lines): Lines => new Map([...lines].filter(([, line]) => line.key === key));
		const [intended, running] = [ofList(sides.intended), ofList(sides.running)];
		if (isLeftAlone(intended, running)) continue;
		const told = { replacements, differing, spokenFor };
		reconcileSide(intended, running, told);
		reconcileSide(running, intended, told);
	}
	const replaced = (nodes: readonly ConfigNode[]): readonly ConfigNode[] =>
		nodes.flatMap((node) => replacements.get(node) ?? [node]);
	return {
		siblings: { intended: replaced(siblings.intended), running: replaced(siblings.running) },
		differing,
		spokenFor,
	};
}

type Lines = Map<ConfigNode, ListLine>;

function keysOf(lines: Lines): ReadonlySet<string> {
	return new Set([...lines.values()].map(({ key }) => key));
}

function listLinesOf(
	nodes: readonly ConfigNode[],
	lineage: readonly string[],
	{ rules, speller }: { readonly rules: readonly ListRule[]; readonly speller: Speller },
): Lines {
	const lines = new Map<ConfigNode, ListLine>();
	for (const node of nodes) {
		const line = listLineOf(node.text, lineage, { rules, speller });
		if (line !== null) lines.set(node, line);
	}
	return lines;
}

/** Of a list in brackets a single value stands without them: such lines are known by what stands in front. */
function addSingleValues(siblings: Siblings, sides: Sides<Lines>): void {
	const bracketed = [...sides.intended.values(), ...sides.running.values()].filter(
		({ rule }) => rule.form === 'brackets',
	);
	const byHead = new Map(bracketed.map((line) => [line.head, line]));
	if (byHead.size === 0) return;
	for (const side of ['intended', 'running'] as const) {
		for (const node of siblings[side].filter(({ children }) => children.length === 0)) {
			const [, head = '', value = ''] = /^(.* )("[^"]*"|[^\s"]+)$/.exec(node.text) ?? [];
			const line = byHead.get(head);
			const values = parseValues(value, 'brackets');
			if (line !== undefined && values !== null && !sides[side].has(node)) sides[side].set(node, { ...line, values });
		}
	}
}

/** Where both sides are written alike nothing has to be told, and one other value is best told as a changed line. */
function isLeftAlone(intended: Lines, running: Lines): boolean {
	const texts = (lines: Lines): string =>
		[...lines.keys()]
			.map(({ text }) => text)
			.toSorted()
			.join('\n');
	if (texts(intended) === texts(running)) return true;
	const all = [...intended, ...running];
	const sections = all.filter(([{ children }]) => children.length > 0);
	if (sections.reduce((size, [, { values }]) => size + countValues(values), 0) > MAX_SECTIONS) return true;
	const [[, first] = []] = all;
	const isSingle = all.length === 2 && all.every(([, { values }]) => countValues(values) === 1);
	return isSingle && first?.rule.writing === 'replaces';
}

/** What reconciling tells, while it goes on. */
interface Told {
	readonly replacements: Map<ConfigNode, readonly ConfigNode[]>;
	readonly differing: Set<ConfigNode>;
	readonly spokenFor: Set<ConfigNode>;
}

function reconcileSide(own: Lines, other: Lines, { replacements, differing, spokenFor }: Told): void {
	const [plain, sections] = split(own);
	const [, otherSections] = split(other);
	const ownSections = unionOf(sections.map(([, { values }]) => values));
	const otherValues = unionOf([...other.values()].flatMap(({ rule, values }) => [values, ...alwaysIn(rule)]));
	// What has a section on the other side only, and is a line here: the two are compared with each other.
	const named = without(unionOf(otherSections.map(([, { values }]) => values)), ownSections);
	for (const [node, line] of plain) {
		const fresh = without(line.values, ownSections);
		const lacking = without(fresh, otherValues);
		const rest = isSame(lacking, line.values) ? node : { ...node, text: textOf(line, lacking) };
		if (!isEmpty(lacking)) differing.add(rest);
		if (!isEmpty(lacking) && line.rule.writing !== 'adds') spokenFor.add(rest);
		const partners = without(fresh, without(fresh, named));
		replacements.set(node, [...(isEmpty(lacking) ? [] : [rest]), ...expanded(node, { ...line, values: partners })]);
	}
	for (const [node, line] of sections) replacements.set(node, expanded(node, line));
}

function split(lines: Lines): readonly [readonly Entry[], readonly Entry[]] {
	const entries = [...lines];
	return [entries.filter(([node]) => isLeaf(node)), entries.filter(([node]) => !isLeaf(node))];
}

function alwaysIn({ always, form }: ListRule): readonly ValueSet[] {
	const values = always === undefined ? null : parseValues(always, form);
	return values === null ? [] : [values];
}

type Entry = readonly [ConfigNode, ListLine];

function expanded(node: ConfigNode, line: ListLine): readonly ConfigNode[] {
	return valuesIn(line.values).map((value) => ({ ...node, text: line.head + value + line.tail }));
}

function textOf({ head, tail, rule }: ListLine, values: ValueSet): string {
	return head + formatValues(values, rule.form) + tail;
}
