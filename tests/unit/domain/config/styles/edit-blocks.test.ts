import { describe, expect, it } from 'vitest';
import { editBlocksNesting } from '../../../../../src/domain/config/styles/edit-blocks.ts';
import { lineageOf, treeOf } from '../../../../support/config-tree.ts';

const syntax = {
	style: 'edit-blocks',
	comments: ['#'],
	negation: 'unset ',
	closers: [],
	frame: [],
	blocks: [],
} as const;

describe('FortiOS sections', () => {
	it('are closed by their own word, whatever the indentation', () => {
		const tree = treeOf(
			'config system interface\nedit "port1"\n  set vdom "root"\nnext\nend\nconfig system dns\n',
			syntax,
		);

		expect(lineageOf(tree, 'set vdom root')).toEqual(['config system interface', 'edit port1']);
		expect(lineageOf(tree, 'config system dns')).toEqual([]);
	});

	it('are left as a whole table where `end` comes inside an entry, as a VDOM is closed', () => {
		const tree = treeOf(
			'config vdom\nedit root\nconfig system dns\nset primary 192.0.2.1\nend\nend\nconfig global\n',
			syntax,
		);

		expect(lineageOf(tree, 'set primary 192.0.2.1')).toEqual(['config vdom', 'edit root', 'config system dns']);
		expect(lineageOf(tree, 'config global')).toEqual([]);
	});
});

describe('editBlocksNesting', () => {
	it.each([
		[[], 0],
		[['config a', 'edit 1', 'next', 'end'], 0],
		[['config a', 'edit 1', 'end'], 0],
		[['config a', 'edit 1', 'next'], 1],
		[['config a', 'edit 1'], 2],
		[['config a', 'next', 'end'], 1],
		[['end'], 1],
	])('counts sections of %j that do not close, or close without being open: %d', (texts, count) => {
		const nesting = editBlocksNesting();
		for (const [index, text] of texts.entries()) nesting.place(index, text, text, false);

		expect(nesting.unbalanced?.()).toBe(count);
	});
});
