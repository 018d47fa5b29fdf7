import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calculateDiff } from '../../../../src/domain/compare/calculate-diff.ts';
import { withOrderThatHolds } from '../../../../src/domain/compare/siblings/order-that-holds.ts';
import { orderedListOf } from '../../../../src/domain/compare/siblings/ordered-lists.ts';
import type { ConfigNode } from '../../../../src/domain/config/config-node.ts';
import { matchesLastParents } from '../../../../src/domain/config/lineage.ts';
import { printTree } from '../../../../src/domain/config/print.ts';
import { scanLines } from '../../../../src/domain/config/scan-lines.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import type { Platform } from '../../../../src/domain/platform/platform.ts';
import { buildTree } from '../../../support/at-once.ts';
import { readings } from '../../../support/readings.ts';

/** Everything entered again from the last line to the first; what has an order keeps it. */
function entered(
	nodes: readonly ConfigNode[],
	{ order }: Pick<Platform, 'order'>,
	lineage: readonly string[] = [],
): readonly ConfigNode[] {
	const listOf = ({ text }: ConfigNode): string | null => orderedListOf(text, lineage, order);
	const queues = Map.groupBy(nodes, listOf);
	return nodes.toReversed().map((node) => {
		const list = listOf(node);
		const placed = list === null ? node : (queues.get(list)?.shift() ?? node);
		return { ...placed, children: entered(placed.children, { order }, [...lineage, placed.text]) };
	});
}

/** Whether an entry of an ordered list says its place by a number: then it may stand anywhere. */
function saysPlace(text: string, lineage: readonly string[], { order }: Pick<Platform, 'order'>): boolean {
	return order.some(
		(rule) =>
			rule.kind !== 'whole-body' &&
			rule.numbers?.test(text) === true &&
			(rule.kind === 'children' ? matchesLastParents(lineage, rule.within) : rule.pattern.test(text)),
	);
}

/** Whether two lines are of one entry and about different things: then either may come first. */
function areBeside(
	[one, other]: readonly [string, string],
	lineage: readonly string[],
	{ order }: Pick<Platform, 'order'>,
): boolean {
	return order.some((rule) => {
		if (rule.kind !== 'siblings' || rule.entries === undefined) return false;
		if (rule.within !== undefined && !matchesLastParents(lineage, rule.within)) return false;
		const [first, second] = [rule.entries.exec(one), rule.entries.exec(other)];
		return first !== null && second !== null && first[1] === second[1] && first[2] !== second[2];
	});
}

/** The same tree once for every pair of neighbours that have an order, with the two in the other order. */
function swapped(
	nodes: readonly ConfigNode[],
	{ order }: Pick<Platform, 'order'>,
	lineage: readonly string[] = [],
): readonly (readonly ConfigNode[])[] {
	return nodes.flatMap((node, at) => {
		const list = orderedListOf(node.text, lineage, order);
		const next = nodes[at + 1];
		const isNumbered = nodes
			.filter(({ text }) => orderedListOf(text, lineage, order) === list)
			.every(({ text }) => saysPlace(text, lineage, { order }));
		const isPair =
			next !== undefined &&
			list !== null &&
			!isNumbered &&
			next.text !== node.text &&
			!areBeside([node.text, next.text], lineage, { order }) &&
			orderedListOf(next.text, lineage, order) === list;
		const here = isPair ? [nodes.with(at, next).with(at + 1, node)] : [];
		const below = swapped(node.children, { order }, [...lineage, node.text]);
		return [...here, ...below.map((children) => nodes.with(at, { ...node, children }))];
	});
}

/** Whose fixtures have no two neighbours that say nothing of their places: everything is numbered, a list, or has no order. */
const WITHOUT_PAIRS: readonly string[] = [
	'aruba_aoscx',
	'aruba_aoscx/rest',
	'checkpoint_gaia',
	'cisco_nxos/netconf',
	'cisco_xe',
	'cisco_xe/netconf',
	'cisco_xe/rest',
	'cisco_xr/netconf',
	'cumulus',
	'hp_procurve',
	'huawei_vrp',
	'sonic',
	'ubiquiti_edgeos',
];

const texts = (folder: string, extension: string): readonly string[] =>
	['in-sync/intended', 'in-sync/running', 'drift/intended', 'drift/running']
		.map((file) => new URL(`../../../platforms/${folder}/${file}.${extension}`, import.meta.url))
		.filter((path) => existsSync(path))
		.map((path) => readFileSync(path, 'utf8'));

describe.each(readings.map((reading) => [reading.folder, reading] as const))(
	'%s',
	(_, { folder, extension, platform }) => {
		const masks = compileMasks(platform, { fingerprintKey: 'test' });
		const treeOf = (text: string): readonly ConfigNode[] => buildTree(scanLines(text, platform.syntax), platform);
		const ruled = (tree: readonly ConfigNode[]): Platform =>
			withOrderThatHolds(platform, { intended: tree, running: tree });

		it('shows no drift when everything is entered again in another order', () => {
			for (const text of texts(folder, extension)) {
				const tree = treeOf(text);
				const again = printTree(entered(tree, ruled(tree)), platform.syntax);

				expect(calculateDiff(again, text, masks).diff, again).toBe('');
			}
		});

		it('shows drift when two entries change places whose order has a meaning', () => {
			const pairs = texts(folder, extension).flatMap((text) => {
				const tree = treeOf(text);
				return swapped(tree, ruled(tree)).map((others) => ({ text, other: printTree(others, platform.syntax) }));
			});
			const silent = pairs.filter(({ text, other }) => calculateDiff(other, text, masks).changes.length === 0);

			expect(silent).toEqual([]);
			expect(pairs.length > 0).toBe(!WITHOUT_PAIRS.includes(folder));
		});
	},
);
