import { describe, expect, it } from 'vitest';
import { withoutLookAlikes } from '../../../../src/domain/masking/look-alikes.ts';
import { maskContent } from '../../../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { platformOf } from '../../../support/platform-of.ts';

describe('withoutLookAlikes', () => {
	it.each([
		'password <secret:1f3a9c>',
		'password <secret>',
		'url https://anna:<secret:1f3a9c>@192.0.2.1/',
		'key "<secret:1f3a9c>";',
		'description <secretary>',
	])('leaves a line with none as it is: %s', (line) => {
		expect(withoutLookAlikes(line, { style: 'indented' })).toBe(line);
	});

	it.each([
		'<secret:mine>',
		'<secret:mine',
		'<secret>mine',
		'<secret:1f3a9c>mine',
		'<secret>!mine',
		'<secret:1f3a9cf>',
	])('takes the brackets of %s, each sign in its place', (value) => {
		const asked = withoutLookAlikes(`password ${value} <b>`, { style: 'indented' });

		expect(asked).toHaveLength(`password ${value} <b>`.length);
		expect(asked).toMatch(/^password [^<>]+ <b>$/);
	});

	it('leaves XML alone, where a secret may be an element', () => {
		expect(withoutLookAlikes('<secret>fictive</secret>', { style: 'xml' })).toBe('<secret>fictive</secret>');
	});
});

describe.each(['cisco_ios', 'juniper_junos', 'fortinet', 'generic'])('on %s', (name) => {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'look-alikes' });

	it.each(['<secret:hunter2>', '<secret:hunter2', '<secret>hunter2', '<secret>!hunter2', '<secret:1f3a9c>hunter2'])(
		'hides a password that only looks like a masked one: %s',
		(password) => {
			for (const line of [`description password: ${password}`, `description "pwd is ${password}"`]) {
				expect(maskContent(`${line}\n`, masks).text).not.toContain('hunter2');
			}
		},
	);

	it.each([
		'description see https://hooks.slack.com/services/<secret:hunter2>',
		'description "Authorization: Bearer <secret:hunter2>"',
		'description https://x.example/?token=<secret:hunter2>',
	])('hides what is known by the words around it: %s', (line) => {
		expect(maskContent(`${line}\n`, masks).text).not.toContain('hunter2');
	});
});
