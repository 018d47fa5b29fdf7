import { describe, expect, it } from 'vitest';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import type { SyntaxStyle } from '../../src/domain/platform/platform.ts';
import { platforms } from '../../src/platforms/index.ts';
import { platformOf } from '../support/platform-of.ts';

/** What people wrote for people, where each syntax has room for it. */
const REMARKS: Readonly<Record<SyntaxStyle, readonly string[]>> = {
	indented: ['interface A\n description …', 'interface A\n   name "…"', 'username anna role ops description "…"'],
	braces: ['a {\n    description "…";\n}', 'set a b description "…"', "set a b description '…'"],
	set: ['set a b comments "…"', 'configure vlan a description "…"'],
	'edit-blocks': ['config system interface\nedit "a"\nset description "…"\nnext\nend'],
	paths: ['/interface ethernet\nset [ find ] comment="…"'],
	json: ['{\n"description": "…"\n}'],
	xml: ['<config>\n<description>…</description>\n</config>'],
};

describe.each(platforms.names)('a sentence on %s', (name) => {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'said' });
	const remarks = REMARKS[masks.platform.syntax.style];

	it.each(
		['password', 'secret', 'passphrase', 'pwd'].flatMap((word) =>
			[' is ', ': ', ' = ', ' is: ', ' was: ', ' -> '].map((between) => `the ${word}${between}hunter2`),
		),
	)('shows no secret: %s', (sentence) => {
		for (const remark of remarks) {
			const { text } = maskContent(`${remark.replace('…', sentence)}\n`, masks);

			expect(text).not.toContain('hunter2');
		}
	});
});
