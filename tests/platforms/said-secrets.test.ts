import { describe, expect, it } from 'vitest';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../src/domain/masking/registry.ts';
import type { SyntaxStyle } from '../../src/domain/platform/syntax.ts';
import { platforms } from '../../src/platforms/index.ts';
import { anyPlatformMasks } from '../../src/platforms/shared/any-platform-masks.ts';
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

	it.each([
		'the password swordfish1',
		'Password Sword.fish1',
		'pw is swordfish1',
		'password   is   swordfish1',
		'the  password  =  swordfish1',
		'the password is: none.swordfish1',
		'password: Sword,swordfish1',
		'SNMP community: swordfish1',
		'the community string is swordfish1',
		'community is: swordfish1',
		'the community is : swordfish1',
		'the password for anna is swordfish1',
		'the password of anna: swordfish1',
		'the old password was swordfish1',
		'the password for anna was: swordfish1',
		'see ftp://anna@corp.example:swordfish1@192.0.2.1/',
		'see ftp://anna:@swordfish1@192.0.2.1/',
	])('shows no secret that is said in other words: %s', (sentence) => {
		for (const remark of remarks) {
			const { text } = maskContent(`${remark.replace('…', sentence)}\n`, masks);

			expect(text).not.toContain('fish1');
		}
	});

	it.each([
		'password rotation of 2026',
		'password hmac-sha256 is used',
		'the password is required',
		'the password of anna was changed',
		'the password was last changed in May',
		'password: none.',
		'password: {{ vault }}',
		'password: {name}',
		'password: [a, b]',
		'password: {length: 8',
		'community: 65000:100',
		'community is no-export',
		'community = target:65000:1',
		'the secret server room',
		'see scp://anna@192.0.2.9:2222/a@b',
	])('finds none by what all platforms share where a sentence says none: %s', (sentence) => {
		const nets = compileMasks({ ...masks.platform, masks: anyPlatformMasks }, { fingerprintKey: 'said' });

		for (const remark of remarks) {
			expect(maskContent(`${remark.replace('…', sentence)}\n`, nets).text).not.toContain('<secret');
		}
	});
});
