import { describe, expect, it } from 'vitest';
import { asSetStatements } from '../../../../../src/domain/config/flatten.ts';
import { styleOf } from '../../../../../src/domain/config/style-of.ts';
import { lineageOf, treeOf } from '../../../../support/config-tree.ts';

const syntax = {
	style: 'paths',
	comments: ['#'],
	negation: 'remove ',
	closers: [],
	frame: [],
	blocks: [],
	continuation: '\\',
} as const;

describe('RouterOS sections', () => {
	it('hold the lines below a path, up to the next path', () => {
		const tree = treeOf(
			'set early=yes\n/ip address\n# note\nadd address=192.0.2.1/24\n/system note\nset note=a\n',
			syntax,
		);

		expect(lineageOf(tree, 'set early=yes')).toEqual([]);
		expect(lineageOf(tree, 'add address=192.0.2.1/24')).toEqual(['/ip address']);
		expect(lineageOf(tree, 'set note=a')).toEqual(['/system note']);
	});

	it('are the same with slashes', () => {
		const tree = treeOf('/ip/firewall/filter\nadd action=drop\n', syntax);

		expect(lineageOf(tree, 'add action=drop')).toEqual(['/ip firewall filter']);
	});

	it('say the same as lines that repeat their path', () => {
		const terse = '/ip dns set servers=192.0.2.1\n/ip address add address=192.0.2.1/24\n';
		const tree = treeOf('/ip/address\nadd address=192.0.2.1/24\n/ip dns\nset servers=192.0.2.1\n', syntax);

		expect(styleOf(terse, syntax)).toBe('set');
		expect(asSetStatements(tree, 'paths', syntax).map(({ text }) => text)).toEqual([
			'/ip address add address=192.0.2.1/24',
			'/ip dns set servers=192.0.2.1',
		]);
	});

	it('hold a wrapped line as one', () => {
		const [section] = treeOf('/ip dns\nset servers=192.0.2.1,\\\n    192.0.2.2\n', syntax);

		expect(section?.children).toMatchObject([{ text: 'set servers=192.0.2.1,192.0.2.2', lineNumber: 2 }]);
	});
});
