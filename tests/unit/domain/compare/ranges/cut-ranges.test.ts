import { describe, expect, it } from 'vitest';
import { cutRanges } from '../../../../../src/domain/compare/ranges/cut-ranges.ts';
import type { ConfigNode } from '../../../../../src/domain/config/config-node.ts';
import type { RangeRule } from '../../../../../src/domain/platform/list-rules.ts';

const facts = { source: 'a manual', matches: [], spares: [] };

const rules: readonly RangeRule[] = [
	{ ...facts, pattern: /^(?<head>line vty )(?<values>[\d ]+)$/, form: 'first-last', dash: ' ' },
	{
		...facts,
		pattern: /^(?<head>port )(?:range )?(?<values>[\w/:., -]+)(?<tail>(?: up)?)$/,
		form: 'ranges',
		several: 'range ',
		wholeEnd: true,
	},
];

const nodesOf = (texts: readonly string[]): readonly ConfigNode[] =>
	texts.map((text, index) => ({ text, lineNumber: index + 1, children: [], body: null }));

function cut(
	intended: readonly string[],
	running: readonly string[],
	lineage: readonly string[] = [],
): readonly [readonly string[], readonly string[]] {
	const speller = (text: string): string => text.replaceAll(/(?<= )Gi(?=\d)/g, 'Giga');
	const siblings = cutRanges({ intended: nodesOf(intended), running: nodesOf(running) }, lineage, { rules, speller });
	const textsOf = (nodes: readonly ConfigNode[]): readonly string[] => nodes.map(({ text }) => text);
	return [textsOf(siblings.intended), textsOf(siblings.running)];
}

describe('cutRanges', () => {
	it.each([
		[['line vty 0 15'], ['line vty 0 4', 'line vty 5 15'], ['line vty 0 4', 'line vty 5 15']],
		[['line vty 0 4'], ['line vty 0', 'line vty 1 4'], ['line vty 0', 'line vty 1 4']],
		[['port range Gi1/1-4'], ['port Giga1/2'], ['port Giga1/1', 'port Giga1/2', 'port range Giga1/3-1/4']],
		[['port Gi1/1,Gi2/1'], ['port Giga1/1'], ['port Giga1/1', 'port Giga2/1']],
		[['port Gi1/1,2/3'], ['port Giga2/3'], ['port Giga1/1', 'port Giga2/3']],
		[['port Gi1/1,p5'], ['port p5'], ['port Giga1/1', 'port p5']],
		[['port lo,p1-2,5'], ['port p1'], ['port lo', 'port p1', 'port p2', 'port p5']],
		[['port p1-p2', 'port p1'], [], ['port p1', 'port p2', 'port p1']],
		[['port range Gi1/1-2', 'port Gi1/1'], [], ['port Giga1/1', 'port Giga1/2', 'port Giga1/1']],
	])('cuts %j where %j begins or ends', (intended, running, pieces) => {
		expect(cut(intended, running)).toEqual([pieces, running]);
		expect(cut(running, intended)).toEqual([running, pieces]);
	});

	it.each([
		[['line vty 0 4'], ['line vty 5 15']],
		[['line vty 0 4'], ['line vty 0 4']],
		[['line vty 4 0'], ['line vty 1']],
		[['port Gi1/1-2 up'], ['port Gi1/1']],
		[['port Gi1/1-2'], ['port Te1/1']],
		[['port p1-q4'], ['port p2']],
		[['port Gi1/1-2'], ['port Gi1/2/1']],
		[['port Gi1/1-2/4'], ['port Gi1/1']],
		[['port Gi1/1.1-4'], ['port Gi1/1.1']],
		[['port Gi1/1'], ['port Giga1/1']],
		[['hostname a'], ['line con 0']],
		[
			['port lo,p1-2', 'port p1'],
			['port lo,p1-2', 'port p1'],
		],
	])('leaves %j beside %j as they are', (intended, running) => {
		expect(cut(intended, running)).toEqual([intended, running]);
	});

	it('holds at the top level only, where the rule says no other', () => {
		expect(cut(['line vty 0 15'], ['line vty 0 4'], ['section'])).toEqual([['line vty 0 15'], ['line vty 0 4']]);
	});

	it('leaves as they are what would make more pieces than any device has things', () => {
		const running = Array.from({ length: 300 }, (_, number) => `port p${number}`);
		const intended = Array.from({ length: 300 }, () => 'port p0-299');

		expect(cut(intended, running)).toEqual([intended, running]);
	});
});
