import type { DefaultRule } from '../domain/platform/equivalence-rules.ts';
import type { Platform } from '../domain/platform/platform.ts';
import type { SpellingRule } from '../domain/platform/spelling-rules.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { asNumbers } from './shared/as-numbers.ts';
import { iosLikeClearing } from './shared/clearing.ts';
import { communitySets } from './shared/communities.ts';
import { getConfig } from './shared/get-config.ts';
import { firstLetters, interfaceNames } from './shared/interface-names.ts';
import { iosLikeInterruptions, iosLikeMessageMasks } from './shared/interruptions.ts';
import { activeVlan } from './shared/ios-hidden-defaults.ts';
import { iosLikeFailures, iosLikePager } from './shared/ios-like-cli.ts';
import { interfaceDefault, mtu1500, trunkDefaults, unlessInherited, vlan1 } from './shared/ios-like-defaults.ts';
import { iosLikeOrder, SEQUENCE_NUMBER } from './shared/ios-like-order.ts';
import { iosLikeSecrets } from './shared/ios-like-secrets.ts';
import { reversibleSecretsOf, surfacedLinesOf, volatileLinesOf } from './shared/mask-tables.ts';
import { iosLikeNameServers } from './shared/name-servers.ts';
import { accessListsInTens, numberedSequences, unnumberedRouteMaps } from './shared/numbered-lists.ts';
import { shownNxosDefaults } from './shared/nxos-shown-defaults.ts';
import { commandsOfOneValue } from './shared/one-value.ts';
import { ntpOptions, prefixLengths, redistributeOptions, tcpFlags } from './shared/options.ts';
import { ospfAreas } from './shared/ospf-areas.ts';
import { ciscoPortNames } from './shared/port-names.ts';
import { secretForms } from './shared/secret-forms.ts';
import { interfaceRanges } from './shared/section-ranges.ts';
import { portsAndLines } from './shared/section-remediation.ts';
import { radiusPorts, tacacsPort } from './shared/server-ports.ts';
import { iosLikeShortCommands } from './shared/short-commands.ts';
import { shortWords } from './shared/short-words.ts';
import { routeTargetBoth } from './shared/shorthands.ts';
import { routeDistance } from './shared/static-routes.ts';
import { stormControlLevels } from './shared/storm-control.ts';
import { unsaidNxosDefaults } from './shared/unsaid-defaults.ts';
import { nxosPorts } from './shared/untouched-ports.ts';
import { dscpNames, icmpNames, precedenceNames, protocolNames } from './shared/value-names.ts';
import { iosLikeVlanLists } from './shared/vlan-lists.ts';

const LOG_OPTION = String.raw`(?:port|use-vrf|facility) \S+`;

/** What is said of a log server behind the severity. One that is reached by TLS says more, and is left as it is. */
const logServerOptions: SpellingRule = {
	kind: 'sorted',
	pattern: new RegExp(
		String.raw`^(?<head>logging server \S+ \d )(?<values>${LOG_OPTION}(?: ${LOG_OPTION})+)(?<tail>)$`,
	),
	valued: /^(?:port|use-vrf|facility)$/,
	source: '`facility` is taken in front of `use-vrf`, and shown behind it (ansible cisco.nxos, nxos_logging_global)',
};

/** Where traps are sent from; an interface may be written in two words. */
const TRAP_SOURCE = String.raw`(?:use-vrf|filter-vrf) \S+|source-interface (?:[A-Za-z-]+ (?=[\d/.:]+(?: |$)))?\S+`;

/** The commands of a job are one text: a program, whose lines have their places. */
const JOB = /^scheduler job name \S+$/;

/** Cisco NX-OS on Nexus switches. */
export const ciscoNxos: Platform = {
	name: 'cisco_nxos',
	title: 'Cisco NX-OS',
	aliases: ['nxos', 'nxos_ssh', 'cisco.nxos.nxos'],

	cli: {
		channel: 'shell',
		prompt: /^[\w.\-@]{1,63}(?:\((?:maint-mode|standby)\))?[#>]\s?$/,
		enable: null,
		setup: ['terminal length 0', 'terminal width 511'],
		showRunning: 'show running-config',
		failures: [...iosLikeFailures, /^\s*(?:Syntax error while parsing|% String exceeded maximum size)/],
		pager: iosLikePager,
		questions: [],
		logout: 'exit',
	},

	// NX-API CLI. `cli_show_ascii` answers with what the terminal would show.
	rest: {
		yields: 'indented',
		logins: [{ kind: 'basic' }],
		showRunning: [
			{
				method: 'POST',
				path: '/ins',
				body: {
					kind: 'json',
					value: {
						ins_api: {
							version: '1.0',
							type: 'cli_show_ascii',
							chunk: '0',
							sid: '1',
							input: 'show running-config',
							output_format: 'json',
						},
					},
				},
			},
		],
		answer: {
			type: 'json',
			text: '/ins_api/outputs/output/body',
			requires: [{ at: '/ins_api/outputs/output/code', is: '200', why: '/ins_api/outputs/output/msg' }],
			complaints: ['/ins_api/outputs/output/clierror', '/error/message'],
		},
		enabledBy: 'feature nxapi',
	},

	netconf: getConfig({
		root: '<System xmlns="http://cisco.com/ns/yang/cisco-nx-os-device"/>',
		enabledBy: 'feature netconf',
	}),

	syntax: {
		style: 'indented',
		comments: ['!'],
		negation: 'no ',
		takesCapitals: true,
		shortInterface: true,
		closers: [/^exit(?:-[\w-]+)?$/, /^end-job$/],
		frame: [/^Building configuration\.\.\.$/, /^end$/, ...iosLikeInterruptions],
		// Its commands are shown as they would be entered, and are run by whoever takes them for the configuration (from knowledge).
		programs: [{ start: JOB, end: /^end-job$/ }],
		blocks: [
			{ id: 'banner', start: /^banner (?:motd|exec) (?<delimiter>\S)/, end: 'delimiter', prose: true },
			...anyPlatformBlocks,
		],
	},

	// NX-OS prints no end token; RANCID takes more than five lines (nxos.pm.in) and the learnt prompt does the rest.
	completeness: { proof: 'required-line', pattern: /^version \S/, minLines: 6 },

	// What is entered in a job that is there is added to it, and without its feature no command is known (from knowledge).
	remediation: { ...portsAndLines, recreated: JOB, carries: /^(?:install )?feature(?:-set)? / },

	masks: [
		...iosLikeMessageMasks,
		...surfacedLinesOf('cisco_nxos', [
			{
				id: 'volatile/nxos-last-change',
				pattern: /^!Running configuration last done at: (?<lastChangedAt>.+)$/,
				reason: 'when, not what (scrapli_cfg cisco_nxos, RANCID nxos.pm)',
				matches: ['!Running configuration last done at: Wed Nov  4 19:52:37 2026'],
				spares: ['!Running configuration'],
			},
		]),
		...volatileLinesOf('cisco_nxos', [
			{
				id: 'volatile/nxos-time',
				pattern: /^!Time: /,
				reason: 'the clock at the moment of the show (RANCID nxos.pm)',
				matches: ['!Time: Wed Nov  4 21:14:47 2026'],
				spares: ['clock timezone UTC 0 0', 'description !Time: noon'],
			},
			{
				id: 'volatile/nxos-command',
				pattern: /^!Command: /,
				reason: 'the command that was typed (RANCID nxos.pm)',
				matches: ['!Command: show running-config'],
				spares: ['cli alias name sr show running-config'],
			},
			{
				id: 'volatile/nxos-session-noise',
				pattern: /^(?:!#|\S{1,80}# ?(?:show|terminal) ).*$/,
				reason: 'checkpoint lines and an echo of the prompt inside the output (oxidized nxos.rb)',
				matches: ['!#Checkpoint', 'leaf-01# show running-config'],
				spares: ['description uplink # 4', 'cli alias name sr show running-config'],
			},
		]),
		...reversibleSecretsOf('cisco_nxos', 'cisco-type-7', [
			{
				id: 'secret/nxos-enable',
				pattern: /^enable (?:secret|password) (?:level \d+ )?(?:\d )?(?<secret>\S+)/d,
				reason: 'hash of the enable password',
				matches: ['enable secret 5 $5$FICTIV$abcdefgh'],
				spares: ['feature privilege'],
			},
			{
				id: 'secret/nxos-username',
				// As on EOS: what a description says of a password is a net's to find.
				pattern:
					/^username \S+ (?:.*? )??(?:password|secret) (?!(?:[:=]|[-=]>|(?:is|was):?|(?:for|of) [\w.@-]{1,64}(?::| (?:is|was):?)) \S)(?:iscsi )?(?:\d )?(?<secret>\S+)/d,
				reason: 'local accounts (oxidized nxos.rb), those of iSCSI initiators included',
				matches: [
					'username iqn.initiator password iscsi fictive',
					'username admin password 5 $5$FICTIV$abcdefgh  role network-admin',
					'username anna password letmein role network-operator',
				],
				spares: [
					'username admin passphrase  lifetime 99999 warntime 14 gracetime 3',
					'username anna role network-admin',
				],
			},
			{
				id: 'secret/nxos-snmp-community',
				pattern: /^snmp-server community (?:[067] (?=\S+ (?:group|ro|rw|use-)))?"?(?<secret>[^\s"]+)/d,
				reason: 'a community is a password in clear (oxidized nxos.rb)',
				matches: [
					'snmp-server community fictive group network-operator',
					'snmp-server community fictive use-ipv4acl SNMP',
				],
				spares: ['snmp-server contact noc', 'set community 65000:1'],
			},
			{
				id: 'secret/nxos-snmp-host',
				pattern: new RegExp(
					String.raw`^snmp-server host \S+ (?!(?:(?:traps|informs|udp-port \d+|${TRAP_SOURCE})(?: |$))+$)(?:(?:traps|informs|${TRAP_SOURCE}) ){0,4}(?:ver[a-z]* (?:1|2c|3 (?:auth|noauth|priv)) )?(?<secret>\S+)`,
					'd',
				),
				reason: 'the community that traps are sent with (oxidized nxos.rb)',
				matches: [
					'snmp-server host 192.0.2.1 traps version 2c fictive',
					'snmp-server host 192.0.2.1 fictive',
					'snmp-server host 192.0.2.1 informs use-vrf A source-interface mgmt0 version 2c fictive udp-port 163',
				],
				spares: [
					'snmp-server host 192.0.2.1 use-vrf management',
					'snmp-server host 192.0.2.1 source-interface mgmt0',
					'snmp-server host 192.0.2.1 source-interface Ethernet 1/1',
					'snmp-server host 192.0.2.1 use-vrf management udp-port 163',
				],
			},
			{
				id: 'secret/nxos-snmp-user',
				pattern:
					/^snmp-server user .*?\bauth (?:md5|sha[-\d]*) (?:\d (?=\S))?(?<secret>\S+)(?: priv (?:(?:aes-\d+|des) )?(?:\d (?=\S))?(?<secret2>\S+))?/d,
				reason: 'keys, localized with the engine ID of the device (oxidized nxos.rb, PR#2460)',
				matches: [
					'snmp-server user anna network-admin auth md5 0x0f1e2d priv 0x3c4b5a localizedkey',
					'snmp-server user anna auth sha 0x0f1e2d priv aes-128 0x3c4b5a localizedkey engineID 128:0:0:9',
				],
				spares: ['snmp-server user anna network-operator', 'snmp-server user anna use-ipv4acl SNMP'],
			},
			{
				id: 'secret/nxos-aaa-server-key',
				pattern:
					/^(?:tacacs|radius)-server (?:.*? )??key (?!config-key )(?:\d )?(?:"(?<secret>[^"]+)|(?<secret2>[^\s"]+))/d,
				reason: 'shared secret of AAA (oxidized nxos.rb)',
				matches: [
					'radius-server host 192.0.2.1 key 7 "FewHg123" authentication accounting',
					'tacacs-server key 7 "FewHg123"',
				],
				spares: ['tacacs-server timeout 5', 'tacacs-server deadtime 10'],
			},
			{
				id: 'secret/nxos-ldap',
				pattern: /^ldap-server host \S+ (?:.*? )??password (?:\d )?"?(?<secret>[^\s"]+)/d,
				reason: 'bind password of LDAP',
				matches: ['ldap-server host 192.0.2.1 rootDN "cn=reader" password 7 FewHg123 port 389'],
				spares: ['ldap-server timeout 10'],
			},
			{
				id: 'secret/nxos-key-string',
				pattern: /^key-(?:octet-)?string (?:[067] )?"?(?<secret>[^\s"]+)/d,
				reason: 'key chains of routing protocols and MACsec',
				matches: ['key-string 7 070c285f4d06', 'key-octet-string 7 075e731f1a5c cryptographic-algorithm AES_128_CMAC'],
				spares: ['key 1', 'key chain OSPF'],
			},
			{
				id: 'secret/nxos-password',
				pattern:
					/^password (?!strength-check|secure-mode|prompt|required |option \d|fallback \S)(?:\d )?(?<secret>\S+)/d,
				reason: 'TCP MD5 of a BGP neighbor, a mode of its own on NX-OS (oxidized nxos.rb)',
				matches: ['password 3 386c0565965f89de'],
				spares: ['password strength-check', 'no password strength-check'],
			},
			{
				id: 'secret/nxos-ospf',
				pattern:
					/^(?:ip ospf|area \S+) (?:.*? )??(?:authentication-key|message-digest-key \d+ md5) (?:\d )?(?<secret>\S+)/d,
				reason: 'OSPF authentication on interfaces and virtual links (batfish grammar)',
				matches: [
					'ip ospf message-digest-key 1 md5 3 386c0565965f89de',
					'ip ospf authentication-key 3 386c0565965f89de',
				],
				spares: ['ip ospf authentication message-digest', 'ip ospf authentication key-chain OSPF'],
			},
			{
				id: 'secret/nxos-fhrp',
				pattern: /^authentication (?:text|md5 key-string) (?:\d )?(?<secret>\S+)/d,
				reason: 'HSRP and VRRP authentication',
				matches: ['authentication md5 key-string 7 070c285f4d06', 'authentication text fictive'],
				spares: ['authentication md5 key-chain HSRP', 'authentication key-chain ISIS'],
			},
			{
				id: 'secret/nxos-ntp',
				pattern: /^ntp authentication-key \d+ \S+ (?<secret>\S+)/d,
				reason: 'NTP keys; the number after it says how it is encrypted (batfish grammar)',
				matches: ['ntp authentication-key 1 md5 fewhg123 7'],
				spares: ['ntp authenticate', 'ntp trusted-key 1'],
			},
			{
				id: 'secret/nxos-ldp',
				pattern: /^(?:mpls ldp )?neighbor \S+ (?:vrf \S+ )?password (?:\d )?(?<secret>\S+)/d,
				reason: 'TCP MD5 of LDP',
				matches: ['neighbor 192.0.2.1 password 7 070c285f4d06'],
				spares: ['neighbor 192.0.2.1 remote-as 65001', 'neighbor 192.0.2.1'],
			},
			{
				id: 'secret/nxos-vtp',
				pattern: /^vtp password (?<secret>\S+)/d,
				reason: 'VTP domain password',
				matches: ['vtp password fictive'],
				spares: ['vtp mode transparent'],
			},
			{
				id: 'secret/nxos-fcsp',
				pattern: /^fcsp dhchap (?:devicename \S+ )?password (?:\d )?(?<secret>\S+)/d,
				reason: 'Fibre Channel authentication',
				matches: ['fcsp dhchap password 7 070c285f4d06'],
				spares: ['fcsp dhchap hash md5'],
			},
			{
				id: 'secret/nxos-fcsp-key',
				pattern: /^(?:key|salt) (?<secret>0x\S+)$/d,
				within: [/^fcsp esp s/],
				reason: 'keys of encrypted Fibre Channel (MDS 9000 security configuration guide)',
				matches: ['key 0x1234', 'salt 0x1234'],
				spares: ['key 1'],
			},
			{
				id: 'secret/nxos-ike-key',
				pattern: /^key (?:\d (?=\S+ (?:address|hostname) ))?(?<secret>\S+) (?:address|hostname) /d,
				reason: 'pre-shared keys of IKE (MDS 9000 security configuration guide)',
				matches: ['key fictive address 192.0.2.1', 'key fictive hostname edge-01'],
				spares: ['key 1', 'key chain OSPF'],
			},
			{
				id: 'secret/nxos-ldp-option',
				pattern: /^password (?:option \d+ for \S+|fallback) (?:\d (?=\S))?(?!key-chain )(?<secret>\S+)/d,
				reason: 'TCP MD5 of the LDP sessions that a list names, and of those that none names',
				matches: ['password option 1 for PEERS 7 070c285f4d06', 'password fallback fictive'],
				spares: ['password option 1 for PEERS key-chain LDP'],
			},
			{
				id: 'secret/nxos-snmp-community-map',
				pattern: /^snmp-server mib community-map (?<secret>\S+)/d,
				reason: 'a community again',
				matches: ['snmp-server mib community-map fictive context ops'],
				spares: ['snmp-server mib object cefcFRUPowerOperStatus'],
			},
			{
				id: 'secret/nxos-hsrp-text',
				pattern: /^authentication (?!text |md5 |key-chain|mode |ipsec )(?<secret>\S+)$/d,
				within: [/^hsrp \d/],
				reason: 'HSRP authentication without the word `text`',
				matches: ['authentication fictive'],
				spares: ['authentication key-chain HSRP', 'authentication text fictive'],
			},
			{
				id: 'secret/nxos-virtual-link',
				pattern: /^message-digest-key \d+ md5 (?:\d )?(?<secret>\S+)/d,
				reason: 'OSPF authentication of a virtual link, a mode of its own on NX-OS',
				matches: ['message-digest-key 1 md5 3 386c0565965f89de'],
				spares: ['authentication message-digest'],
			},
			{
				id: 'secret/nxos-sxp',
				pattern: /^cts sxp connection peer .*?\bpassword required (?:\d (?=\S))?(?<secret>\S+)/d,
				reason: 'a peer of TrustSec with a password of its own (from knowledge)',
				matches: ['cts sxp connection peer 192.0.2.1 source 192.0.2.2 password required 7 fewhg123 mode listener'],
				spares: ['cts sxp connection peer 192.0.2.1 source 192.0.2.2 password none mode listener'],
			},
			{
				id: 'secret/nxos-bfd',
				pattern: /^(?:ip(?:v6)? )?bfd authentication \S+ key-?id \d+ (?:hex-)?key (?:ascii )?(?<secret>\S+)/d,
				reason: 'authentication of BFD (from knowledge)',
				matches: [
					'bfd authentication Keyed-SHA1 keyid 1 hex-key 0a1b2c',
					'ip bfd authentication Keyed-SHA1 key-id 1 key fictive',
				],
				spares: ['bfd interval 250 min_rx 250 multiplier 3'],
			},
			{
				id: 'secret/nxos-master-key',
				pattern: /(?:^|[\s"'-])key config-key ascii (?:\d (?=\S))?(?<secret>\S+)/d,
				reason: 'opens every type 6 password',
				matches: ['key config-key ascii fictive-master'],
				spares: ['key config-key ascii'],
			},
			{
				id: 'secret/nxos-lisp',
				pattern: /^ip(?:v6)? lisp etr map-server \S+ key (?:\d )?(?<secret>\S+)/d,
				reason: 'LISP map servers',
				matches: ['ip lisp etr map-server 192.0.2.1 key 3 386c0565'],
				spares: ['ip lisp etr'],
			},
		]),
		...iosLikeSecrets,
		...iosLikeShortCommands,
		...anyPlatformMasks,
	],

	overwritten: commandsOfOneValue,

	numbers: [
		accessListsInTens,
		numberedSequences,
		{
			numbered: /^(?<head>)\d+ (?<rest>\S.*)$/,
			plain: /^(?<head>)(?<rest>(?:host|range|eq|neq|gt|lt) .*|[\d.:a-f]+[/ ].*)$/,
			within: [/^object-group (?:ip|ipv6) /],
			source:
				'members of an object group are numbered like entries of an access list (Nexus Security Configuration Guide)',
		},
	],

	shorthands: [
		{
			pattern: /^(neighbor \S+) (?<rest>(?:remote-as|inherit) .*)$/,
			section: '$1',
			lines: ['$<rest>'],
			within: [/^(?:router bgp |vrf )/],
			source:
				'the command goes on into the mode that shows it (Cisco NX-OS Unicast Routing Configuration Guide, neighbor)',
			matches: ['neighbor 192.0.2.1 remote-as 65002'],
			spares: ['neighbor 192.0.2.1'],
		},
		routeTargetBoth([/^vrf context /, /^address-family /]),
		{
			pattern: /^route-target both (\S+:\S+) evpn$/,
			lines: ['route-target import $1 evpn', 'route-target export $1 evpn'],
			within: [/^vrf context /, /^address-family /],
			source: 'the same for routes of EVPN (a recorded show of NX-OS 9.3)',
			matches: ['route-target both 65000:1 evpn'],
			spares: ['route-target both auto evpn', 'route-target import 65000:1 evpn'],
		},
		{
			pattern: /^route-target both (\S+)$/,
			lines: ['route-target import $1', 'route-target export $1'],
			within: [/^evpn$/, /^vni \d+ l2$/],
			source: 'both directions, which recorded shows of NX-OS 9.3 have on lines of their own',
			matches: ['route-target both auto', 'route-target both 65000:1'],
			spares: ['route-target import auto'],
		},
		{
			pattern: /^send-community both$/,
			lines: ['send-community', 'send-community extended'],
			within: [/^address-family /],
			source:
				'taken for two lines (cisco-network-node-utils, bgp_neighbor_af.rb), which are shown (recorded shows of NX-OS)',
			matches: ['send-community both'],
			spares: ['send-community', 'send-community extended'],
		},
	],

	ranges: [interfaceRanges],

	sequences: [iosLikeNameServers, { ...iosLikeNameServers, within: [/^vrf context /] }],

	clearing: iosLikeClearing,

	order: [
		...iosLikeOrder,
		// Commands of a job run one after the other.
		{ kind: 'whole-body', within: [JOB] },
		{ kind: 'siblings', pattern: /^(rule) \d+ /, within: [/^role name /], numbers: /^rule (\d+) / },
		// Asked, and appended, one after the other (Cisco NX-OS Unicast Routing Configuration Guide, DNS).
		{ kind: 'siblings', pattern: /^(ip name-server|ip domain-list) / },
		{ kind: 'siblings', pattern: /^(ip name-server|ip domain-list) /, within: [/^vrf context /] },
		{
			kind: 'siblings',
			pattern: /^ip (?:ext|large-)?community-list ((?:standard |expanded )?\S+) (?:seq|permit|deny) /,
			numbers: SEQUENCE_NUMBER,
		},
	],

	lists: [
		...iosLikeVlanLists,
		{
			pattern: /^(?<head>vlan configuration )(?<values>\d[\d,-]*)$/,
			form: 'ranges',
			writing: 'adds',
			source: 'NX-OS groups VLANs whose settings are equal',
			matches: ['vlan configuration 10,20-25'],
			spares: ['vlan 10'],
		},
	],

	ports: nxosPorts,

	// A port profile says what the ports are that take it over (Cisco NX-OS Interfaces Configuration Guide, Port Profiles).
	defaults: unlessInherited(/^inherit port-profile /, [
		activeVlan,
		...unsaidNxosDefaults,
		...shownNxosDefaults,
		{
			line: /^spanning-tree mode rapid-pvst$/,
			command: /^(?:no )?spanning-tree mode /,
			leftOutBy: 'running',
			source: 'the mode of a Nexus, and not shown (from knowledge)',
			matches: ['spanning-tree mode rapid-pvst'],
			spares: ['spanning-tree mode mst', 'spanning-tree mst configuration'],
		},
		{
			line: /^version \d+\.\d+\(\S+(?: +Bios:version(?: \S+)?)?$/,
			command: /^version /,
			source: 'the release that wrote the configuration (hier_config nxos driver)',
			matches: ['version 9.3(5) Bios:version 07.68'],
			spares: ['version 2'],
		},
		{
			line: /^ip domain-lookup$/,
			command: /^no ip domain-lookup$/,
			source: 'on, and shown; off it is shown as `no ip domain-lookup` (recorded shows of NX-OS)',
			matches: ['ip domain-lookup'],
			spares: ['no ip domain-lookup', 'ip domain-name example.net'],
		},
		{
			line: /^username (\S+) passphrase +lifetime 99999 warntime 14 gracetime 3$/,
			command: /^(?:no )?username (\S+) passphrase /,
			source: 'shown for accounts of which nobody said it (recorded shows of NX-OS)',
			matches: ['username anna passphrase  lifetime 99999 warntime 14 gracetime 3'],
			spares: ['username anna passphrase  lifetime 90 warntime 14 gracetime 3'],
		},
		...['FATAL', 'CRITICAL', 'ERROR', 'WARNING', 'INFORMATION'].map((level, index): DefaultRule => {
			const event = `rmon event ${index + 1}`;
			const owner = `PMON@${level.replace('RMATION', '')}`;
			return {
				line: new RegExp(`^${event} (?:log trap public )?description ${level}\\(${index + 1}\\) owner ${owner}$`),
				command: new RegExp(`^(?:no )?${event}(?: |$)`),
				// An event that was taken out is shown no more.
				leftOutBy: 'intended',
				source: 'five events that the device has anyway (recorded shows of NX-OS, with the trap and without)',
				matches: [
					`${event} log trap public description ${level}(${index + 1}) owner ${owner}`,
					`${event} description ${level}(${index + 1}) owner ${owner}`,
				],
				spares: [`${event} log trap other description ${level}(${index + 1}) owner ${owner}`],
			};
		}),
		{
			line: /^switchport mode access$/,
			command: /^(?:no )?switchport mode /,
			within: [/^interface (?:e|po)[a-z-]* ?\d/i],
			source:
				'a port of a switch is one of access unless it says otherwise (cisco-network-node-utils, interface.yaml, of Ethernet; from knowledge, of port channels)',
			matches: ['switchport mode access'],
			spares: ['switchport mode trunk'],
		},
		{
			line: /^priority 100$/,
			command: /^(?:no )?priority /,
			within: [/^hsrp \d/],
			source:
				'100 is the priority of HSRP (Cisco document 113002, of Nexus 7000; cisco-network-node-utils, interface_hsrp_group.yaml)',
			matches: ['priority 100'],
			spares: ['priority 110', 'priority 100 forwarding-threshold lower 1 upper 100'],
		},
		interfaceDefault({
			line: /^hsrp version 1$/,
			command: /^(?:no )?hsrp version /,
			source: 'the version of HSRP, and not shown (from knowledge)',
			matches: ['hsrp version 1'],
			spares: ['hsrp version 2'],
		}),
		{ ...mtu1500, within: [/^interface (?:e|po|vl|mg)[a-z-]* ?\d/i] },
		vlan1,
		...trunkDefaults,
		{
			...interfaceDefault({
				line: /^shutdown$/,
				command: /^no shutdown$/,
				source: 'an SVI is down until it says `no shutdown`, and shows nothing (cisco.nxos#1102)',
				matches: ['shutdown'],
				spares: ['no shutdown'],
			}),
			within: [/^interface vl[a-z]* ?\d/i],
		},
		{
			...interfaceDefault({
				line: /^no shutdown$/,
				command: /^(?:no )?shutdown$/,
				source: 'loopbacks and mgmt0 are up unless they show `shutdown`; an SVI and a routed port are not',
				matches: ['no shutdown'],
				spares: ['shutdown'],
			}),
			within: [/^interface (?:lo|mg)[a-z]* ?\d/i],
		},
	]),

	secretForms,

	spellings: [
		...firstLetters(['Ethernet']),
		...interfaceNames(['Ethernet', 'loopback', 'port-channel', 'Vlan', 'mgmt', 'Tunnel', 'nve'], {
			neighbors: 'interfaces',
		}),
		ospfAreas,
		routeDistance,
		...stormControlLevels,
		tacacsPort,
		radiusPorts,
		...shortWords,
		{
			kind: 'words',
			pattern: /^(radius-server host \S+(?: .+?)?) authentication accounting$/,
			spelled: '$1',
			source: 'a server is for both unless it says otherwise, and the device adds the words (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^((?:radius|tacacs)-server (?:.*? )??key (?:\d )?)"(<secret[^"\s]*)"/,
			spelled: '$1$2',
			source: 'a key is taken without quotes and shown with them (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(auto-cost reference-bandwidth \d+) Mbps$/,
			spelled: '$1',
			source: 'the unit that is meant where none stands, and shown (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(channel-group \d+) force(?= |$)/,
			spelled: '$1',
			source: 'makes the port fit its group, and is not kept (from knowledge)',
		},
		// Not `use-vrf default`: older models send them in the VRF of management where none is named.
		...['port 514', 'facility local7'].map(
			(words): SpellingRule => ({
				kind: 'words',
				// TLS has a port of its own.
				pattern: new RegExp(`^(logging server \\S+ \\d(?!.* secure)(?: .+?)?) ${words}(?= |$)`),
				spelled: '$1',
				source: 'what holds unless it says otherwise (from knowledge)',
			}),
		),
		{
			kind: 'words',
			pattern: /^(snmp-server host \S+) (?=version )/,
			spelled: '$1 traps ',
			source: 'traps are sent where nothing else is said, and the word is shown (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(send-community) standard$/,
			spelled: '$1',
			source:
				'standard communities are meant where no other word stands (cisco-network-node-utils, bgp_neighbor_af.rb)',
		},
		{
			kind: 'words',
			pattern: /^(class-map|policy-map) (?!type )/,
			spelled: '$1 type qos ',
			source:
				'a map of that kind is meant, and the word shown (Cisco Nexus 5000 NX-OS QoS Configuration Guide 5.1(3)N2(1), page 8)',
		},
		{
			kind: 'words',
			pattern: /^(class-map type qos) (?!match-)/,
			spelled: '$1 match-all ',
			source:
				'all of its lines have to match unless it says otherwise, and the device says which (Cisco Nexus 5000 NX-OS QoS Configuration Guide 5.1(3)N2(1), page 8)',
		},
		{
			kind: 'words',
			pattern: /^class type qos /,
			spelled: 'class ',
			source: 'said by the map that it stands in (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(peer-keepalive destination \S+(?: source \S+)?)$/,
			spelled: '$1 vrf management',
			source:
				'sent in this VRF unless it says otherwise (ansible cisco.nxos, nxos_vpc; cisco-network-node-utils, vpc.yaml)',
		},
		{
			kind: 'words',
			pattern: /^auto-recovery$/,
			spelled: 'auto-recovery reload-delay 240',
			source: '240 seconds unless it says otherwise (cisco-network-node-utils, vpc.yaml)',
		},
		{
			kind: 'words',
			pattern: /^(network \d+\.\d+\.\d+\.\d+) mask /,
			spelled: '$1 ',
			source: 'a mask is taken behind the word, and a prefix length shown (from knowledge)',
		},
		...unnumberedRouteMaps,
		{
			kind: 'words',
			pattern: /^(snmp-server community \S+) ro$/,
			spelled: '$1 group network-operator',
			source: 'the device shows the group (ansible cisco.nxos, nxos_snmp_community)',
		},
		{
			kind: 'words',
			pattern: /^(snmp-server community \S+) rw$/,
			spelled: '$1 group network-admin',
			source: 'the device shows the group (ansible cisco.nxos, nxos_snmp_community)',
		},
		{
			kind: 'netmask',
			pattern: /^(?:ip address|ip route|network) /,
			source: 'NX-OS takes a mask and shows a prefix length',
		},
		{
			kind: 'wildcard',
			pattern: /^(?:\d+ )?(?:permit|deny) /,
			source: 'NX-OS takes `host` and a wildcard mask and shows a prefix length where the mask is one',
		},
		ciscoPortNames,
		protocolNames,
		...icmpNames,
		asNumbers,
		dscpNames,
		precedenceNames,
		ntpOptions,
		logServerOptions,
		redistributeOptions,
		prefixLengths,
		tcpFlags,
		...communitySets,
	],
};
