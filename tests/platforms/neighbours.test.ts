import { describe, expect, it } from 'vitest';
import { compareTexts } from '../support/compare-texts.ts';
import { platformOf } from '../support/platform-of.ts';

/** A platform, two neighbours, and the sections around them, in which `…` stands for the two. */
type Neighbours = readonly [platform: string, one: string, other: string, around?: string];

/** What changes when two neighbours change places. */
function kindsWhenSwapped([platform, one, other, around = '…']: Neighbours): readonly string[] {
	const text = (lines: readonly string[]): string => `${around.replace('…', lines.join('\n'))}\n`;
	const { changes } = compareTexts({
		platform: platformOf(platform),
		intended: text([one, other]),
		running: text([other, one]),
	});
	return changes.map(({ kind }) => kind);
}

const braces = (...path: readonly string[]): string =>
	`${path.map((section) => `${section} {\n`).join('')}…\n${'}\n'.repeat(path.length)}`;

const rm = (name: string): Neighbours => [name, 'route-map A permit', 'route-map A deny'];

const THREAT = 'set shared profiles vulnerability P rules';
const IDP = 'set security idp idp-policy P rulebase-ips rule';

const ORDERED: readonly Neighbours[] = [
	...['ip extcommunity-filter 1', 'ip large-community-filter basic A', 'ip rd-filter 1'].map(
		(list): Neighbours => ['huawei_vrp', `${list} permit 1:1`, `${list} deny 1:2`],
	),
	...['ip extcommunity-list 1', 'ip large-community-list 1'].map(
		(list): Neighbours => ['hp_comware', `${list} permit 1:1`, `${list} deny 1:2`],
	),
	...['aruba_aoscx', 'dell_os10'].map(
		(name): Neighbours => [
			name,
			'ip extcommunity-list standard A permit rt 1:1',
			'ip extcommunity-list standard A deny rt 1:2',
		],
	),
	['cisco_ios', ' permit rt 1:1', ' deny rt 1:2', 'ip extcommunity-list standard A\n…'],
	['frr', 'ip community-list standard A permit 1:1', 'ip community-list standard A deny 1:2'],
	['frr', 'ip as-path access-list A permit 1', 'ip as-path access-list A deny 2'],
	[
		'cisco_asa',
		'static (inside,outside) 192.0.2.1 10.0.0.1 netmask 255.255.255.255',
		'static (inside,outside) tcp interface www 10.0.0.1 www netmask 255.255.255.255',
	],
	['f5_tmsh', 'ldap1', 'ldap2', braces('auth ldap system-auth', 'servers')],
	['paloalto_panos', `${THREAT} a threat-name any`, `${THREAT} b threat-name any`],
	[
		'juniper_junos',
		'set services nat rule R term a then translated source-pool x',
		'set services nat rule R term b then translated source-pool y',
	],
	['juniper_junos', `${IDP} a then action drop-packet`, `${IDP} b then action no-action`],
	...['cisco_ios', 'cisco_nxos', 'arista_eos', 'frr', 'generic'].map(rm),
	['generic', ' permit tcp any any', ' deny ip any any', 'ip access-list A\n…'],
	['generic', 'access-list 10 permit 192.0.2.1', 'access-list 10 deny any'],
	['generic', 'ip as-path access-list A permit 65001', 'ip as-path access-list A deny 65002'],
	['generic', '  rule 5 drop', '  accept', 'firewall A\n…'],
	...['cisco_ios', 'cisco_nxos', 'arista_eos', 'dell_os10'].map(
		(name): Neighbours => [name, 'ip as-path access-list A permit _1_', 'ip as-path access-list A deny _2_'],
	),
	...['cisco_nxos', 'arista_eos', 'dell_os10'].map(
		(name): Neighbours => [
			name,
			'ip community-list standard A permit 65001:1',
			'ip community-list standard A deny 65001:2',
		],
	),
	['frr', 'bgp as-path access-list A permit _1_', 'bgp as-path access-list A deny _2_'],
	['frr', 'bgp community-list standard A permit 65001:1', 'bgp community-list standard A deny 65001:2'],
	['frr', ' index 10 mpls label 16001', ' index 20 mpls label 16002', 'segment-list A\n…'],
	[
		'arista_eos',
		'   match A\n      actions\n         drop',
		'   match B\n      actions\n         count C',
		'traffic-policy A\n…',
	],
	['cisco_ios', ' next-address 192.0.2.1', ' next-address 192.0.2.2', 'ip explicit-path name A\n…'],
	['cisco_xr', ' server 192.0.2.1', ' server 192.0.2.2', 'aaa group server tacacs+ G\n…'],
	[
		'cisco_xr',
		' next-address strict ipv4 unicast 192.0.2.1',
		' next-address strict ipv4 unicast 192.0.2.2',
		'explicit-path name A\n…',
	],
	['cisco_nxos', 'ip domain-list a.example', 'ip domain-list b.example'],
	['cisco_asa', ' class A\n  inspect dns', ' class B\n  inspect ftp', 'policy-map P\n…'],
	['cisco_asa', ' banner value one', ' banner value two', 'group-policy G attributes\n…'],
	['cisco_asa', 'as-path access-list A permit _1_', 'as-path access-list A deny _2_'],
	['cisco_asa', 'community-list standard A permit 65001:1', 'community-list standard A deny 65001:2'],
	['aruba_aoscx', '    permit any any any', '    deny any any any', 'access-list ip A\n…'],
	['aruba_aoscx', '    class ip A action drop', '    class ip B action drop', 'policy P\n…'],
	['aruba_aoscx', '    server 192.0.2.1', '    server 192.0.2.2', 'aaa group server tacacs G\n…'],
	['dell_os10', ' permit ip any any', ' deny ip any any', 'ip access-list A\n…'],
	['dell_os10', ' class A\n  set qos-group 1', ' class B\n  set qos-group 2', 'policy-map type qos P\n…'],
	['hp_procurve', '   permit tcp any any', '   deny ip any any', 'ip access-list extended "A"\n…\n   exit'],
	['hp_comware', ' rule permit ip', ' rule deny ip', 'acl advanced 3000\n…'],
	['hp_comware', 'ip as-path 1 permit _1_', 'ip as-path 1 deny _2_'],
	['hp_comware', ' classifier A behavior B', ' classifier C behavior D', 'qos policy P\n…'],
	['huawei_vrp', 'ip as-path-filter A permit _1_', 'ip as-path-filter A deny _2_'],
	['huawei_vrp', ' next hop 192.0.2.1', ' next hop 192.0.2.2', 'explicit-path A\n…'],
	['cumulus', 'nv set system aaa authentication-order 10 tacacs', 'nv set system aaa authentication-order 20 local'],
	['juniper_junos', '192.0.2.1 strict;', '192.0.2.2 loose;', braces('protocols', 'mpls', 'path A')],
	['juniper_junos', 'set protocols mpls path A 192.0.2.1 strict', 'set protocols mpls path A 192.0.2.2 loose'],
	['juniper_junos', 'policy A {\nx;\n}', 'policy B {\nx;\n}', braces('security', 'policies', 'from-zone a to-zone b')],
	['juniper_junos', 'policy A {\nx;\n}', 'policy B {\nx;\n}', braces('security', 'policies', 'global')],
	['juniper_junos', 'rule A {\nx;\n}', 'rule B {\nx;\n}', braces('security', 'nat', 'source', 'rule-set R')],
	['juniper_junos', 'hop1 label 1;', 'hop2 label 2;', braces('protocols', 'source-packet-routing', 'segment-list A')],
	[
		'juniper_junos',
		'set protocols source-packet-routing segment-list A hop1 label 1',
		'set protocols source-packet-routing segment-list A hop2 label 2',
	],
	['juniper_junos', 'set protocols bgp group A import P', 'set protocols bgp group A import Q'],
	['fortinet', 'edit 1\nset groups "a"\nnext', 'edit 2\nset groups "b"\nnext', 'config authentication rule\n…\nend'],
	['f5_tmsh', '192.0.2.1', '192.0.2.2', braces('auth radius system-auth', 'servers')],
	[
		'opnsense',
		'<rule><descr>a</descr></rule>',
		'<rule><descr>b</descr></rule>',
		'<opnsense><filter>…</filter></opnsense>',
	],
	[
		'pfsense',
		'<rule><descr>a</descr></rule>',
		'<rule><descr>b</descr></rule>',
		'<pfsense><filter>…</filter></pfsense>',
	],
	[
		'pfsense',
		'<dnsserver>192.0.2.1</dnsserver>',
		'<dnsserver>192.0.2.2</dnsserver>',
		'<pfsense><system>…</system></pfsense>',
	],
	[
		'opnsense',
		'<dnsserver>192.0.2.1</dnsserver>',
		'<dnsserver>192.0.2.2</dnsserver>',
		'<opnsense><system>…</system></opnsense>',
	],
	[
		'pfsense',
		'<rule><descr>a</descr></rule>',
		'<rule><descr>b</descr></rule>',
		'<pfsense><nat><outbound>…</outbound></nat></pfsense>',
	],
	...['cisco_ios', 'cisco_xe', 'cisco_nxos', 'arista_eos'].flatMap((name): readonly Neighbours[] => [
		[name, ' permit tcp any any eq 22', ' deny ip any any', 'ip access-list extended A\n…'],
		[name, ' class A\n  set dscp ef', ' class B\n  set dscp af11', 'policy-map P\n…'],
		[name, ' server 192.0.2.1', ' server 192.0.2.2', 'aaa group server tacacs+ G\n…'],
		[name, 'ip prefix-list P permit 10.0.0.0/8', 'ip prefix-list P deny 0.0.0.0/0'],
		[name, 'tacacs-server host 192.0.2.1', 'tacacs-server host 192.0.2.2'],
		[name, 'radius-server host 192.0.2.1 auth-port 1812', 'radius-server host 192.0.2.2 auth-port 1812'],
	]),
	['cisco_ios', 'ip name-server 192.0.2.1', 'ip name-server 192.0.2.2'],
	['cisco_ios', 'ip name-server vrf M 192.0.2.1', 'ip name-server vrf M 192.0.2.2'],
	['cisco_ios', 'ip domain list a.example', 'ip domain list b.example'],
	['cisco_ios', ' proposal A', ' proposal B', 'crypto ikev2 policy P\n…'],
	['cisco_ios', ' set peer 192.0.2.1', ' set peer 192.0.2.2', 'crypto map M 10 ipsec-isakmp\n…'],
	['cisco_ios', ' permit ip host 192.0.2.1 mac any', ' deny ip any mac any', 'arp access-list A\n…'],
	['cisco_ios', 'access-list 10 permit 192.0.2.1', 'access-list 10 deny any'],
	['cisco_nxos', '  ip name-server 192.0.2.1', '  ip name-server 192.0.2.2', 'vrf context management\n…'],
	['cisco_xr', 'domain name-server 192.0.2.1', 'domain name-server 192.0.2.2'],
	['cisco_xr', ' class A\n  set dscp ef\n !', ' class B\n  set dscp af11\n !', 'policy-map P\n…\n end-policy-map'],
	['cisco_xr', 'tacacs-server host 192.0.2.1 port 49', 'tacacs-server host 192.0.2.2 port 49'],
	['cisco_asa', 'access-list A extended permit ip any any', 'access-list A extended deny ip any any'],
	['cisco_asa', 'nat (in,out) source static A A', 'nat (in,out) source dynamic B interface'],
	['cisco_asa', 'nat (in,out) after-auto source static A A', 'nat (in,out) after-auto source dynamic B interface'],
	['cisco_asa', ' name-server 192.0.2.1', ' name-server 192.0.2.2', 'dns server-group D\n…'],
	['cisco_asa', 'ipv6 icmp permit any outside', 'ipv6 icmp deny any outside'],
	['cisco_asa', 'aaa-server T (in) host 192.0.2.1', 'aaa-server T (in) host 192.0.2.2'],
	['juniper_junos', '192.0.2.1;', '192.0.2.2;', braces('system', 'name-server')],
	['juniper_junos', 'set system name-server 192.0.2.1', 'set system name-server 192.0.2.2'],
	['juniper_junos', 'set system domain-search a.example', 'set system domain-search b.example'],
	['juniper_junos', '192.0.2.1 {\nport 49;\n}', '192.0.2.2 {\nport 49;\n}', braces('system', 'tacplus-server')],
	[
		'juniper_junos',
		'set system tacplus-server 192.0.2.1 secret "$9$one"',
		'set system tacplus-server 192.0.2.2 secret "$9$other"',
	],
	[
		'juniper_junos',
		'set interfaces ge-0/0/0 unit 0 family inet filter input-list A',
		'set interfaces ge-0/0/0 unit 0 family inet filter input-list B',
	],
	['juniper_junos', 'term A {\nthen accept;\n}', 'term B {\nthen reject;\n}', braces('firewall', 'filter F')],
	['juniper_junos', 'term A {\nthen accept;\n}', 'term B {\nthen reject;\n}', braces('services', 'nat', 'rule R')],
	['juniper_junos', 'rule A {\nmatch x;\n}', 'rule B {\nmatch x;\n}', braces('idp-policy P', 'rulebase-ips')],
	[
		'juniper_junos',
		'community delete ALL;',
		'community add A;',
		braces('policy-options', 'policy-statement P', 'term A', 'then'),
	],
	...['config firewall policy', 'config firewall consolidated policy', 'config router policy'].map(
		(table): Neighbours => ['fortinet', 'edit 1\nnext', 'edit 2\nnext', `${table}\n…\nend`],
	),
	['fortinet', 'edit 1\nnext', 'edit 2\nnext', 'config router access-list\nedit "A"\nconfig rule\n…\nend\nnext\nend'],
	['paloalto_panos', 'A {\nto any;\n}', 'B {\nto any;\n}', braces('config', 'rulebase', 'security', 'rules')],
	[
		'paloalto_panos',
		'A {\naddress 192.0.2.1;\n}',
		'B {\naddress 192.0.2.2;\n}',
		braces('config', 'shared', 'server-profile', 'tacplus', 'T', 'server'),
	],
	[
		'paloalto_panos',
		'set shared server-profile tacplus T server A address 192.0.2.1',
		'set shared server-profile tacplus T server B address 192.0.2.2',
	],
	[
		'paloalto_panos',
		'set network virtual-router v protocol bgp policy import rules A used-by G',
		'set network virtual-router v protocol bgp policy import rules B used-by G',
	],
	['mikrotik_routeros', 'add action=drop chain=input', 'add action=accept chain=input', '/ip firewall filter\n…'],
	...[
		'/queue simple',
		'/radius',
		'/ip hotspot ip-binding',
		'/ip socks access',
		'/interface wireless connect-list',
		'/caps-man provisioning',
		'/mpls ldp accept-filter',
	].map((menu): Neighbours => ['mikrotik_routeros', 'add comment=a', 'add comment=b', `${menu}\n…`]),
	['mikrotik_routeros', 'add address=192.0.2.1 regexp=a', 'add address=192.0.2.2 regexp=.', '/ip dns static\n…'],
	...['vyos', 'ubiquiti_edgeos'].flatMap((name): readonly Neighbours[] => [
		[name, 'set system name-server 192.0.2.1', 'set system name-server 192.0.2.2'],
		[name, 'name-server 192.0.2.1', 'name-server 192.0.2.2', braces('system')],
		[name, 'set system domain-search domain a.example', 'set system domain-search domain b.example'],
		[name, 'domain a.example', 'domain b.example', braces('system', 'domain-search')],
	]),
	['huawei_vrp', 'dns server 192.0.2.1', 'dns server 192.0.2.2'],
	...['security-policy', 'auth-policy', 'policy-based-route'].map(
		(table): Neighbours => [
			'huawei_vrp',
			' rule name A\n  action permit',
			' rule name B\n  action deny',
			`${table}\n…`,
		],
	),
	['hp_comware', 'dns server 192.0.2.1', 'dns server 192.0.2.2'],
	['hp_comware', ' rule name A\n  action snat', ' rule name B\n  action snat', 'nat global-policy\n…'],
	['hp_comware', ' secondary authentication 192.0.2.1', ' secondary authentication 192.0.2.2', 'hwtacacs scheme S\n…'],
	...['hp_procurve', 'aruba_aoscx', 'dell_os10'].map(
		(name): Neighbours => [name, 'tacacs-server host 192.0.2.1', 'tacacs-server host 192.0.2.2'],
	),
	['aruba_aoscx', 'ip dns server-address 192.0.2.1', 'ip dns server-address 192.0.2.2'],
	['aruba_aoscx', 'ip aspath-list A permit _1_', 'ip aspath-list A deny .*'],
	['cisco_xr', ' permit 10.0.0.0/8', ' deny 0.0.0.0/0', 'ipv4 prefix-list A\n…'],
	['hp_procurve', 'access-list 10 permit host 192.0.2.1', 'access-list 10 deny any'],
	[
		'extreme_exos',
		'configure dns-client add domain-suffix a.example',
		'configure dns-client add domain-suffix b.example',
	],
	['f5_tmsh', '        A\n', '        B\n', 'ltm virtual V {\n    rules {\n…\n    }\n}'],
	['f5_tmsh', '        192.0.2.1', '        192.0.2.2', 'sys dns {\n    name-servers {\n…\n    }\n}'],
	[
		'f5_tmsh',
		'        A {\n            x 1\n        }',
		'        B {\n            x 1\n        }',
		'security nat policy P {\n    rules {\n…\n    }\n}',
	],
];

const UNORDERED: readonly Neighbours[] = [
	...['cisco_ios', 'cisco_xe', 'cisco_nxos', 'arista_eos'].flatMap((name): readonly Neighbours[] => [
		[name, 'ntp server 192.0.2.1 prefer', 'ntp server 192.0.2.2'],
		[name, 'logging host 192.0.2.1', 'logging host 192.0.2.2'],
		[name, 'ip route 10.0.0.0 255.0.0.0 192.0.2.1', 'ip route 10.1.0.0 255.255.0.0 192.0.2.2'],
		[name, ' neighbor 192.0.2.1 remote-as 1', ' neighbor 192.0.2.2 remote-as 1', 'router bgp 1\n…'],
		[name, ' match dscp ef', ' match dscp af11', 'class-map match-any C\n…'],
		// Not one of the servers, and shown where the release likes.
		[name, ' server 192.0.2.1', ' vrf forwarding M', 'aaa group server tacacs+ G\n…'],
		[name, 'ip prefix-list P seq 5 permit 10.0.0.0/8', 'ip prefix-list P seq 10 deny 0.0.0.0/0'],
		[name, 'tacacs-server host 192.0.2.1', 'radius-server host 192.0.2.2'],
	]),
	['cisco_ios', 'ip name-server 192.0.2.1', 'ip name-server vrf M 192.0.2.2'],
	['cisco_ios', ' action 1.0 cli command "enable"', ' action 2.0 cli command "show"', 'event manager applet A\n…'],
	['aruba_aoscx', 'ip dns server-address 192.0.2.1', 'ip dns server-address 192.0.2.2 vrf mgmt'],
	['aruba_aoscx', 'ip aspath-list A seq 10 permit _1_', 'ip aspath-list A seq 20 deny .*'],
	['cisco_nxos', 'feature bgp', 'feature ospf'],
	['cisco_nxos', '  rule 2 permit read', '  rule 1 deny command x', 'role name R\n…'],
	['arista_eos', '   10 permit mode exec command x', '   20 deny command y', 'role R\n…'],
	[
		'nokia_sros',
		'    entry 10 create\n        action accept\n    exit',
		'    entry 20 create\n        action drop\n    exit',
		'configure\n filter\n  ip-filter 1 create\n…\n  exit\n exit\nexit',
	],
	['frr', 'bgp as-path access-list A seq 5 permit _1_', 'bgp as-path access-list A seq 10 deny .*'],
	// EOS sorts them, and a priority tells which is asked first.
	['arista_eos', 'ip name-server vrf default 192.0.2.1', 'ip name-server vrf default 192.0.2.2'],
	['cisco_asa', 'nat (in,out) source static A A', 'nat (in,out) after-auto source dynamic B interface'],
	['cisco_asa', ' network-object host 192.0.2.1', ' network-object host 192.0.2.2', 'object-group network G\n…'],
	['cisco_asa', ' name-server 192.0.2.1', ' domain-name x.example', 'dns server-group D\n…'],
	['juniper_junos', '10.0.0.0/8;', '192.0.2.0/24;', braces('policy-options', 'prefix-list P')],
	['juniper_junos', 'server 192.0.2.1;', 'server 192.0.2.2;', braces('system', 'ntp')],
	['fortinet', 'edit "a"\nnext', 'edit "b"\nnext', 'config firewall address\n…\nend'],
	[
		'paloalto_panos',
		'A {\nserver 192.0.2.1;\n}',
		'B {\nserver 192.0.2.2;\n}',
		braces('config', 'shared', 'log-settings', 'syslog', 'P', 'server'),
	],
	['mikrotik_routeros', 'add address=192.0.2.1 list=a', 'add address=192.0.2.2 list=a', '/ip firewall address-list\n…'],
	['mikrotik_routeros', 'add address=192.0.2.1 name=a', 'add address=192.0.2.2 name=b', '/ip dns static\n…'],
	['vyos', 'set firewall name A rule 10 action accept', 'set firewall name A rule 20 action drop'],
	['huawei_vrp', 'ntp-service unicast-server 192.0.2.1', 'ntp-service unicast-server 192.0.2.2'],
	[
		'f5_tmsh',
		'        A:80 {\n            x 1\n        }',
		'        B:80 {\n            x 1\n        }',
		'ltm pool P {\n    members {\n…\n    }\n}',
	],
];

const named = (cases: readonly Neighbours[]): readonly (readonly [string, Neighbours])[] =>
	cases.map((neighbours) => [neighbours[0], neighbours]);

describe('two neighbours that change places', () => {
	it.each(named(ORDERED))('are moved on %s: %j', (_, neighbours) => {
		expect(kindsWhenSwapped(neighbours)).toEqual(['moved']);
	});

	it.each(named(UNORDERED))('are as they were on %s: %j', (_, neighbours) => {
		expect(kindsWhenSwapped(neighbours)).toEqual([]);
	});
});

/** A platform, a list with the numbers of its entries, and the same as people write it. */
const NUMBERED: readonly (readonly [platform: string, shown: string, written: string])[] = [
	[
		'cisco_ios',
		'ipv6 access-list A\n sequence 10 permit tcp any any\n sequence 20 deny ipv6 any any',
		'ipv6 access-list A\n permit tcp any any\n deny ipv6 any any',
	],
	[
		'cisco_nxos',
		'object-group ip address G\n  10 host 192.0.2.1\n  20 198.51.100.0/24',
		'object-group ip address G\n  host 192.0.2.1\n  198.51.100.0/24',
	],
	[
		'cisco_nxos',
		'ip as-path access-list A seq 5 permit "_1_"\nip as-path access-list A seq 10 deny ".*"',
		'ip as-path access-list A permit "_1_"\nip as-path access-list A deny ".*"',
	],
	[
		'cisco_nxos',
		'ip community-list standard A seq 5 permit 1:1\nip community-list standard A seq 10 deny 1:2',
		'ip community-list standard A permit 1:1\nip community-list standard A deny 1:2',
	],
	[
		'frr',
		'access-list A seq 5 permit 10.0.0.0/8\naccess-list A seq 10 deny any',
		'access-list A permit 10.0.0.0/8\naccess-list A deny any',
	],
	[
		'frr',
		'bgp as-path access-list A seq 5 permit _1_\nbgp as-path access-list A seq 10 deny .*',
		'bgp as-path access-list A permit _1_\nbgp as-path access-list A deny .*',
	],
	[
		'dell_os10',
		'ip access-list A\n seq 10 permit ip any any\n seq 20 deny ip any any',
		'ip access-list A\n permit ip any any\n deny ip any any',
	],
	[
		'aruba_aoscx',
		'access-list ip A\n    10 permit any any any\n    20 deny any any any',
		'access-list ip A\n    permit any any any\n    deny any any any',
	],
];

describe('a list without its numbers', () => {
	it.each(NUMBERED)('is on %s what the device shows: %j', (platform, shown, written) => {
		const changes = compareTexts({
			platform: platformOf(platform),
			intended: `${written}\n`,
			running: `${shown}\n`,
		}).changes;

		expect(changes).toEqual([]);
	});

	it.each(NUMBERED)('is none of them on %s with an entry taken away: %j', (platform, shown, written) => {
		const [head, ...rest] = written.split('\n');
		const changes = compareTexts({
			platform: platformOf(platform),
			intended: `${[head, ...rest.slice(0, -1)].join('\n')}\n`,
			running: `${shown}\n`,
		}).changes;

		expect(changes).not.toEqual([]);
	});
});

describe('an entry that only the device has', () => {
	it.each([
		['cisco_ios', 'ip prefix-list A seq 5 permit 10.0.0.0/8', 'ip prefix-list A seq 15 permit 0.0.0.0/0 le 32'],
		['cisco_ios', 'ip community-list standard A seq 5 permit 1:1', 'ip community-list standard A seq 10 permit 1:2'],
		['cisco_nxos', 'ip prefix-list A seq 5 permit 10.0.0.0/8', 'ip prefix-list A seq 15 permit 0.0.0.0/0 le 32'],
		['cisco_nxos', 'role name R\n  rule 1 permit read', '  rule 2 permit read-write'],
		['cisco_asa', 'prefix-list A seq 5 permit 10.0.0.0/8', 'prefix-list A seq 15 permit 0.0.0.0/0 le 32'],
		['cisco_asa', 'route-map A permit 10\n match tag 1', 'route-map A permit 20\n match tag 2'],
		['arista_eos', 'ip prefix-list A\n   seq 5 permit 10.0.0.0/8', '   seq 15 permit 0.0.0.0/0 le 32'],
		['arista_eos', 'role R\n   10 permit command x', '   20 permit command .*'],
		['cisco_xr', 'ipv4 prefix-list A\n 10 permit 10.0.0.0/8', ' 20 permit 0.0.0.0/0 le 32'],
		['cisco_xr', 'prefix-set A\n  10.0.0.0/8', '  , 192.0.2.0/24\nend-set'],
		['aruba_aoscx', 'ip aspath-list A seq 10 permit _1_', 'ip aspath-list A seq 20 permit .*'],
		['frr', 'ip prefix-list A seq 5 permit 10.0.0.0/8', 'ip prefix-list A seq 15 permit any'],
		['dell_os10', 'ip prefix-list A seq 5 permit 10.0.0.0/8', 'ip prefix-list A seq 15 permit 0.0.0.0/0 le 32'],
		['aruba_aoscx', 'ip prefix-list A seq 5 permit 10.0.0.0/8', 'ip prefix-list A seq 15 permit 0.0.0.0/0 le 32'],
		[
			'nokia_sros',
			'configure\n filter\n  ip-filter 1 create\n   entry 10 create\n    action accept\n   exit',
			'   entry 20 create\n    action accept\n   exit',
		],
		['hp_procurve', 'ip prefix-list "A" seq 5 permit 10.0.0.0/8', 'ip prefix-list "A" seq 15 permit 0.0.0.0/0 le 32'],
		...['vyos', 'ubiquiti_edgeos'].flatMap((name) => [
			[name, 'set firewall name A rule 10 action accept', 'set firewall name A rule 20 action accept'],
			[name, 'set nat source rule 10 translation address masquerade', 'set nat source rule 20 exclude'],
			[name, 'firewall {\n name A {\n rule 10 {\n action accept\n }', ' rule 20 {\n action accept\n }\n }\n}'],
		]),
		['checkpoint_gaia', 'set routemap A id 10 on', 'set routemap A id 20 on'],
		['nokia_srosmd', 'filter {\n ip-filter "A" {\n entry 10 {\n x\n }', ' entry 20 {\n x\n }\n }\n}'],
		[
			'nokia_srosmd',
			'/configure filter ip-filter "A" entry 10 action accept',
			'/configure filter ip-filter "A" entry 20 action accept',
		],
	])('is drift of a declared list on %s: %j', (platform, intended, more) => {
		const { changes } = compareTexts({
			platform: platformOf(platform),
			intended: `${intended}\n`,
			running: `${intended}\n${more}\n`,
			options: { scope: 'declared' },
		});

		expect(changes.map(({ kind }) => kind)).toContain('extra');
	});
});

describe('a port with a name', () => {
	it.each([
		['cisco_ios', 'ip access-list extended A\n permit tcp any any eq 80', 'www'],
		['cisco_ios', 'access-list 101 permit udp any any eq 514', 'syslog'],
		['cisco_nxos', 'ip access-list A\n  10 permit tcp any any eq 80', 'www'],
		['arista_eos', 'ip access-list A\n   10 permit tcp any any eq 22', 'ssh'],
		['cisco_xr', 'ipv4 access-list A\n 10 permit tcp any any eq 179', 'bgp'],
		['cisco_asa', 'access-list A extended permit tcp any any eq 443', 'https'],
		['huawei_vrp', 'acl number 3000\n rule 5 permit tcp destination-port eq 80', 'www'],
		['hp_comware', 'acl advanced 3000\n rule 5 permit udp destination-port eq 53', 'dns'],
	])('is its number on %s: %j, %s', (name, numbered, word) => {
		const platform = platformOf(name);
		const intended = numbered.replace(/\d+$/, word);

		expect(compareTexts({ platform, intended, running: numbered }).changes).toEqual([]);
		expect(compareTexts({ platform, intended: numbered, running: intended }).changes).toEqual([]);
		expect(compareTexts({ platform, intended, running: `${numbered}1` }).changes).not.toEqual([]);
	});

	it.each([
		[' permit tcp any any eq www', ' permit tcp any any eq 443'],
		[' permit tcp any any eq www', ' permit udp any any eq 80'],
		[' permit tcp any any range ftp-data ftp', ' permit tcp any any range 20 22'],
		[' remark eq www', ' remark eq 80'],
	])('hides nothing else: %j, %j', (one, other) => {
		const list = (entry: string): string => `ip access-list extended A\n${entry}\n`;

		expect(
			compareTexts({ platform: platformOf('cisco_ios'), intended: list(one), running: list(other) }).changes,
		).not.toEqual([]);
	});

	it.each([
		['range ftp-data ftp', 'range 20 21'],
		['range ftp-data ftp', 'range 20 ftp'],
	])('may be the end of a range: %s, %s', (one, other) => {
		const list = (ports: string): string => `access-list 101 permit tcp any host 192.0.2.1 ${ports}\n`;

		expect(
			compareTexts({ platform: platformOf('cisco_ios'), intended: list(one), running: list(other) }).changes,
		).toEqual([]);
	});
});

it('reads an address with the mask 0.0.0.0 as a host', () => {
	const { changes } = compareTexts({
		platform: platformOf('cisco_ios'),
		intended: 'access-list 101 permit ip 192.0.2.1 0.0.0.0 any\n',
		running: 'access-list 101 permit ip host 192.0.2.1 any\n',
	});

	expect(changes).toEqual([]);
});
