import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { asNumbers } from './shared/as-numbers.ts';
import { iosLikeClearing } from './shared/clearing.ts';
import { communitySets } from './shared/communities.ts';
import { shownEosDefaults } from './shared/eos-shown-defaults.ts';
import { interfaceNames } from './shared/interface-names.ts';
import { iosLikeInterruptions, iosLikeMessageMasks } from './shared/interruptions.ts';
import { activeVlan } from './shared/ios-hidden-defaults.ts';
import { iosLikeFailures, iosLikePager } from './shared/ios-like-cli.ts';
import {
	accessVlan1,
	interfaceDefault,
	mtu1500,
	noShutdown,
	trunkDefaults,
	unlessInherited,
	vlan1,
} from './shared/ios-like-defaults.ts';
import { ENTRY_NUMBER, iosLikeOrder, SEQUENCE_NUMBER } from './shared/ios-like-order.ts';
import { iosLikeSecrets } from './shared/ios-like-secrets.ts';
import { reversibleSecretsOf, surfacedLinesOf, volatileLinesOf } from './shared/mask-tables.ts';
import {
	accessListsInTens,
	numberedPrefixEntries,
	numberedSequences,
	unnumberedRouteMaps,
} from './shared/numbered-lists.ts';
import { commandsOfOneValue } from './shared/one-value.ts';
import { ntpOptions, prefixLengths, redistributeOptions, tcpFlags } from './shared/options.ts';
import { ospfAreas } from './shared/ospf-areas.ts';
import { eosPortNames } from './shared/port-names.ts';
import { secretForms } from './shared/secret-forms.ts';
import { interfaceRanges } from './shared/section-ranges.ts';
import { portsAndLines } from './shared/section-remediation.ts';
import { radiusPorts, tacacsPort } from './shared/server-ports.ts';
import { iosLikeSession, keyGeneration } from './shared/session-commands.ts';
import { iosLikeShortCommands } from './shared/short-commands.ts';
import { shortWords } from './shared/short-words.ts';
import { routeDistance } from './shared/static-routes.ts';
import { stormControlLevels } from './shared/storm-control.ts';
import { unsaidEosDefaults } from './shared/unsaid-defaults.ts';
import { eosPorts } from './shared/untouched-ports.ts';
import { dscpNames, icmpNames, loggingLevels, precedenceNames, protocolNames } from './shared/value-names.ts';
import { iosLikeVlanLists } from './shared/vlan-lists.ts';

/** Arista EOS. */
export const aristaEos: Platform = {
	name: 'arista_eos',
	title: 'Arista EOS',
	aliases: ['eos', 'arista', 'arista.eos.eos'],

	cli: {
		channel: 'shell',
		prompt: /^[\w.\-@/:]{1,63}(?:\([\w.\-:]{1,32}\))?[>#]\s?$/,
		enable: { command: 'enable', passwordPrompt: /[Pp]assword:\s?$/, privileged: /#\s?$/ },
		setup: ['terminal length 0', 'terminal width 32767'],
		showRunning: 'show running-config',
		failures: iosLikeFailures,
		pager: iosLikePager,
		questions: [],
		logout: 'exit',
	},

	// eAPI. Each command answers in a place of its own, `enable` in the first; a device without an enable password does
	// not read `input`.
	rest: {
		yields: 'indented',
		logins: [{ kind: 'basic' }],
		showRunning: [
			{
				method: 'POST',
				path: '/command-api',
				body: {
					kind: 'json',
					value: {
						jsonrpc: '2.0',
						id: 'fleet-drift',
						method: 'runCmds',
						params: { version: 1, format: 'text', cmds: [{ cmd: 'enable', input: '{enable}' }, 'show running-config'] },
					},
				},
			},
		],
		answer: {
			type: 'json',
			text: '/result/1/output',
			complaints: ['/error/message'],
			// 1005, "permission to run command denied": the enable password (napalm #666).
			denials: [/^CLI command 1 of 2 'enable' failed/],
		},
		enabledBy: 'management api http-commands / no shutdown',
	},

	syntax: {
		style: 'indented',
		comments: ['!'],
		negation: 'no ',
		takesCapitals: true,
		shortInterface: true,
		closers: [/^exit(?:-[\w-]+)?$/],
		frame: [...iosLikeSession, keyGeneration, /^end$/, ...iosLikeInterruptions],
		blocks: [
			{ id: 'banner', start: /^banner (?:motd|login|exec)$/, end: /^EOF$/, prose: true },
			{ id: 'event-handler-script', start: /^action bash$/, end: /^EOF$/, prose: true },
			{ id: 'routing-function', start: /^code(?: unit \S+)?$/, end: /^EOF$/, prose: true },
			...anyPlatformBlocks,
		],
	},

	completeness: { proof: 'last-line', pattern: /^end$/ },

	remediation: {
		...portsAndLines,
		// `no` is a setting too, and shown (ansible arista.eos, eos_snmp_server, which sends this).
		takesBack: [[/^(?:no )?(snmp-server enable traps(?: .*)?)$/, 'default $1']],
	},

	masks: [
		...iosLikeMessageMasks,
		...surfacedLinesOf('arista_eos', [
			{
				id: 'volatile/eos-startup-change',
				pattern: /^! Startup-config last modified at\s+(?<lastSavedAt>.+?)(?: by (?<lastSavedBy>.+))?$/,
				reason: 'moves with every `write memory`',
				matches: ['! Startup-config last modified at  Sun Sep 13 18:35:01 2026 by anna'],
				spares: ['! Startup-config'],
			},
		]),
		...volatileLinesOf('arista_eos', [
			{
				id: 'volatile/eos-command-header',
				pattern: /^! Command: /,
				reason: 'the command that was typed (RANCID aeos.pm)',
				matches: ['! Command: show running-config'],
				spares: ['alias sr show running-config', '!! Command: reviewed'],
			},
			{
				id: 'volatile/eos-time',
				pattern: /^! Time: /,
				reason: 'the clock at the moment of the show; older releases (oxidized eos.rb)',
				matches: ['! Time: Sun Sep 13 18:35:01 2026'],
				spares: ['clock timezone UTC'],
			},
		]),
		...reversibleSecretsOf('arista_eos', 'cisco-type-7', [
			{
				id: 'secret/eos-username',
				// What a description says of a password is a net's to find: there the value stands behind the `=` or the `is`.
				pattern:
					/^username \S+ (?:.*? )??(?:secret|password) (?!(?:[:=]|[-=]>|(?:is|was):?|(?:for|of) [\w.@-]{1,64}(?::| (?:is|was):?)) \S)(?:(?:\d{1,2}|8a|sha512|yescrypt|nt-hash|cleartext) (?=\S))?(?<secret>\S+)/d,
				reason: 'local accounts (oxidized eos.rb)',
				matches: [
					'username anna privilege 15 role network-admin secret sha512 $6$fictive$hash',
					'username anna role network-admin secret 5 $1$abcd$efgh',
					'username anna secret letmein',
				],
				spares: ['username anna nopassword', 'username anna ssh-key ssh-rsa AAAAB3Nza anna@example'],
			},
			{
				id: 'secret/eos-enable',
				pattern:
					/^(?:enable|boot|aaa root) (?:secret|password) (?:level \d+ )?(?:(?:\d|sha512|yescrypt|nt-hash) (?=\S))?(?<secret>\S+)/d,
				reason: 'enable, Aboot and root (oxidized eos.rb)',
				matches: [
					'enable password sha512 $6$fictive$hash',
					'aaa root secret sha512 $6$fictive$hash',
					'boot secret 5 $1$abcd$efgh',
					'enable password level 1 sha512 $6$fictive$hash',
				],
				spares: ['no aaa root', 'boot system flash:/EOS.swi', 'aaa root nopassword'],
			},
			{
				id: 'secret/eos-snmp-community',
				pattern: /^snmp-server community (?:[078]a? (?=\S+ (?:r[ow]|view)\b|(?!r[ow]$)\S+$))?(?<secret>\S+)/d,
				reason: 'a community is a password in clear (oxidized eos.rb)',
				matches: [
					'snmp-server community fictive ro SNMP',
					'snmp-server community fictive',
					'snmp-server community 7 070C285F4D06',
				],
				spares: ['snmp-server contact noc', 'set community 65000:1 additive'],
			},
			{
				id: 'secret/eos-snmp-host',
				pattern:
					/^snmp-server host \S+ (?:vrf \S+ )?(?:(?:traps|informs) )?(?:ver[a-z]* (?:1|2c|3 (?:auth|noauth|priv)) )?(?:[078]a? (?=\S))?(?!udp-port |vrf )(?<secret>\S+)/d,
				reason: 'the community that traps are sent with (oxidized eos.rb)',
				matches: [
					'snmp-server host 192.0.2.3 vrf default traps version 2c fictive udp-port 162',
					'snmp-server host 192.0.2.3 version 1 fictive',
				],
				spares: ['snmp-server enable traps', 'logging host 192.0.2.3'],
			},
			{
				id: 'secret/eos-snmp-user',
				pattern:
					/^snmp-server user .*?\bauth (?:md5|sha\d*) (?:[078]a? )?(?<secret>\S+)(?: priv (?:des|3des|aes\d*)(?: \d{3})? (?:[078]a? )?(?<secret2>\S+))?/d,
				reason: 'keys, localized with the engine ID (oxidized eos.rb)',
				matches: [
					'snmp-server user anna ops v3 localized f5717f00 auth sha 0f1e2d priv aes 3c4b5a',
					'snmp-server user anna ops v3 auth sha512 fictive1 priv aes256 fictive2',
				],
				spares: ['snmp-server user anna ops v3', 'snmp-server group ops v3 auth'],
			},
			{
				id: 'secret/eos-aaa-server-key',
				pattern: /^(?:tacacs|radius)-server (?:.*? )??key (?:[078]a? )?(?<secret>\S+)/d,
				reason: 'shared secret of AAA (oxidized eos.rb)',
				matches: ['tacacs-server host 192.0.2.1 vrf MGMT key 7 070C285F4D06', 'radius-server key 7 070C285F4D06'],
				spares: ['tacacs-server timeout 5', 'tacacs-server host 192.0.2.1'],
			},
			{
				id: 'secret/eos-neighbor',
				pattern: /^neighbor (?:\S+ )?password (?!shared-secret )(?:[078]a? )?(?<secret>\S+)/d,
				reason: 'TCP MD5 of BGP and LDP (batfish grammar)',
				matches: ['neighbor EVPN-OVERLAY password 7 AQQvKeFictive==', 'neighbor 192.0.2.1 password fictive'],
				spares: ['neighbor 192.0.2.1 remote-as 65001', 'no neighbor 192.0.2.1 password'],
			},
			{
				id: 'secret/eos-ospf',
				pattern:
					/^(?:ip ospf|area \S+) (?:.*? )??(?:authentication-key|message-digest-key \d+ (?:md5|sha\d+)) (?:[078]a? )?(?<secret>\S+)/d,
				reason: 'OSPF authentication',
				matches: ['ip ospf message-digest-key 1 sha256 7 fictive==', 'ip ospf authentication-key 7 fictive=='],
				spares: ['ip ospf authentication message-digest', 'ip ospf network point-to-point'],
			},
			{
				id: 'secret/eos-isis',
				pattern:
					/^(?:isis )?authentication (?:key-id \d+ algorithm \S+(?: rfc-\d+)? )?key (?:[078]a? )?(?<secret>\S+)/d,
				reason: 'IS-IS authentication',
				matches: [
					'isis authentication key 7 fictive== level-2',
					'authentication key-id 1 algorithm sha-256 key 7 fictive==',
				],
				spares: ['isis authentication mode md5', 'authentication mode md5'],
			},
			{
				id: 'secret/eos-password',
				pattern: /^password (?:[078]a? )?(?!minimum |policy |hash )(?<secret>\S+)$/d,
				reason: 'sub-modes that log in somewhere (LDP, mail, 802.1X supplicants)',
				matches: ['password 7 070C285F4D06', 'password fictive'],
				spares: ['password minimum length 12', 'password policy STRONG'],
			},
			{
				id: 'secret/eos-shared-secret',
				pattern:
					/^(?:secret (?!hash )(?:\d+|\S+(?= (?:[078]a? )?\S+ (?:receive|transmit|local)-))|shared-key|local-key|remote-key) (?:[078]a? )?(?<secret>\S+)/d,
				reason: 'shared-secret profiles and IPsec profiles',
				matches: [
					'secret 1 7 fictive== receive-lifetime infinite',
					'secret spring 0 fictive receive-lifetime 2026-01-01 00:00:00 2026-06-01 00:00:00 transmit-lifetime infinite',
					'shared-key 7 070C285F4D06',
				],
				spares: ['shared-secret profile BGP', 'dh-group 14', 'secret hash sha512'],
			},
			{
				id: 'secret/eos-macsec-key',
				pattern: /^key (?:[0-9A-Fa-f]+ (?:[07]|8a)|[0-9A-Fa-f]{2,64}) (?<secret>\S+)/d,
				reason: 'connectivity association key of MACsec (oxidized eos.rb)',
				matches: ['key 0abc1234 7 070C285F4D06 fallback', 'key 0abc1234 fictive'],
				spares: ['key 0', 'key server priority 10'],
			},
			{
				id: 'secret/eos-key',
				pattern: /^key (?:[07]|8a) (?<secret>\S+)$/d,
				reason: 'keys of other sub-modes',
				matches: ['key 7 070C285F4D06'],
				spares: ['key 7', 'key server priority 10'],
			},
			{
				id: 'secret/eos-ntp',
				pattern: /^ntp authentication-key \d+ (?:md5|sha1) (?:[078]a? )?(?<secret>\S+)/d,
				reason: 'NTP keys',
				matches: ['ntp authentication-key 1 md5 7 070C285F4D06', 'ntp authentication-key 1 sha1 fictive'],
				spares: ['ntp authenticate', 'ntp trusted-key 1'],
			},
			{
				id: 'secret/eos-vrrp',
				pattern: /^vrrp \d+ (?:peer )?authentication (?:text |ietf-md5 key-string )?(?:(?:[07]|8a) )?(?<secret>\S+)/d,
				reason: 'VRRP authentication',
				matches: [
					'vrrp 10 peer authentication ietf-md5 key-string 7 070C285F4D06',
					'vrrp 10 authentication text fictive',
					'vrrp 10 authentication ietf-md5 key-string 8a fictive',
				],
				spares: ['vrrp 10 priority-level 110', 'vrrp 10 ipv4 192.0.2.254'],
			},
			{
				id: 'secret/eos-agent-token',
				pattern: /^exec .*?auth=(?:key|token-secure),(?!\/)(?<secret>[^\s,]+)/d,
				reason: 'CloudVision enrolment on the command line of the TerminAttr daemon',
				matches: ['exec /usr/bin/TerminAttr -cvaddr=192.0.2.9:9910 -cvauth=key,fictive -taillogs'],
				spares: ['exec /usr/bin/TerminAttr -cvauth=token,/tmp/token'],
			},
			{
				id: 'secret/eos-transceiver-licence',
				pattern: /^service unsupported-transceiver \S+ (?<secret>\S+)/d,
				reason: 'licence key (oxidized eos.rb)',
				matches: ['service unsupported-transceiver Example 0f1e2d3c'],
				spares: ['transceiver qsfp default-mode 4x10G'],
			},
			{
				id: 'secret/eos-passphrase',
				pattern: /^passphrase (?:[078]a? )?(?<secret>\S+)/d,
				reason: 'supplicants of 802.1X',
				matches: ['passphrase 7 070C285F4D06', 'passphrase fictive'],
				spares: ['eap-method fast'],
			},
			{
				id: 'secret/eos-daemon-option',
				pattern:
					/^option (?=\S*(?:[Pp]ass|PASS|[Pp][Ww]|[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Kk]ey|KEY))\S+ value (?<secret>\S.*)$/d,
				reason: 'an agent is given its secrets as options (from knowledge)',
				matches: ['option api_token value fictive', 'option PASSWORD value fictive'],
				spares: ['option poll_interval value 30'],
			},
			{
				id: 'secret/eos-proxy-key',
				pattern: /^(?:client|server) (?:.*? )??key (?:[078]a? )?(?<secret>\S+)/d,
				reason: 'shared secrets of the RADIUS proxy',
				matches: [
					'client key 7 070C285F4D06',
					'client ipv4 192.0.2.0/24 key 7 070C285F4D06',
					'client 192.0.2.1 vrf MGMT key fictive',
				],
				spares: ['client group ACCESS', 'server 192.0.2.1'],
			},
		]),
		...iosLikeSecrets,
		...iosLikeShortCommands,
		...anyPlatformMasks,
	],

	overwritten: commandsOfOneValue,

	numbers: [accessListsInTens, numberedSequences, numberedPrefixEntries],

	ranges: [interfaceRanges],

	shorthands: [
		{
			pattern: /^(ip(?:v6)? prefix-list \S+) (?<rest>(?:seq \d+ )?(?:permit|deny) .*)$/,
			section: '$1',
			lines: ['$<rest>'],
			source:
				'"a legacy style which is still supported for backwards compatibility": the device shows one or the other (aristanetworks/avd#7158)',
			matches: ['ip prefix-list A seq 10 permit 10.0.0.0/8'],
			spares: ['ip prefix-list A'],
		},
		{
			pattern: /^(network \d{1,3}(?:\.\d{1,3}){3}(?:[/ ].*)?)$/,
			section: 'address-family ipv4',
			lines: ['$1'],
			within: [/^router bgp /],
			source: 'entered above the family, and shown in it where it has other lines (cEOS in batfish lab-validation)',
			matches: ['network 192.0.2.0/24', 'network 192.0.2.0/24 route-map A'],
			spares: ['network 2001:db8::/32', 'neighbor 192.0.2.1 remote-as 65001'],
		},
	],

	clearing: iosLikeClearing,

	order: [
		...iosLikeOrder,
		// Some releases say the kind of a list in front of its name.
		{
			kind: 'siblings',
			pattern: /^ip (?:ext|large-)?community-list ((?:regexp |standard |expanded )?\S+) (?:seq|permit|deny) /,
			numbers: SEQUENCE_NUMBER,
		},
		{ kind: 'children', within: [/^(?:traffic-policy|peer-filter) /] },
		{
			kind: 'siblings',
			pattern: /^()(?:seq|permit|deny) /,
			within: [/^ip(?:v6)? prefix-list \S+$/],
			numbers: /^seq (\d+) /,
		},
		{ kind: 'siblings', pattern: /^()(?:\d+ )?(?:permit|deny) /, within: [/^role /], numbers: ENTRY_NUMBER },
	],

	lists: [
		...iosLikeVlanLists,
		{
			pattern: /^(?<head>(?:no )?spanning-tree vlan-id )(?<values>\d[\d,-]*)(?<tail>| priority \d+)$/,
			form: 'ranges',
			writing: 'adds',
			source: 'the spelling of newer releases (batfish grammar Arista)',
			matches: ['spanning-tree vlan-id 10,20-25 priority 4096', 'no spanning-tree vlan-id 4094'],
			spares: ['spanning-tree mode mstp'],
		},
		{
			pattern: /^(?<head>ip name-server )(?:vrf default )?(?<values>[\d.:a-f]+(?: [\d.:a-f]+)*)$/,
			form: 'words',
			writing: 'adds',
			source:
				'several may be entered on one line, and are shown on lines of their own, sorted, with the VRF (Arista EOS user manual)',
			matches: ['ip name-server vrf default 192.0.2.1 192.0.2.2', 'ip name-server 192.0.2.1'],
			spares: ['ip name-server vrf MGMT 192.0.2.1', 'ip name-server vrf default 192.0.2.1 priority 2'],
		},
		{
			pattern: /^(?<head>ip name-server vrf (?!default )\S+ )(?<values>[\d.:a-f]+(?: [\d.:a-f]+)*)$/,
			form: 'words',
			writing: 'adds',
			source: 'the same in another VRF',
			matches: ['ip name-server vrf MGMT 192.0.2.1 192.0.2.2'],
			spares: ['ip name-server vrf default 192.0.2.1'],
		},
		{
			pattern: /^(?<head>neighbor interface )(?<values>[A-Za-z][\w/,-]*)(?<tail> peer-group \S.*)$/,
			form: 'ranges',
			writing: 'adds',
			source: 'taken for several interfaces and shown one by one',
			matches: ['neighbor interface Et1-2 peer-group SPINES'],
			spares: ['neighbor SPINES peer group'],
		},
	],

	ports: eosPorts,

	// An interface profile is a list of commands for the interfaces that name it (Arista EOS user manual, Interface Profiles).
	defaults: unlessInherited(/^profile /, [
		// What is said under `interface defaults` holds for every interface.
		{ ...noShutdown, unless: /^interface defaults$/ },
		{ ...mtu1500, within: [/^interface (?:et|po|vl)[a-z-]* ?\d/i], unless: /^interface defaults$/ },
		vlan1,
		accessVlan1,
		...trunkDefaults,
		activeVlan,
		interfaceDefault({
			line: /^switchport mode access$/,
			command: /^(?:no )?switchport mode /,
			source: 'listed in `show running-config all` only (batfish grammar tests, interface_show_run_all_3)',
			matches: ['switchport mode access'],
			spares: ['switchport mode trunk'],
		}),
		...shownEosDefaults,
		...unsaidEosDefaults,
	]),

	secretForms,

	spellings: [
		{
			kind: 'words',
			pattern: /^ip domain-name (?=\S+$)/,
			spelled: 'dns domain ',
			source: '`ip domain-name` became `dns domain` (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^lacp rate (?=fast$|normal$)/,
			spelled: 'lacp timer ',
			source: '`lacp rate` became `lacp timer` (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(neighbor \S+) fall-over bfd$/,
			spelled: '$1 bfd',
			source: 'the older spelling of the same (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(neighbor \S+ allowas-in)$/,
			spelled: '$1 3',
			source: 'three times where no number stands, and shown (ansible arista.eos, eos_bgp_global)',
		},
		{
			kind: 'words',
			pattern: /^(distance bgp) (\d+)$/,
			spelled: '$1 $2 $2 $2',
			source: 'one number is that of all three kinds of routes, and shown so (ansible arista.eos, eos_bgp_global)',
		},
		{
			kind: 'words',
			pattern: /^(area \S+ range (?:\S+|[\d.]+ [\d.]+)) advertise(?= cost \d+$|$)/,
			spelled: '$1',
			source: 'a range is announced unless it says otherwise (ansible arista.eos, eos_ospfv3)',
		},
		{
			kind: 'words',
			pattern: /^(ip route (?:vrf \S+ )?\S+) null ?0(?= |$)/i,
			spelled: '$1 Null0',
			source: 'taken in any case and shown so (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(ipv6 nd ra interval )(\d+)$/,
			spelled: '$1msec $2000',
			source: 'seconds are taken, and shown as milliseconds (templates of ipspace/netlab and its shows of EOS 4.32)',
		},
		...interfaceNames(['Ethernet', 'Loopback', 'Management', 'Port-Channel', 'Vlan', 'Vxlan', 'Tunnel']),
		ospfAreas,
		routeDistance,
		...stormControlLevels,
		tacacsPort,
		radiusPorts,
		...shortWords,
		{
			kind: 'words',
			pattern: /^(logging (?:vrf \S+ )?host \S+(?: \d+)?) protocol udp$/,
			spelled: '$1',
			source: 'messages are sent over UDP unless it says otherwise (from knowledge)',
		},
		{
			kind: 'words',
			// TLS has a port of its own.
			pattern: /^(logging (?:vrf \S+ )?host \S+) 514(?= protocol tcp$|$)/,
			spelled: '$1',
			source: 'the port is 514 unless it says otherwise (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(snmp-server host \S+) vrf default(?= )/,
			spelled: '$1',
			source: 'the VRF that is meant where none is named (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(sflow (?:vrf \S+ )?destination \S+) 6343$/,
			spelled: '$1',
			source: 'the port of sFlow where none is said (Arista AVD, sflow: its tables and what it writes)',
		},
		{
			kind: 'words',
			pattern: /^(monitor session \S+ source (?:\S+ )*?\S+(?<! access-group)) both$/,
			spelled: '$1',
			source: 'both directions are meant where none is named (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^((?:no )?spanning-tree portfast) edge$/,
			spelled: '$1',
			source: 'an edge port is meant where no other word stands (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(vrrp \d+) ip (?=\d)/,
			spelled: '$1 ipv4 ',
			source: 'the word became `ipv4` (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(vrrp \d+ priority) (?=\d+$)/,
			spelled: '$1-level ',
			source: 'the word became `priority-level` (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^vrf (?:forwarding|definition) /,
			spelled: 'vrf ',
			source: '`vrf forwarding` and `vrf definition` became `vrf` and `vrf instance` (Arista EOS 4.21 release notes)',
		},
		{
			kind: 'words',
			pattern: /^vrf instance /,
			spelled: 'vrf ',
			source: 'what was `vrf definition` (Arista EOS 4.21 release notes)',
		},
		{
			kind: 'words',
			pattern: /^(username \S+) privilege 1(?= )/,
			spelled: '$1',
			source: 'an account has level 1 unless it says otherwise (Arista EOS user manual, username)',
		},
		...unnumberedRouteMaps,
		{
			kind: 'words',
			pattern: /^((?:no )?neighbor \S+ peer)-group/,
			spelled: '$1 group',
			source: 'the hyphen went with 4.20 (Arista EOS user manual)',
		},
		{
			kind: 'netmask',
			pattern: /^(?:ip address|ip route|network|area \S+ range) /,
			source: 'EOS takes a mask and shows a prefix length',
		},
		{
			kind: 'networks',
			pattern: /^area \S+ range /,
			source: 'an address in the network is taken, and the network shown (ansible arista.eos, eos_ospfv3)',
		},
		{
			kind: 'wildcard',
			pattern: /^network /,
			within: [/^router ospf /],
			source:
				'a wildcard mask is taken behind the network, and a prefix length shown (Arista EOS user manual, network area)',
		},
		{
			kind: 'wildcard',
			pattern: /^(?:\d+ )?(?:permit|deny) /,
			source: 'EOS takes `host` and a wildcard mask and shows a prefix length where the mask is one',
		},
		eosPortNames,
		protocolNames,
		...icmpNames,
		asNumbers,
		dscpNames,
		precedenceNames,
		loggingLevels,
		{
			kind: 'words',
			pattern: /^ntp source (?=\S)/,
			spelled: 'ntp local-interface ',
			source: 'the older name of the command, which newer releases take and show as this (Arista EOS user manual)',
		},
		ntpOptions,
		redistributeOptions,
		prefixLengths,
		tcpFlags,
		{
			kind: 'sorted',
			pattern:
				/^(?<head>neighbor \S+ send-community )(?<values>(?:standard|extended|large)(?: (?:standard|extended|large))+)(?<tail>)$/,
			source: 'a set of kinds (from knowledge)',
		},
		...communitySets,
	],
};
