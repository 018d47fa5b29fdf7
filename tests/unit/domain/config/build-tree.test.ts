import { describe, expect, it } from 'vitest';
import type { ConfigNode } from '../../../../src/domain/config/config-node.ts';
import { scanLines } from '../../../../src/domain/config/scan-lines.ts';
import { aPlatform } from '../../../support/a-platform.ts';
import { buildTree } from '../../../support/at-once.ts';
import { platformOf } from '../../../support/platform-of.ts';

const platform = aPlatform();
const read = (text: string): readonly ConfigNode[] => buildTree(scanLines(text, platform.syntax), platform);
const bodyOf = (text: string): readonly string[] | undefined => read(text)[0]?.body?.map((line) => line.text);

describe('buildTree', () => {
	it('holds what is said and leaves out what only frames it', () => {
		expect(read('! comment\na\n b\n exit\n\nend\n')).toEqual([
			{
				text: 'a',
				lineNumber: 2,
				body: null,
				children: [{ text: 'b', lineNumber: 3, body: null, children: [] }],
			},
		]);
	});

	it.each([
		['banner motd #\nhello\n#\n', ['hello']],
		['banner motd #hello#\n', ['hello']],
		['banner motd #one\ntwo\nthree#\n', ['one', 'two', 'three']],
		['banner motd ##\n', []],
		['banner motd #\n\n  hello\n\n#\n', ['', '  hello', '']],
	])('reads the text of %j without its delimiters', (text, body) => {
		expect(read(text)[0]?.text).toBe('banner motd');
		expect(bodyOf(text)).toEqual(body);
	});

	it('keeps a section that is one value letter for letter, without the line that closes it', () => {
		expect(bodyOf('policy A\n  if x then\n    pass\n  ! why\n  end\n  endif\nend-policy\nhostname a\n')).toEqual([
			'  if x then',
			'    pass',
			'  ! why',
			'  end',
			'  endif',
		]);
		expect(bodyOf('policy A\nhostname a\n')).toEqual([]);
	});

	it.each([
		['juniper_junos', (line: string) => `system {\n    message "one\n${line}\nthree";\n    host-name  a; # b\n}\n`],
		['juniper_junos', (line: string) => `set system message "one\n${line}\nthree"\nset system  host-name a\n`],
		['vyos', (line: string) => `set system login banner "one\n${line}\nthree"\nset system  host-name a\n`],
	])(
		'%s: keeps blanks and signs of a text that goes on in the next line, and reads what stands behind it',
		(name, text) => {
			const system = platformOf(name);
			const nodes = buildTree(scanLines(text('a;  b; # two'), system.syntax), system);
			const texts = nodes.flatMap((node) => [node, ...node.children]).map((node) => node.text);

			expect(texts).toContain('a;  b; # two');
			expect(texts.at(-1)).toMatch(/^(?:set system )?host-name a$/);
		},
	);

	it('finds a section that is one value inside another', () => {
		const nested = aPlatform({ order: [{ kind: 'whole-body', within: [/^group /, /^policy /] }] });
		const text = 'group G\n policy A\n  pass\npolicy A\n pass\n';

		const [group, top] = buildTree(scanLines(text, nested.syntax), nested);

		expect(group?.children[0]?.body?.map((line) => line.text)).toEqual(['  pass']);
		expect(top).toMatchObject({ body: null, children: [{ text: 'pass' }] });
	});

	it('goes fifty sections deep and no deeper', () => {
		const { syntax } = platformOf('juniper_junos');
		const nest = (depth: number): string => `${'a {\n'.repeat(depth - 1)}b;\n${'}\n'.repeat(depth - 1)}`;
		const parse = (depth: number) => buildTree(scanLines(nest(depth), syntax), { syntax, order: [] });

		const deepest = (nodes: readonly ConfigNode[]): ConfigNode | undefined =>
			nodes[0]?.children[0] ? deepest(nodes[0].children) : nodes[0];

		expect(deepest(parse(50))).toMatchObject({ text: 'b', body: null, lineNumber: 50 });
		expect(deepest(parse(53))).toMatchObject({
			text: 'a',
			body: [{ text: 'a {' }, { text: 'a {' }, { text: 'b;' }],
			lineNumber: 50,
		});
	});
});
