import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { ENTRY_NUMBER, ROUTE_MAP_NUMBER, SEQUENCE_NUMBER, serversInOrder } from './shared/ios-like-order.ts';
import { secretsOf } from './shared/mask-tables.ts';
import { listsWithNumbers, numberedAccessLists } from './shared/numbered-lists.ts';
import { ospfAreas } from './shared/ospf-areas.ts';
import { procurveInterfaceRanges } from './shared/section-ranges.ts';
import { arubaRemediation } from './shared/section-remediation.ts';
import { iosLikeSession } from './shared/session-commands.ts';

/** HPE ProCurve, now Aruba AOS-S. */
export const hpProcurve: Platform = {
	name: 'hp_procurve',
	title: 'HPE ProCurve (Aruba AOS-S)',
	aliases: ['procurve', 'aruba_procurve', 'aos_s', 'aruba_aoss', 'community.network.aruba_procurve'],

	cli: {
		channel: 'shell',
		// The system name may hold blanks: `HP ProCurve Switch 2524# `.
		prompt: /^(?:[\w.()/-]{1,32} ){0,6}[\w.()/-]{1,32}[>#]\s?$/,
		enable: { command: 'enable', passwordPrompt: /[Pp]assword:\s?$/, privileged: /#\s?$/ },
		setup: ['no page'],
		showRunning: 'show running-config',
		failures: [
			/^\s*(?:Invalid|Ambiguous|Incomplete) input: /i,
			/^\s*(?:Not authorized|Unauthorized|Access denied)/i,
			/^\s*% ?(?:Invalid|Ambiguous|Incomplete) (?:input|command)/i,
		],
		pager: { prompt: /-- ?MORE ?--.{0,80}$/i, answer: ' ' },
		questions: [
			{ prompt: /Press any key to continue\s*$/i, answer: ' ' },
			{ prompt: /Enter switch number.{0,40}$/i, answer: '\n' },
		],
		// `logout` asks whether to save the configuration; the session is closed without a word instead.
		logout: null,
	},

	syntax: {
		style: 'indented',
		// `; J9729A Configuration Editor; Created on release …` and `; Ver …` stand above every config.
		comments: [';', '!'],
		negation: 'no ',
		takesCapitals: true,
		shortInterface: true,
		needlessQuotes: true,
		closers: [/^exit$/],
		frame: [...iosLikeSession, /^(?:Running|Startup) configuration:$/i],
		blocks: [
			{ id: 'banner', start: /^banner (?:motd|exec|last-login) (?<delimiter>[^\s\w])/, end: 'delimiter', prose: true },
			...anyPlatformBlocks,
		],
	},

	// There is no end token: the header, or the name that every config states, and the learnt prompt behind the config.
	remediation: arubaRemediation,

	completeness: { proof: 'required-line', pattern: /^; \S+ Configuration Editor;|^hostname /, minLines: 5 },

	masks: [
		...secretsOf('hp_procurve', [
			{
				id: 'secret/procurve-snmp-community',
				pattern: /^snmp-server community "?(?<secret>[^"\s]+)/d,
				reason: 'a community is a password in clear (oxidized procurve.rb)',
				matches: ['snmp-server community "fictive" operator unrestricted', 'snmp-server community fictive'],
				spares: ['snmp-server contact "community office"', 'snmp-server location "rack 4"'],
			},
			{
				id: 'secret/procurve-snmp-host',
				pattern:
					/^snmp-server host \S+ (?:informs )?(?:community )?(?!informs|trap-level|version)"?(?<secret>[^"\s]+)/d,
				reason: 'the community that traps are sent with (oxidized procurve.rb)',
				matches: ['snmp-server host 192.0.2.3 community "fictive"', 'snmp-server host 192.0.2.3 "fictive" All'],
				spares: ['snmp-server host 192.0.2.3'],
			},
			{
				id: 'secret/procurve-aaa-key',
				pattern:
					/^(?:radius|tacacs)-server (?:(?:host|cppm) \S+ (?:.*? )??)?(?:encrypted-)?key (?!\s|management|chain)"?(?<secret>[^"\s]+)/d,
				reason: 'shared secrets of AAA (oxidized procurve.rb)',
				matches: [
					'radius-server host 192.0.2.1 key "fictive"',
					'radius-server host 192.0.2.1 acct-port 1813 encrypted-key "fictive=="',
					'tacacs-server key fictive',
				],
				spares: ['radius-server host 192.0.2.1 dyn-authorization', 'tacacs-server timeout 5'],
			},
			{
				id: 'secret/procurve-password',
				pattern:
					/^password (?:manager|operator|all|port-access|rest-interface)(?: user-name "?[^"\s]+"?)? (?:(?:plaintext|sha1|sha256|md5) )?(?!user-name )"?(?<secret>[^"\s]+)/d,
				reason: 'accounts, where `include-credentials` shows them',
				matches: ['password manager user-name "anna" sha1 "0f1e2dfictive"', 'password operator plaintext fictive'],
				spares: ['password manager', 'password minimum-length 12'],
			},
			{
				id: 'secret/procurve-snmpv3-user',
				pattern:
					/^snmpv3 user \S+ auth \S+ (?:encrypted(?:-key)? )?"?(?<secret>[^"\s]+)"?(?: priv (?:des |aes )?(?:encrypted(?:-key)? )?"?(?<secret2>[^"\s]+))?/d,
				reason: 'keys of SNMPv3, where `include-credentials` shows them',
				matches: ['snmpv3 user "noc" auth sha "fictive1" priv aes "fictive2"', 'snmpv3 user "noc" auth md5 "fictive1"'],
				spares: ['snmpv3 user "noc"', 'snmpv3 group managerpriv user "noc" sec-model ver3'],
			},
			{
				id: 'secret/procurve-key-string',
				pattern:
					/(?:\b(?:encrypted-)?key-(?:string|value)|^(?:key-chain|s?ntp authentication) .*?\bencrypted-key) "?(?<secret>[^"\s]+)/d,
				reason: 'key chains, NTP and SNTP keys',
				matches: [
					'key-chain "ospf" key 1 key-string "fictive"',
					'sntp authentication key-id 1 authentication-mode md5 key-value "fictive" trusted',
				],
				spares: ['key-chain "ospf"', 'sntp authentication'],
			},
			{
				id: 'secret/procurve-pre-shared-key',
				pattern: /^encrypt-credentials pre-shared-key (?:plaintext|hex) "?(?<secret>[^"\s]+)/d,
				reason: 'the key that encrypts the other credentials',
				matches: ['encrypt-credentials pre-shared-key hex "0f1e2dfictive"'],
				spares: ['encrypt-credentials'],
			},
			{
				id: 'secret/procurve-neighbor',
				pattern: /^neighbor \S+ (?:encrypted-)?password (?:(?:plaintext|encrypted-key) (?=\S))?"?(?<secret>[^"\s]+)/d,
				reason: 'TCP MD5 of BGP',
				matches: ['neighbor 192.0.2.1 password "fictive"', 'neighbor 192.0.2.1 password encrypted-key "fictive"'],
				spares: ['neighbor 192.0.2.1 remote-as 65001'],
			},
			{
				id: 'secret/procurve-aaa-user',
				pattern:
					/^(?:aaa authentication local-user|local-user|encrypted-password|aaa port-access|radius-server tracking) .*?\b(?:password|secret) (?:(?:sha1|sha256|plaintext|md5) )?"?(?<secret>[^"\s]+)/d,
				reason: 'accounts of RBAC, supplicants and probes (ArubaOS-Switch Access Security Guide)',
				matches: [
					'aaa authentication local-user "noc" group "ops" password sha1 "0f1efictive"',
					'aaa port-access supplicant 1 identity "x" secret "fictive"',
				],
				spares: ['aaa authentication ssh login radius local', 'aaa port-access mac-based 1-10'],
			},
			{
				id: 'secret/procurve-snmpv3-community',
				pattern: /^snmpv3 community index "?[^"\s]+"? name "?(?<secret>[^"\s]+)/d,
				reason: 'a community again',
				matches: ['snmpv3 community index "1" name "fictive" sec-name "CommunityManagerReadOnly" tag "noc"'],
				spares: ['snmpv3 group managerpriv user "noc" sec-model ver3'],
			},
			{
				id: 'secret/procurve-routing-key',
				pattern:
					/^(?:ip (?:ospf|rip) (?:\S+ )?|area \S+ virtual-link \S+ )(?:encrypted-)?authentication-key "?(?<secret>[^"\s]+)/d,
				reason: 'OSPF and RIP in clear (ArubaOS-Switch Multicast and Routing Guide)',
				matches: [
					'ip ospf 192.0.2.1 authentication-key "fictive"',
					'area 1 virtual-link 192.0.2.1 authentication-key "fictive"',
				],
				spares: ['ip ospf 192.0.2.1 md5-auth-key-chain "ospf"'],
			},
			{
				id: 'secret/procurve-vpn',
				pattern:
					/(?:^|\s)(?:pre-shared-key(?! (?:ckn|hex|plaintext) )|(?:encrypted-)?cak|autorun encryption-key(?: rsa)?|url-hash-key(?: plaintext| ciphertext| encrypted)?|dldp authentication-password(?: simple| cipher)?|amp-server .{0,200}?\bsecret|authentication plaintext-password|encrypted-radius-server key) (?!"?<secret)"?(?<secret>[^"\s]+)/d,
				reason: 'a tunnel to a controller, MACsec, portals, and a server that manages (from knowledge: ArubaOS-Switch)',
				matches: [
					'pre-shared-key fictive',
					'mode pre-shared-key ckn 0a1b cak fictive',
					'amp-server ip 192.0.2.1 group "g" folder "f" secret "fictive"',
				],
				spares: ['encrypt-credentials', 'autorun'],
			},
		]),
		...anyPlatformMasks,
	],

	order: [
		{ kind: 'children', within: [/^ip(?:v6)? access-list /], numbers: ENTRY_NUMBER },
		{ kind: 'siblings', pattern: /^access-list (\d+) /, whole: /^access-list \d+/ },
		...serversInOrder,
		{ kind: 'children', within: [/^(?:class|policy|zone) /] },
		{ kind: 'siblings', pattern: /^route-map (\S+) /, numbers: ROUTE_MAP_NUMBER },
		{ kind: 'siblings', pattern: /^ip(?:v6)? (prefix-list \S+) (?:seq|permit|deny) /, numbers: SEQUENCE_NUMBER },
	],

	defaults: [
		{
			line: /^(?:flexible-)?module (\S+) type \S+$/,
			command: /^(?:flexible-)?module (\S+) type /,
			source: 'written when a module is found in a slot (from knowledge: ArubaOS-Switch); another type is told',
			matches: ['module 1 type j9729a', 'flexible-module A type JL083A'],
			spares: ['module 1 enable'],
		},
		{
			line: /^no ip address$/,
			command: /^ip address /,
			// The first VLAN asks for an address by itself.
			within: [/^vlan (?!1$)\d+$/],
			source: 'shown for every VLAN without an address (ArubaOS-Switch, show running-config)',
			matches: ['no ip address'],
			spares: ['ip address dhcp-bootp'],
		},
	],

	ranges: [procurveInterfaceRanges],

	shorthands: listsWithNumbers({ standard: String.raw`\d{1,2}`, extended: String.raw`1\d\d` }),

	numbers: [numberedAccessLists(/^ip(?:v6)? access-list /)],

	spellings: [
		ospfAreas,
		{
			kind: 'wildcard',
			pattern: /^(?:\d+ )?(?:permit|deny) /,
			source:
				'a prefix length is converted to an inverse mask (ProCurve 6120 Access Security Guide, Using CIDR Notation To Enter the ACL Mask), and `any` to an address and a mask (AOS-S 16.10, show access-list config)',
		},
		{
			kind: 'netmask',
			pattern: /^ip (?:address|route) /,
			source: 'a prefix length is taken and a mask shown (ArubaOS-Switch Multicast and Routing Guide)',
		},
	],

	lists: [
		{
			pattern:
				/^(?<head>(?:no )?trunk )(?<values>[\w/][\w/,-]*)(?<tail> trk\d+(?: (?:trunk|lacp|dt-trunk|dt-lacp))?)$/i,
			form: 'ranges',
			writing: 'adds',
			source:
				'ArubaOS-Switch Management and Configuration Guide: ports are shown as ranges, and the command adds to them',
			matches: ['trunk 1-2,A1 trk1 lacp'],
			spares: ['trunk-load-balance l4-based'],
		},
		{
			pattern: /^(?<head>(?:no )?(?:untagged|tagged|forbid) )(?<values>[\w/][\w/,-]*)$/,
			within: [/^vlan \d+$/],
			form: 'ranges',
			writing: 'adds',
			source:
				'ArubaOS-Switch Advanced Traffic Management Guide: ports are shown as ranges, and the command adds to them',
			matches: ['untagged 1-10,A1-A4', 'no untagged 5', 'tagged Trk1'],
			spares: ['untagged', 'name "tagged 1"'],
		},
	],
};
