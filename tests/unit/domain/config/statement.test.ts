import { describe, expect, it } from 'vitest';
import { statementOf } from '../../../../src/domain/config/statement.ts';
import type { Syntax } from '../../../../src/domain/platform/syntax.ts';

const syntax = (style: Syntax['style'], more: Partial<Syntax> = {}): Syntax => ({
	style,
	comments: [],
	negation: 'no ',
	closers: [],
	frame: [],
	blocks: [],
	...more,
});

describe('statementOf', () => {
	it.each([
		['set hostname "fw-01"', 'set hostname fw-01'],
		['edit "port1"', 'edit port1'],
		['set alias "two words"', 'set alias "two words"'],
		['set alias ""', 'set alias ""'],
		['set psksecret "<secret>"', 'set psksecret <secret>'],
		['set name "<secret:1f3a9c>"', 'set name <secret:1f3a9c>'],
		['set url "scp://a:<secret>@192.0.2.1/x"', 'set url scp://a:<secret>@192.0.2.1/x'],
		['set public-key "AbC+/="', 'set public-key AbC+/='],
	])('reads %s of FortiOS', (text, statement) => {
		expect(statementOf(text, syntax('edit-blocks'))).toBe(statement);
	});

	it.each([
		["set system host-name 'edge'", 'set system host-name edge'],
		["set interfaces ethernet eth0 description 'two words'", 'set interfaces ethernet eth0 description "two words"'],
		['description "it\'s mine"', 'description "it\'s mine"'],
	])('reads %s of VyOS', (text, statement) => {
		expect(statementOf(text, syntax('braces', { singleQuotes: true }))).toBe(statement);
	});

	it.each([
		['set  system   host-name a', 'set system host-name a'],
		['set system login  message "two  blanks"', 'set system login message "two  blanks"'],
		['set a "x  \\"  y"  b', 'set a "x  \\"  y" b'],
		["set  a 'two  blanks'", "set a 'two  blanks'"],
		['set  buffer "goes  on', 'set buffer "goes  on'],
		['set a one\\  word', 'set a one\\  word'],
	])('reads %s with single blanks where words are all that counts', (text, statement) => {
		for (const style of ['set', 'braces', 'edit-blocks'] as const)
			expect(statementOf(text, syntax(style))).toBe(statement);
	});

	it.each([
		['int Gi0/1', 'interface Gi0/1'],
		['interf vlan 10', 'interface vlan 10'],
		['interface Gi0/1', 'interface Gi0/1'],
		['int', 'int'],
		['internal-address 192.0.2.1', 'internal-address 192.0.2.1'],
		['description int Gi0/1', 'description int Gi0/1'],
	])('reads %s as %s where interfaces may be cut short', (text, statement) => {
		expect(statementOf(text, syntax('indented', { shortInterface: true }))).toBe(statement);
		expect(statementOf(text, syntax('indented'))).toBe(text);
	});

	it('takes single quotes for text elsewhere', () => {
		expect(statementOf('description "the \'core\' link";', syntax('braces'))).toBe('description "the \'core\' link"');
	});

	it('leaves indented lines as they are', () => {
		expect(statementOf('description "a" {', syntax('indented'))).toBe('description "a" {');
	});
});
