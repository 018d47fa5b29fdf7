import { describe, expect, it } from 'vitest';
import { compareConfigs } from '../../../../src/domain/compare/calculate-diff.ts';
import { prepareConfig } from '../../../../src/domain/config/prepare-config.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { remediate } from '../../../../src/domain/remediation/remediate.ts';
import { platformOf } from '../../../support/platform-of.ts';

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

function commandsFor(name: string, intended: string, running: string): readonly string[] {
	const platform = platformOf(name);
	const masks = compileMasks(platform, { fingerprintKey: 'test' });
	const configs = { intended: prepareConfig(intended, masks), running: prepareConfig(running, masks) };
	return remediate(configs, compareConfigs(configs, masks).changes, platform);
}

describe('pathCommands', () => {
	it('sets and deletes whole paths of MD-CLI, and writes an ordered list anew', () => {
		const policy = (...entries: readonly string[]): readonly string[] => [
			'    policy-options {',
			'        policy-statement "OUT" {',
			...entries.map(
				(entry) =>
					`            named-entry "${entry}" {\n                action {\n                    action-type accept\n                }\n            }`,
			),
			'        }',
			'    }',
		];
		const intended = lines(
			'configure {',
			...policy('a', 'b'),
			'    port 1/1/c1 {',
			'        admin-state enable',
			'    }',
			'}',
		);
		const running = lines(
			'configure {',
			...policy('b', 'a'),
			'    port 1/1/c1 {',
			'        admin-state disable',
			'        description "x"',
			'    }',
			'    port 1/1/c2 {',
			'        admin-state enable',
			'    }',
			'}',
		);

		expect(commandsFor('nokia_srosmd', intended, running)).toEqual([
			'delete /configure policy-options policy-statement OUT named-entry b',
			'delete /configure policy-options policy-statement OUT named-entry a',
			'delete /configure port 1/1/c1 description',
			'delete /configure port 1/1/c2',
			'/configure policy-options policy-statement OUT named-entry a action action-type accept',
			'/configure policy-options policy-statement OUT named-entry b action action-type accept',
			'/configure port 1/1/c1 admin-state enable',
		]);
	});

	it('names the entry of a list that goes, and none of the others', () => {
		const ports = (...names: readonly string[]): string =>
			lines('configure {', ...names.map((name) => `    port ${name} { }`), '}');

		expect(commandsFor('nokia_srosmd', ports('1/1/c3'), ports('1/1/c2', '1/1/c3'))).toEqual([
			'delete /configure port 1/1/c2',
		]);
	});

	it('writes the YAML of NVUE as paths', () => {
		const intended = lines(
			'- set:',
			'    interface:',
			'      swp1:',
			'        link:',
			'          mtu: 9216',
			'    system:',
			"      hostname: 'leaf-01'",
		);
		const running = lines(
			'- set:',
			'    interface:',
			'      swp1:',
			'        link:',
			'          mtu: 9000',
			'      swp2: {}',
			'    system:',
			'      timezone: Etc/UTC',
		);

		expect(commandsFor('cumulus', intended, running)).toEqual([
			'nv unset interface swp2',
			'nv unset system timezone',
			'nv set interface swp1 link mtu 9216',
			"nv set system hostname 'leaf-01'",
		]);
	});
});

describe('statementCommands', () => {
	it('takes an entry too many out of an ordered list, and no other with it', () => {
		const rules = (...entries: readonly string[]): string => lines('/ip firewall filter', ...entries);
		const [accept, drop] = ['add action=accept chain=input comment=ssh', 'add action=drop chain=input'];

		expect(
			commandsFor('mikrotik_routeros', rules(accept, drop), rules('add action=accept chain=forward', accept, drop)),
		).toEqual(['/ip firewall filter remove [ find action=accept chain=forward ]']);
		// A search for what is too much would find what is to stay: it goes, too, and comes again.
		expect(commandsFor('mikrotik_routeros', rules(accept), rules('add action=accept chain=input', accept))).toEqual([
			'/ip firewall filter remove [ find action=accept chain=input comment=ssh ]',
			'/ip firewall filter remove [ find action=accept chain=input ]',
			`/ip firewall filter ${accept}`,
		]);
	});

	it('takes entries of RouterOS back by what they say, and writes an ordered list again from where it differs', () => {
		const intended = lines(
			'/ip dns',
			'set servers=192.0.2.1',
			'/ip firewall filter',
			'add action=accept chain=input',
			'add action=accept chain=input comment="a b" protocol=tcp',
			'add action=drop chain=input',
		);
		const running = lines(
			'/ip address',
			'add address=192.0.2.9/24 interface=ether1',
			'/ip dns',
			'set allow-remote-requests=yes servers=192.0.2.9',
			'/ip firewall filter',
			'add action=accept chain=input',
			'add action=drop chain=input',
		);

		expect(commandsFor('mikrotik_routeros', intended, running)).toEqual([
			'/ip firewall filter remove [ find action=drop chain=input ]',
			'/ip address remove [ find address=192.0.2.9/24 interface=ether1 ]',
			'/ip dns set servers=192.0.2.1',
			'/ip firewall filter add action=accept chain=input comment="a b" protocol=tcp',
			'/ip firewall filter add action=drop chain=input',
		]);
	});

	it('leaves one of two equal entries to people, because a search would find both', () => {
		const entry = 'add address=192.0.2.9/24 interface=ether1';

		expect(commandsFor('mikrotik_routeros', lines('/ip address', entry), lines('/ip address', entry, entry))).toEqual([
			`# remove by hand: /ip address ${entry}`,
		]);
	});

	it('knows what takes a command of Gaia back, and says where it does not', () => {
		expect(
			commandsFor(
				'checkpoint_gaia',
				lines('set hostname fw-01', 'set dns primary 192.0.2.1'),
				lines(
					'set hostname fw-02',
					'set ntp server primary 192.0.2.5 version 4',
					'set interface eth1 mtu 9000',
					'add user eve uid 103 homedir /home/eve',
					'set user eve shell /bin/bash',
				),
			),
		).toEqual([
			'# remove by hand: set user eve shell /bin/bash',
			'delete user eve',
			'# remove by hand: set interface eth1 mtu 9000',
			'delete ntp server 192.0.2.5',
			'set hostname fw-01',
			'set dns primary 192.0.2.1',
		]);
	});

	it('deletes what EXOS created, disables what it enabled, and writes an access list in its order', () => {
		const rule = (name: string): string => `configure access-list add ${name} last priority 0 zone SYSTEM any ingress`;

		expect(
			commandsFor(
				'extreme_exos',
				lines(rule('A'), rule('B'), 'configure vlan users tag 10', 'enable ssh2'),
				lines(
					rule('B'),
					rule('A'),
					'configure vlan users tag 11',
					'enable telnet',
					'create vlan "guests"',
					'configure vlan guests add ports 1-3 tagged',
				),
			),
		).toEqual([
			'configure access-list delete A all',
			'configure access-list delete B all',
			'configure vlan guests delete ports 1-3',
			'delete vlan guests',
			'disable telnet',
			rule('A'),
			rule('B'),
			'configure vlan users tag 10',
			'enable ssh2',
		]);
	});
});

describe('tmshCommands', () => {
	it('creates, modifies and deletes objects of F5 in one transaction, and leaves to people what has no command', () => {
		const running = lines(
			'auth user anna {',
			'    description x',
			'    shell none',
			'}',
			'ltm pool old {',
			'    monitor http',
			'}',
			'ltm rule redirect {',
			'when HTTP_REQUEST { }',
			'}',
			'ltm virtual www {',
			'    rules {',
			'        one',
			'        two',
			'    }',
			'    source-address-translation {',
			'        type automap',
			'    }',
			'}',
		);
		const intended = lines(
			'auth user anna {',
			'    shell bash',
			'}',
			'ltm pool web {',
			'    members {',
			'        192.0.2.11:http {',
			'            address 192.0.2.11',
			'        }',
			'    }',
			'}',
			'ltm rule redirect {',
			'when CLIENT_ACCEPTED { }',
			'}',
			'ltm virtual www {',
			'    rules {',
			'        two',
			'        one',
			'    }',
			'    source-address-translation {',
			'        type snat',
			'    }',
			'}',
			'sys ntp {',
			'    servers { 192.0.2.7 }',
			'}',
		);

		expect(commandsFor('f5_tmsh', intended, running)).toEqual([
			'# change by hand: auth user anna description x',
			'# change by hand: ltm rule redirect',
			'create cli transaction',
			'create ltm pool web { members replace-all-with { 192.0.2.11:http { address 192.0.2.11 } } }',
			'modify auth user anna shell bash',
			'modify ltm virtual www rules { two one }',
			'modify ltm virtual www source-address-translation { type snat }',
			'modify sys ntp servers replace-all-with { 192.0.2.7 }',
			'delete ltm pool old',
			'submit cli transaction',
		]);
	});
});

describe('jsonPatch', () => {
	it('is a JSON Patch for SONiC: keys by their pointers, lists as a whole', () => {
		const intended = {
			DEVICE_METADATA: { localhost: { hostname: 'a' } },
			VLAN_INTERFACE: { 'Vlan10|192.0.2.1/24': {} },
			ACL_TABLE: { MGMT: { ports: ['Ethernet0', 'Ethernet4'] } },
		};
		const running = {
			DEVICE_METADATA: { localhost: { hostname: 'b' } },
			ACL_TABLE: { MGMT: { ports: ['Ethernet8'], stage: 'ingress' } },
			PORT: { Ethernet0: { mtu: '9100' } },
		};

		const commands = commandsFor('sonic', JSON.stringify(intended), JSON.stringify(running));

		expect(JSON.parse(commands.join('\n'))).toEqual([
			{ op: 'remove', path: '/PORT' },
			{ op: 'remove', path: '/ACL_TABLE/MGMT/stage' },
			{ op: 'replace', path: '/DEVICE_METADATA/localhost/hostname', value: 'a' },
			{ op: 'replace', path: '/ACL_TABLE/MGMT/ports', value: ['Ethernet0', 'Ethernet4'] },
			{ op: 'add', path: '/VLAN_INTERFACE', value: { 'Vlan10|192.0.2.1/24': {} } },
		]);
	});

	it('writes no patch where a side is no JSON', () => {
		const running = JSON.stringify({ PORT: { Ethernet0: { mtu: '9100' } } });

		expect(commandsFor('sonic', '"mtu": "9100",\n"\tPORT": {\n', running)).toEqual([]);
	});
});
