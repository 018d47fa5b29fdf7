import { describe, expect, it } from 'vitest';
import { differences } from '../../../../support/compare-texts.ts';
import { platformOf } from '../../../../support/platform-of.ts';

/** Differences on a platform, whose lines are given as texts. */
function on(name: string, intended: string, running: string): readonly string[] {
	return differences({ platform: platformOf(name), intended, running });
}

const trunk = (...lists: readonly string[]): string =>
	['interface GigabitEthernet1/0/1', ...lists.map((list) => ` switchport trunk allowed vlan ${list}`), ''].join('\n');

const members = (list: string): string =>
	['config firewall addrgrp', 'edit "G"', `set member ${list}`, 'next', 'end', ''].join('\n');

describe('reconcileLists', () => {
	it.each([
		['sorted and collapsed', ['1,2,3,5'], ['1-3,5']],
		['wrapped with add', ['1-100,200-300'], ['1-100', 'add 200-250', 'add 251-300']],
		['wrapped on both sides at another place', ['1-10', 'add 11-30'], ['1-20', 'add 21-30']],
	])('takes a list for the set that it is: %s', (_, intended, running) => {
		expect(on('cisco_ios', trunk(...intended), trunk(...running))).toEqual([]);
	});

	it('tells which values are missing and which are extra, and none that both have', () => {
		expect(on('cisco_ios', trunk('1-10,20'), trunk('1-8', 'add 20,30-32'))).toEqual([
			'extra interface GigabitEthernet1/0/1 > switchport trunk allowed vlan 30-32',
			'missing interface GigabitEthernet1/0/1 > switchport trunk allowed vlan 9-10',
		]);
	});

	it('tells in scope `declared` what a list holds that is one value, and nothing of one that others add to', () => {
		const options = { scope: 'declared' } as const;
		const declared = (platform: string, intended: string, running: string): readonly string[] =>
			differences({ platform: platformOf(platform), intended, running, options });

		expect(declared('cisco_ios', trunk('1-10'), trunk('1-12'))).toEqual([
			'extra interface GigabitEthernet1/0/1 > switchport trunk allowed vlan 11-12',
		]);
		expect(declared('fortinet', members('"a"'), members('"a" "b"'))).toEqual([
			'extra config firewall addrgrp > edit G > set member b',
		]);
		expect(declared('cisco_ios', 'vlan 10\n', 'vlan 10-12\n')).toEqual([]);
	});

	it('takes one other value for a change only where a line replaces the one before it', () => {
		expect(on('fortinet', members('"a"'), members('"b"'))).toEqual([
			'changed config firewall addrgrp > edit G > set member a → set member b',
		]);
		expect(on('cisco_ios', 'vlan 10\n', 'vlan 20\n')).toEqual(['extra vlan 20', 'missing vlan 10']);
	});

	it('keeps the words of the line where a side has no list', () => {
		expect(on('cisco_ios', trunk('1-10'), trunk('none'))).toEqual([
			'changed interface GigabitEthernet1/0/1 > switchport trunk allowed vlan 1-10 → switchport trunk allowed vlan none',
		]);
		expect(on('cisco_ios', trunk('10,1-9'), 'interface GigabitEthernet1/0/1\n ip x\n')).toContain(
			'missing interface GigabitEthernet1/0/1 > switchport trunk allowed vlan 10,1-9',
		);
	});

	it('compares VLANs that have a section with those of a list (hier_config#264)', () => {
		const sections = 'vlan 10\n  name USERS\nvlan 20\n  name VOICE\nvlan 30\n';
		const listed = 'vlan 1,10,20,30\nvlan 10\n  name USERS\nvlan 20\n  name VOICE\n';

		expect(on('cisco_nxos', sections, listed)).toEqual([]);
		expect(on('cisco_nxos', listed, sections)).toEqual([]);
		expect(on('cisco_nxos', sections, listed.replace('VOICE', 'PHONES').replace('20,30', '20,40'))).toEqual([
			'extra vlan 40',
			'changed vlan 20 > name VOICE → name PHONES',
			'missing vlan 30',
		]);
	});

	it('gives the setting of a range to each of its VLANs', () => {
		const range = 'vlan 100-102\n   state suspend\n';
		const each = 'vlan 100\n   state suspend\nvlan 101\n   state suspend\nvlan 102\n   state active\n';

		expect(on('arista_eos', range, each)).toEqual(['changed vlan 102 > state suspend → state active']);
	});

	it.each([
		['huawei_vrp', 'vlan batch 10 to 13 20\n', 'vlan batch 10 11\nvlan batch 12 13 20\n'],
		[
			'hp_comware',
			'interface A\n port trunk permit vlan 1 10 to 20\n',
			'interface A\n port trunk permit vlan 1 10 to 14 15 to 20\n',
		],
		['hp_comware', 'vlan 10 to 12\n', 'vlan 10\n#\nvlan 11 to 12\n'],
		[
			'aruba_aoscx',
			'interface 1/1/1\n    vlan trunk allowed 10,11,12\n',
			'interface 1/1/1\n    vlan trunk allowed 10-12\n',
		],
		['hp_procurve', 'vlan 10\n   untagged 1-2,A1\n', 'vlan 10\n   untagged A1,1,2\n'],
		[
			'fortinet',
			'config firewall addrgrp\nedit "g"\nset member "b" "a a"\nnext\nend\n',
			'config firewall addrgrp\n    edit "g"\n        set member "a a" "b"\n    next\nend\n',
		],
		['juniper_junos', 'a {\n    members [ b a ];\n}\n', 'a {\n    members [ a b ];\n}\n'],
		['paloalto_panos', 'r {\n  source [ b a];\n}\n', 'r {\n  source [ a b];\n}\n'],
		['nokia_srosmd', 'a {\n    member ["b" "a"]\n}\n', 'a {\n    member ["a" "b"]\n}\n'],
		[
			'arista_eos',
			'router bgp 1\n   neighbor interface Et1-2 peer-group S\n',
			'router bgp 1\n   neighbor interface Ethernet1 peer-group S\n   neighbor interface Ethernet2 peer-group S\n',
		],
	])('knows the lists of %s', (name, intended, running) => {
		expect(on(name, intended, running)).toEqual([]);
		expect(on(name, running, intended)).toEqual([]);
	});

	it.each([
		[
			'juniper_junos',
			'system {\n    authentication-order [ a b ];\n}\n',
			'system {\n    authentication-order [ b a ];\n}\n',
		],
		['juniper_junos', 'group X {\n    import [ A B ];\n}\n', 'group X {\n    import [ B A ];\n}\n'],
		['paloalto_panos', 'esp {\n  encryption [ a b];\n}\n', 'esp {\n  encryption [ b a];\n}\n'],
		['nokia_srosmd', 'import {\n    policy ["a" "b"]\n}\n', 'import {\n    policy ["b" "a"]\n}\n'],
		[
			'fortinet',
			'config service\nedit 1\nset priority-members 1 2\nnext\nend\n',
			'config service\nedit 1\nset priority-members 2 1\nnext\nend\n',
		],
	])('reports another order where values are tried one after the other: %s', (name, intended, running) => {
		expect(on(name, intended, running).length).toBeGreaterThan(0);
	});

	it('tells a single value that came out of brackets', () => {
		expect(on('juniper_junos', 'a {\n    members [ x y ];\n}\n', 'a {\n    members x;\n}\n')).toEqual([
			'missing a > members y',
		]);
		expect(on('juniper_junos', 'a {\n    members x;\n}\n', 'a {\n    members y;\n}\n')).toEqual([
			'changed a > members x → members y',
		]);
	});

	it('survives ranges that no device has', () => {
		const hostile = Array.from({ length: 2_000 }, (_, index) => `vlan ${index}-65535\n name x\n`).join('');

		expect(on('cisco_ios', 'vlan 10\n', hostile).length).toBeGreaterThan(0);
	});
});
