import { describe, expect, it } from 'vitest';
import { asSetStatements } from '../../../../src/domain/config/flatten.ts';
import { styleOf } from '../../../../src/domain/config/style-of.ts';
import type { Syntax } from '../../../../src/domain/platform/syntax.ts';
import { treeOf } from '../../../support/config-tree.ts';

const syntax: Syntax = {
	style: 'braces',
	comments: [],
	negation: 'delete ',
	closers: [],
	frame: [],
	blocks: [{ id: 'text', start: /"$/, end: /"(?<punctuation>;)?$/ }],
	setPath: /^(set )config devices fw /,
};

const inBraces = (text: string): readonly string[] =>
	asSetStatements(treeOf(text, syntax), 'braces', syntax).map((node) => node.text);
const inSet = (text: string): readonly string[] =>
	asSetStatements(treeOf(text, syntax), 'set', syntax).map((node) => node.text);

describe('asSetStatements', () => {
	it('says the same of braces and of set lines', () => {
		const braces =
			'config {\n  devices {\n    fw {\n      hash [ sha1 md5];\n      zone "a b" {\n        mode tap;\n      }\n    }\n  }\n}\n';
		const set = 'set hash [ sha1 md5 ]\nset zone "a b" mode tap\n';

		expect(inBraces(braces)).toEqual(['set hash sha1', 'set hash md5', 'set zone "a b" mode tap']);
		expect(inSet(set)).toEqual(inBraces(braces));
	});

	it('leaves the path where it does not match', () => {
		expect(inBraces('config {\n  shared {\n    tag blue;\n  }\n}\n')).toEqual(['set config shared tag blue']);
	});

	it('reads the flat lines of MD-CLI, an empty section and braces among them too', () => {
		const md = { ...syntax, setPath: /^(?:set |\/)(configure )/ };
		const braces = treeOf('configure {\n    mpls {\n        interface "a" {\n        }\n    }\n    name b\n}\n', md);
		const flat = treeOf(
			'/configure name b\n/configure { mpls interface "a" }\nconfigure {\n    card 1 {\n        type x\n    }\n}\n',
			md,
		);

		expect(asSetStatements(braces, 'braces', md).map(({ text }) => text)).toEqual([
			'configure mpls interface a',
			'configure name b',
		]);
		expect(asSetStatements(flat, 'set', md).map(({ text }) => text)).toEqual([
			'configure name b',
			'configure mpls interface a',
			'configure card 1 type x',
		]);
		expect(styleOf('/configure { mpls interface "a" }\n/configure name b\n', md)).toBe('set');
	});

	it('takes what punctuates a text of several lines for no part of it', () => {
		const bodies = ['banner "\nHello\n";\n', 'set banner "\nHello\n"\n'].map((text) => treeOf(text, syntax)[0]?.body);

		expect(bodies.map((body) => body?.map((line) => line.text))).toEqual([
			['Hello', '"'],
			['Hello', '"'],
		]);
	});
});
