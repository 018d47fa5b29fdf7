import { describe, expect, it } from 'vitest';
import { differences } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

/** What a rule of equality might let through, and two texts that are different configurations. */
type Alike = readonly [about: string, one: string, other: string];

/** An entry of a table of FortiOS. */
function entry(table: string, name: string, ...lines: readonly string[]): string {
	return [`config ${table}`, `    edit ${name}`, ...lines.map((line) => `        ${line}`), '    next', 'end'].join(
		'\n',
	);
}

const policy = (...lines: readonly string[]): string => entry('firewall policy', '1', 'set name "a"', ...lines);
const port = (...lines: readonly string[]): string => entry('system interface', '"port1"', 'set mtu 1400', ...lines);
const route = (...lines: readonly string[]): string => entry('router static', '1', 'set gateway 192.0.2.1', ...lines);
const phase1 = (line: string): string => entry('vpn ipsec phase1-interface', '"v"', line);

const FORTIOS: readonly Alike[] = [
	['the action', policy('set action accept'), policy()],
	['translation', policy('set nat enable'), policy()],
	['what is logged', policy('set logtraffic all'), policy()],
	['what is logged, said', policy('set logtraffic disable'), policy('set logtraffic utm')],
	['a policy that is off', policy('set status disable'), policy('set status enable')],
	['a source more', policy('set srcaddr "a" "b"'), policy('set srcaddr "a"')],
	['two names or one', policy('set srcaddr "a" "b"'), policy('set srcaddr "a b"')],
	['where a name stands', policy('set srcaddr "a"'), policy('set dstaddr "a"')],
	['a list turned round', policy('set srcaddr-negate enable'), policy()],
	['a distance', route('set distance 100'), route()],
	['a destination', route('set dst 10.0.0.0 255.0.0.0'), route()],
	['a length', route('set dst 10.0.0.0 255.0.0.0'), route('set dst 10.0.0.0 255.255.0.0')],
	['a route into nothing', route('set blackhole enable'), route()],
	['where an address comes from', port('set mode dhcp'), port('set mode static')],
	['a port that is down', port('set status down'), port()],
	['the virtual domain', port('set vdom "blue"'), port()],
	['the mask of a port', port('set ip 192.0.2.1 255.255.255.0'), port('set ip 192.0.2.1/25')],
	['a way in', port('set allowaccess ping https'), port('set allowaccess ping https http')],
	[
		'a status elsewhere',
		entry('user local', '"a"', 'set status enable', 'set type password'),
		entry('user local', '"a"', 'set type password'),
	],
	[
		'a type',
		entry('firewall address', '"a"', 'set subnet 10.0.0.0/8', 'set type fqdn'),
		entry('firewall address', '"a"', 'set subnet 10.0.0.0/8'),
	],
	[
		'a host in a subnet',
		entry('firewall address', '"a"', 'set subnet 10.0.0.1/8'),
		entry('firewall address', '"a"', 'set subnet 10.0.0.0/8'),
	],
	[
		'members by priority',
		entry('system sdwan service', '1', 'set priority-members 2 1'),
		entry('system sdwan service', '1', 'set priority-members 1 2'),
	],
	[
		'proposals by preference',
		phase1('set proposal aes256-sha256 aes128-sha1'),
		phase1('set proposal aes128-sha1 aes256-sha256'),
	],
	['groups by preference', phase1('set dhgrp 14 5'), phase1('set dhgrp 5 14')],
];

const RULES = 'set rulebase security rules';
const UUID = '0a1b2c3d-0000-51eb-0000-000000000001';

const PANOS: readonly Alike[] = [
	['the order of templates', 'set template-stack S templates [ A B ]', 'set template-stack S templates [ B A ]'],
	[
		'the order of templates in braces',
		'template-stack {\n  S {\n    templates [ A B];\n  }\n}',
		'template-stack {\n  S {\n    templates [ B A];\n  }\n}',
	],
	[
		'encryption by preference',
		'set network ike crypto-profiles ike-crypto-profiles P encryption [ aes-256-cbc aes-128-cbc ]',
		'set network ike crypto-profiles ike-crypto-profiles P encryption [ aes-128-cbc aes-256-cbc ]',
	],
	['the action', `${RULES} a to untrust\n${RULES} a action allow`, `${RULES} a to untrust\n${RULES} a action deny`],
	['the name in front of a number', `${RULES} a ${UUID} action allow`, `${RULES} b ${UUID} action allow`],
	[
		'the order of rules',
		`${RULES} a to untrust\n${RULES} b to untrust`,
		`${RULES} b to untrust\n${RULES} a to untrust`,
	],
	['a source more', `${RULES} a source [ x y ]`, `${RULES} a source x`],
	['two names or one', `${RULES} a source [ "x y" ]`, `${RULES} a source [ x y ]`],
	['where a list stands', `${RULES} a source [ x y ]`, `${RULES} a destination [ x y ]`],
	['a rule that is off', `${RULES} a disabled yes`, `${RULES} a disabled no`],
	[
		'a number that is a value',
		`set deviceconfig system device-id ${UUID}`,
		`set deviceconfig system device-id ${UUID.replace('1', '2')}`,
	],
	[
		'a number that is a name',
		`set shared tag ${UUID} color color1`,
		`set shared tag ${UUID.replace('1', '2')} color color1`,
	],
];

const FILTER = '/ip firewall filter\nadd action=accept chain=input';

const ROUTEROS: readonly Alike[] = [
	['the action', FILTER, FILTER.replace('accept', 'drop')],
	['a rule that is off', `${FILTER} disabled=yes`, FILTER],
	['a rule that logs', `${FILTER} log=yes`, FILTER],
	['a prefix of the log', `${FILTER} log-prefix="x"`, FILTER],
	['a state more', `${FILTER} connection-state=established,related`, `${FILTER} connection-state=established`],
	[
		'states turned round',
		`${FILTER} connection-state=!established,related`,
		`${FILTER} connection-state=established,related`,
	],
	[
		'where an address stands',
		`${FILTER} src-address=10.0.0.1 dst-address=10.0.0.2`,
		`${FILTER} src-address=10.0.0.2 dst-address=10.0.0.1`,
	],
	[
		'the order of a chain',
		`${FILTER}\nadd action=drop chain=input src-address=10.0.0.1`,
		'/ip firewall filter\nadd action=drop chain=input src-address=10.0.0.1\nadd action=accept chain=input',
	],
	['words of a comment', `${FILTER} comment="a b"`, `${FILTER} comment="b a"`],
	['a comment that looks like a default', `${FILTER} comment="x disabled=no y"`, `${FILTER} comment="x y"`],
	['a distance', '/ip route\nadd distance=2 gateway=192.0.2.1', '/ip route\nadd gateway=192.0.2.1'],
	['a route that is off', '/ip route\nadd disabled=yes gateway=192.0.2.1', '/ip route\nadd gateway=192.0.2.1'],
	['a destination', '/ip route\nadd dst-address=10.0.0.0/8 gateway=192.0.2.1', '/ip route\nadd gateway=192.0.2.1'],
	['a table', '/ip route\nadd gateway=192.0.2.1 routing-table=blue', '/ip route\nadd gateway=192.0.2.1'],
	[
		'another network',
		'/ip address\nadd address=192.0.2.1/24 interface=ether1 network=192.0.2.128',
		'/ip address\nadd address=192.0.2.1/24 interface=ether1',
	],
	[
		'a length',
		'/ip address\nadd address=192.0.2.1/24 interface=ether1 network=192.0.2.0',
		'/ip address\nadd address=192.0.2.1/25 interface=ether1',
	],
	['servers in their order', '/ip dns\nset servers=192.0.2.1,192.0.2.2', '/ip dns\nset servers=192.0.2.2,192.0.2.1'],
	[
		'tagged or not',
		'/interface bridge vlan\nadd bridge=b tagged=ether1,ether2 vlan-ids=10',
		'/interface bridge vlan\nadd bridge=b tagged=ether1 untagged=ether2 vlan-ids=10',
	],
	[
		'a range',
		'/interface bridge vlan\nadd bridge=b tagged=ether1 vlan-ids=10,20',
		'/interface bridge vlan\nadd bridge=b tagged=ether1 vlan-ids=10-20',
	],
];

const acl = (...rules: readonly string[]): string =>
	['acl number 3000', ...rules.map((rule) => ` rule ${rule}`)].join('\n');
const area = (number: string, network: string): string => `ospf 1\n area ${number}\n  network ${network}`;

const VRP: readonly Alike[] = [
	['a host or a network', acl('5 permit ip source 192.0.2.1 0'), acl('5 permit ip source 192.0.2.1 0.0.0.255')],
	['where an address stands', acl('5 permit ip source 192.0.2.1 0'), acl('5 permit ip destination 192.0.2.1 0')],
	['another list', acl('5 permit ip'), acl('5 permit ip').replace('3000', '3001')],
	['the order of rules', acl('permit tcp', 'deny ip'), acl('5 deny ip', '10 permit tcp')],
	['the numbers of rules', acl('5 permit tcp', '10 deny ip'), acl('10 permit tcp', '15 deny ip')],
	['a port that H3C calls so', acl('5 permit udp destination-port eq 90'), acl('5 permit udp destination-port eq dns')],
	['an area', area('0.0.0.1', '10.0.0.0 0.0.0.255'), area('0.0.1.0', '10.0.0.0 0.0.0.255')],
	['a wildcard', area('0', '10.0.0.0 0.0.0.255'), area('0', '10.0.0.0 0.0.0.0')],
	['seconds', 'user-interface vty 0 4\n idle-timeout 10 0', 'user-interface vty 0 4\n idle-timeout 10 30'],
	['never', 'user-interface vty 0 4\n idle-timeout 0 0', 'user-interface vty 0 4\n idle-timeout 10 0'],
	['a service more', 'aaa\n local-user a service-type ssh telnet', 'aaa\n local-user a service-type ssh'],
	[
		'levels of services',
		'local-user a\n service-type ssh level 3\n service-type telnet level 1',
		'local-user a\n service-type ssh level 1\n service-type telnet level 3',
	],
	[
		'a mask',
		'interface GigabitEthernet0/0/1\n ip address 192.0.2.1 255.255.255.0',
		'interface GigabitEthernet0/0/1\n ip address 192.0.2.1 25',
	],
	[
		'a range',
		'interface GigabitEthernet0/0/1\n port trunk allow-pass vlan 10 20',
		'interface GigabitEthernet0/0/1\n port trunk allow-pass vlan 10 to 20',
	],
	[
		'a preference',
		'ip route-static 10.0.0.0 8 192.0.2.1 preference 60',
		'ip route-static 10.0.0.0 8 192.0.2.1 preference 70',
	],
	[
		'a name of a VPN',
		'ip route-static vpn-instance A 10.0.0.0 8 192.0.2.1',
		'ip route-static vpn-instance a 10.0.0.0 8 192.0.2.1',
	],
	[
		'synchronization',
		'bgp 1\n ipv4-family unicast\n  network 10.0.0.0\n  synchronization',
		'bgp 1\n ipv4-family unicast\n  network 10.0.0.0',
	],
	[
		'classifiers by precedence',
		'traffic policy P\n classifier A behavior B precedence 5\n classifier C behavior D precedence 10',
		'traffic policy P\n classifier A behavior B precedence 10\n classifier C behavior D precedence 5',
	],
	['a beginning of two names', 'interface eth1\n mtu 9000', 'interface Eth-Trunk1\n mtu 9000'],
	[
		'a port that is shut',
		'interface GigabitEthernet0/0/1\n undo shutdown',
		'interface GigabitEthernet0/0/1\n shutdown',
	],
	[
		'servers in their order',
		'dns server 192.0.2.1\ndns server 192.0.2.2',
		'dns server 192.0.2.2\ndns server 192.0.2.1',
	],
];

const COMWARE: readonly Alike[] = [
	[
		'levels of services',
		'local-user a\n service-type ssh level 3\n service-type telnet level 1',
		'local-user a\n service-type ssh level 1\n service-type telnet level 3',
	],
	['kinds of lists', 'acl ipv6 advanced 3000\n rule 0 permit ipv6', 'acl advanced 3000\n rule 0 permit ipv6'],
	['kinds of lists with a name', 'acl basic name A\n rule 0 permit', 'acl advanced name A\n rule 0 permit'],
	[
		'how rules are matched',
		'acl advanced 3000 match-order auto\n rule 0 permit ip',
		'acl advanced 3000\n rule 0 permit ip',
	],
	[
		'primary and secondary',
		'radius scheme a\n primary authentication 192.0.2.1\n secondary authentication 192.0.2.2',
		'radius scheme a\n primary authentication 192.0.2.2\n secondary authentication 192.0.2.1',
	],
	[
		'tagged or not',
		'interface GigabitEthernet1/0/1\n port hybrid vlan 10 tagged',
		'interface GigabitEthernet1/0/1\n port hybrid vlan 10 untagged',
	],
	['kinds of tunnels', 'interface Tunnel1 mode gre\n mtu 1400', 'interface Tunnel1 mode ipv4-ipv4\n mtu 1400'],
];

const SROS: readonly Alike[] = [
	['routers', 'router Base\n    autonomous-system 1\nexit', 'router management\n    autonomous-system 1\nexit'],
	[
		'instances',
		'router\n    ospf 0\n        area 0\n        exit\n    exit\nexit',
		'router\n    ospf 1\n        area 0\n        exit\n    exit\nexit',
	],
	[
		'policies in their order',
		'router\n    bgp\n        import "A" "B"\n    exit\nexit',
		'router\n    bgp\n        import "B" "A"\n    exit\nexit',
	],
	[
		'two words or one',
		'router\n    interface "a b"\n        mtu 1400\n    exit\nexit',
		'router\n    interface a b\n        mtu 1400\n    exit\nexit',
	],
];

const SROS_MD: readonly Alike[] = [
	['import policy', 'A', 'B'],
	['apply-groups', 'A', 'B'],
	['order', 'tacplus', 'local'],
	['add', 'a', 'b'],
	['export-policy', 'a', 'b'],
	['match-list', 'mac', 'circuit-id'],
	['urls', '"cf3:a"', '"cf3:b"'],
].map(([list = '', one, other]) => [
	list,
	`/configure x ${list} [${one} ${other}]`,
	`/configure x ${list} [${other} ${one}]`,
]);

const EXOS: readonly Alike[] = [
	['tagged or not', 'configure vlan core add ports 1-4 tagged', 'configure vlan core add ports 1-4 untagged'],
	['slots', 'configure vlan core add ports 1:1-4 tagged', 'configure vlan core add ports 2:1-4 tagged'],
	[
		'ports of two VLANs',
		'configure vlan core add ports 1 tagged\nconfigure vlan edge add ports 2 tagged',
		'configure vlan core add ports 2 tagged\nconfigure vlan edge add ports 1 tagged',
	],
	['a mask', 'configure vlan core ipaddress 192.0.2.1 255.255.255.0', 'configure vlan core ipaddress 192.0.2.1/25'],
	[
		'a metric that could be a length',
		'configure iproute add 10.0.0.0/8 192.0.2.1 24',
		'configure iproute add 10.0.0.0/8 192.0.2.2 24',
	],
	['the case of a name', 'configure snmp sysName "core"', 'configure snmp sysName Core'],
	[
		'servers in their order',
		'configure dns-client add name-server 192.0.2.1\nconfigure dns-client add name-server 192.0.2.2',
		'configure dns-client add name-server 192.0.2.2\nconfigure dns-client add name-server 192.0.2.1',
	],
];

const GAIA: readonly Alike[] = [
	[
		'a mask',
		'set interface eth0 ipv4-address 192.0.2.1 subnet-mask 255.255.255.0',
		'set interface eth0 ipv4-address 192.0.2.1 mask-length 25',
	],
	[
		'another port',
		'set interface eth0 ipv4-address 192.0.2.1 mask-length 24',
		'set interface eth1 ipv4-address 192.0.2.1 mask-length 24',
	],
	[
		'a priority',
		'set static-route default nexthop gateway address 192.0.2.1 on',
		'set static-route default nexthop gateway address 192.0.2.1 priority 2 on',
	],
	[
		'which server is first',
		'set dns primary 192.0.2.1\nset dns secondary 192.0.2.2',
		'set dns primary 192.0.2.2\nset dns secondary 192.0.2.1',
	],
];

describe.each([
	['fortinet', FORTIOS],
	['paloalto_panos', PANOS],
	['mikrotik_routeros', ROUTEROS],
	['huawei_vrp', VRP],
	['hp_comware', COMWARE],
	['nokia_sros', SROS],
	['nokia_srosmd', SROS_MD],
	['extreme_exos', EXOS],
	['checkpoint_gaia', GAIA],
] as const)('two configurations of %s that look alike', (name, all) => {
	it.each(all)('differ by %s', (_, one, other) => {
		const platform = platformOf(name);

		expect(differences({ platform, intended: `${one}\n`, running: `${other}\n` })).not.toEqual([]);
		expect(differences({ platform, intended: `${other}\n`, running: `${one}\n` })).not.toEqual([]);
	});
});
