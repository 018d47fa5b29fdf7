import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { asNumbers } from './shared/as-numbers.ts';
import { getConfig } from './shared/get-config.ts';
import { interfaceNames } from './shared/interface-names.ts';
import { iosLikeInterruptions, iosLikeMessageMasks } from './shared/interruptions.ts';
import { iosLikeFailures, iosLikePager } from './shared/ios-like-cli.ts';
import { noShutdown } from './shared/ios-like-defaults.ts';
import { ENTRY_NUMBER, serversInOrder } from './shared/ios-like-order.ts';
import { iosLikeSecrets } from './shared/ios-like-secrets.ts';
import { reversibleSecretsOf, surfacedLinesOf, volatileLinesOf } from './shared/mask-tables.ts';
import { numberedAccessLists } from './shared/numbered-lists.ts';
import { commandsOfOneValue } from './shared/one-value.ts';
import { externalType2, ntpOptions, prefixLengths, redistributeOptions } from './shared/options.ts';
import { ospfAreas } from './shared/ospf-areas.ts';
import { xrPortNames } from './shared/port-names.ts';
import { secretForms } from './shared/secret-forms.ts';
import { oldRadiusPorts, tacacsPort } from './shared/server-ports.ts';
import { candidateSession } from './shared/session-commands.ts';
import { iosLikeShortCommands } from './shared/short-commands.ts';
import { shortWords } from './shared/short-words.ts';
import { xrPorts } from './shared/untouched-ports.ts';
import { dscpNames, icmpNames, precedenceNames, protocolNames } from './shared/value-names.ts';

const SETS = /^(?:prefix|as-path|community|extcommunity|large-community|rd|esi|mac|etag|tag|ospf-area|isis-area)-set /;

/** Sections whose entries are numbered and read one after the other. */
const ENTRY_LISTS = /^(?:(?:ipv4|ipv6|ethernet-services|es-acl) access|ipv[46] prefix)-list /;

/** Cisco IOS XR. */
export const ciscoXr: Platform = {
	name: 'cisco_xr',
	title: 'Cisco IOS XR',
	aliases: ['iosxr', 'iosxr_netconf', 'ios_xr', 'ios-xr', 'cisco_iosxr', 'cisco.iosxr.iosxr'],

	cli: {
		channel: 'shell',
		// RP/0/RP0/CPU0:edge-01#
		prompt: /^(?:[\w/]{1,32}:)?[\w.\-@]{1,63}[#>]\s?$/,
		enable: null,
		setup: ['terminal length 0', 'terminal width 512', 'terminal exec prompt no-timestamp'],
		showRunning: 'show running-config',
		failures: [...iosLikeFailures, /^\s*% ?This command is not authorized/i],
		pager: iosLikePager,
		questions: [],
		logout: 'exit',
	},

	netconf: getConfig({ root: '', enabledBy: 'ssh server netconf, and netconf-yang agent ssh' }),

	syntax: {
		style: 'indented',
		// Comments are kept by the device and shown as `!`; `#` stands in route-policies, whose bodies are compared whole.
		comments: ['!'],
		negation: 'no ',
		takesCapitals: true,
		shortInterface: true,
		oneLiners: true,
		closers: [/^end-[\w-]+$/, /^(?:exit|root)$/],
		frame: [
			...candidateSession,
			/^Building configuration\.\.\.$/,
			/^end$/,
			/^[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d\.\d+ \S+$/,
			...iosLikeInterruptions,
		],
		blocks: [
			{
				id: 'banner',
				start: /^banner (?:motd|login|exec|incoming|slip-ppp|prompt-timeout) (?<delimiter>\^C|\S)/,
				end: 'delimiter',
				prose: true,
			},
			...anyPlatformBlocks,
		],
		programs: [
			// With its parameters, and without what stands behind where it is used: `route-policy A in`.
			{ start: /^route-policy [^\s(]+(?:\([^()]*\))?$/, end: /^end-policy$/ },
			{ start: SETS, end: /^end-set$/ },
		],
	},

	completeness: { proof: 'last-line', pattern: /^end$/ },

	masks: [
		...iosLikeMessageMasks,
		...surfacedLinesOf('cisco_xr', [
			{
				id: 'volatile/xr-last-change',
				pattern: /^!! Last configuration change at (?<lastChangedAt>.+?)(?: by (?<lastChangedBy>.+))?$/,
				reason: 'who and when, not what (oxidized iosxr.rb keeps it, its users want it out of the diff)',
				matches: ['!! Last configuration change at Wed Apr  7 23:03:21 2026 by anna'],
				spares: ['!! Last maintenance window of the year'],
			},
		]),
		...volatileLinesOf('cisco_xr', [
			{
				id: 'volatile/xr-clock',
				pattern: /^[A-Z][a-z]{2} [A-Z][a-z]{2,3} {1,3}\d{1,2} {1,2}\d{1,2}:\d{2}:\d{2}(?:\.\d+)? \S+$/,
				reason: 'printed above every output where `no-timestamp` is not honoured (RANCID iosxr.pm)',
				matches: ['Sat May 29 13:08:57.470 UTC', 'Fri Jan  2 03:04:05.006 CET'],
				spares: ['description Sat May 29 13:08:57.470 UTC', 'clock timezone UTC 0'],
			},
			{
				id: 'volatile/xr-console-notice',
				inTexts: true,
				pattern: /^\S+ connected from 127\.0\.0\.1 using (?:console|ssh) on /,
				reason: 'notice of the admin plane inside the output (RANCID iosxr.pm)',
				matches: ['admin connected from 127.0.0.1 using console on sysadmin-vm:0_RP0'],
				spares: ['description anna connected from 127.0.0.1 using console on x'],
			},
		]),
		...reversibleSecretsOf('cisco_xr', 'cisco-type-7', [
			{
				id: 'secret/xr-secret',
				pattern: /^secret (?:(?:0 enc-type \d{1,2}|\d{1,2}|encrypted|clear) (?=\S))?(?<secret>\S+)/d,
				reason: 'hash of a local account, a mode of its own on XR (oxidized iosxr.rb)',
				matches: ['secret 5 $1$abcd$efghijkl', 'secret 10 $6$abcd$efghijkl', 'secret 0 enc-type 8 fictive'],
				spares: ['group root-lr', 'description secret 5'],
			},
			{
				id: 'secret/xr-password',
				pattern: /^password (?!inheritance-disable|disable$)(?:\d{1,2} |encrypted |clear )?(?<secret>\S+)/d,
				reason: 'local accounts, lines and TCP MD5 of a BGP neighbor (oxidized iosxr.rb)',
				matches: ['password 7 070C285F4D06', 'password encrypted 070C285F4D06'],
				spares: ['aaa password-policy STRONG', 'password-policy STRONG password encrypted'],
			},
			{
				id: 'secret/xr-policy-password',
				pattern: /^password-policy \S+ password (?:\d{1,2} |encrypted |clear )?(?<secret>\S+)$/d,
				reason: 'local account under a password policy',
				matches: ['password-policy STRONG password 7 070C285F4D06'],
				spares: ['aaa password-policy STRONG'],
			},
			{
				id: 'secret/xr-username',
				pattern: /^username \S+ (?:secret|password) (?:\d{1,2} |encrypted |clear )?(?<secret>\S+)/d,
				reason: 'the one-line form that people write into intended configs',
				matches: ['username anna secret 5 $1$abcd$efghijkl'],
				spares: ['username anna group root-lr', 'username anna'],
			},
			{
				id: 'secret/xr-snmp-community',
				pattern: /^snmp-server community (?:(?:clear|encrypted) )?(?<secret>\S+)/d,
				reason: 'a community is a password in clear (netutils)',
				matches: ['snmp-server community fictive RO', 'snmp-server community encrypted 070C285F4D06 SystemOwner'],
				spares: ['snmp-server contact noc', 'set community (65000:1) additive'],
			},
			{
				id: 'secret/xr-snmp-host',
				pattern:
					/^(?:snmp-server )?host \S+ (?:(?:traps?|informs?) )?(?:(?:clear|encrypted) )?(?:ver[a-z]* (?:1|2c|3 (?:auth|noauth|priv)) )?(?:(?:clear|encrypted) )?(?<secret>\S+)/d,
				reason: 'the community that traps are sent with, also under `snmp-server vrf`',
				matches: [
					'snmp-server host 192.0.2.1 traps version 2c encrypted 070C285F4D06',
					'host 192.0.2.1 traps version 2c fictive',
				],
				spares: ['snmp-server traps snmp linkup', 'host 192.0.2.1'],
			},
			{
				id: 'secret/xr-snmp-community-map',
				pattern: /^snmp-server community-map (?:(?:clear|encrypted) )?(?<secret>\S+)/d,
				reason: 'a community again',
				matches: ['snmp-server community-map fictive context ops'],
				spares: ['snmp-server context ops'],
			},
			{
				id: 'secret/xr-snmp-user',
				pattern:
					/^snmp-server user .*?\bauth (?:md5|sha(?:-\d{3})?) (?:(?:clear|encrypted) )?(?<secret>\S+)(?: priv (?:3?des(?:56)?|aes(?: \d{3})?) (?:(?:clear|encrypted) )?(?<secret2>\S+))?/d,
				reason: 'authentication and privacy keys (oxidized iosxr.rb)',
				matches: ['snmp-server user anna ops v3 auth md5 encrypted 070C28 priv aes 128 encrypted 5F4D06 SystemOwner'],
				spares: ['snmp-server user anna ops v3 SystemOwner', 'snmp-server group ops v3 auth'],
			},
			{
				id: 'secret/xr-aaa-server-key',
				pattern: /^(?:tacacs|radius)-server (?:.*? )??key (?:(?:\d|clear|encrypted) (?=\S))?(?<secret>\S+)/d,
				reason: 'shared secret of AAA (oxidized iosxr.rb)',
				matches: ['tacacs-server key 7 070C285F4D06', 'radius-server host 192.0.2.1 auth-port 1812 key 7 070C285F4D06'],
				spares: ['tacacs-server host 192.0.2.1 port 49', 'tacacs-server timeout 5'],
			},
			{
				id: 'secret/xr-key',
				pattern: /^key (?!chain )(?:(?:\d|encrypted|clear) (?<secret>\S+)|(?<secret2>\d*[^\d\s]\S*))$/d,
				reason: 'shared secret under a server; a bare number is the number of a key in a key chain',
				matches: ['key 7 070C285F4D06', 'key fictive'],
				spares: ['key 1', 'key chain ISIS'],
			},
			{
				id: 'secret/xr-numeric-server-key',
				pattern: /^key (?<secret>\d+)$/d,
				within: [/^(?:tacacs|radius)-server /],
				reason: 'in a server block a bare number is the shared secret',
				matches: ['key 12345'],
				spares: ['key chain ISIS'],
			},
			{
				id: 'secret/xr-server-key',
				pattern: /^(?:client \S+ (?:vrf \S+ )?)?server-key (?:(?:\d|clear|encrypted) (?=\S))?(?<secret>\S+)/d,
				reason: 'change of authorisation',
				matches: ['client 192.0.2.7 vrf default server-key 7 070C285F4D06', 'server-key 7 070C285F4D06'],
				spares: ['client 192.0.2.7 vrf default'],
			},
			{
				id: 'secret/xr-key-string',
				pattern: /^key-string (?:(?:password|clear|password6) )?(?<secret>\S+)/d,
				reason: 'key chains of routing protocols and MACsec (oxidized iosxr.rb)',
				matches: [
					'key-string password 070C285F4D06',
					'key-string password 070C285F4D06 cryptographic-algorithm aes-128-cmac',
				],
				spares: ['key chain ISIS', 'cryptographic-algorithm HMAC-MD5'],
			},
			{
				id: 'secret/xr-igp-key',
				pattern:
					/^(?:authentication-key|message-digest-key)(?: \d+)?(?: (?:md5|cmac|sha1|sha2))? (?:(?:encrypted|clear) )?(?<secret>\S+)$/d,
				reason: 'OSPF and NTP authentication (netutils)',
				matches: [
					'message-digest-key 20 md5 encrypted 070C285F4D06',
					'authentication-key 12 md5 encrypted 070C285F4D06',
					'authentication-key encrypted 070C285F4D06',
				],
				spares: ['authentication message-digest', 'authentication-key-chain ISIS'],
			},
			{
				id: 'secret/xr-isis-password',
				pattern:
					/^(?:hello|lsp)-password (?:accepts? )?(?:(?:hmac-md5|text) )?(?:(?:encrypted|clear) )?(?!keychain |hmac-md5 |text )(?<secret>\S+)/d,
				reason: 'IS-IS authentication (netconan)',
				matches: [
					'hello-password hmac-md5 encrypted 070C285F4D06',
					'hello-password accepts encrypted 070C285F4D06',
					'lsp-password text clear fictive level 2',
				],
				spares: ['hello-password keychain ISIS', 'lsp-password keychain ISIS level 2'],
			},
			{
				id: 'secret/xr-ldp',
				pattern: /^neighbor (?:.*? )??password (?:(?:encrypted|clear|\d{1,2}) )?(?!disable$)(?<secret>\S+)/d,
				reason: 'TCP MD5 of LDP',
				matches: ['neighbor password encrypted 070C285F4D06', 'neighbor 192.0.2.1:0 password clear fictive'],
				spares: ['neighbor 192.0.2.1', 'neighbor 192.0.2.1:0 password disable'],
			},
			{
				id: 'secret/xr-fhrp',
				pattern: /^(?:text-authentication|authentication(?= \S+$)) (?!message-digest$|null$|keychain)(?<secret>\S+)$/d,
				within: [/^(?:address-family ipv4|vrrp \d+|hsrp \d+)/],
				reason: 'VRRP and HSRP authentication in clear',
				matches: ['text-authentication fictive', 'authentication fictive'],
				spares: ['authentication message-digest', 'authentication null'],
			},
			{
				id: 'secret/xr-fhrp-of-group',
				pattern: /^(?:hsrp \d+ authentication|vrrp \d+ text-authentication) (?<secret>\S+)$/d,
				reason:
					'the same in one line, as older releases write it (Cisco IOS XR IP addresses and services command reference)',
				matches: ['hsrp 1 authentication fictive', 'vrrp 1 text-authentication fictive'],
				spares: ['hsrp 1 preempt'],
			},
			{
				id: 'secret/xr-ntp',
				pattern: /^ntp authentication-key \d+ \S+ (?:(?:encrypted|clear) )?(?<secret>\S+)/d,
				reason: 'the one-line form of NTP keys',
				matches: ['ntp authentication-key 1 md5 encrypted 070C285F4D06'],
				spares: ['ntp authenticate', 'ntp trusted-key 1'],
			},
			{
				id: 'secret/xr-client-password',
				pattern: /^(?:ftp|http) client (?:vrf \S+ )?password (?:(?:encrypted|clear) )?(?<secret>\S+)/d,
				reason: 'logins for file transfer',
				matches: ['ftp client password encrypted 070C285F4D06'],
				spares: ['ftp client username anna'],
			},
			{
				id: 'secret/xr-ppp',
				pattern: /^ppp (?:chap password|pap sent-username \S+ password) (?:(?:encrypted|clear) )?(?<secret>\S+)/d,
				reason: 'PPP logins',
				matches: ['ppp chap password encrypted 070C285F4D06'],
				spares: ['ppp authentication chap'],
			},
		]),
		...iosLikeSecrets,
		...iosLikeShortCommands,
		...anyPlatformMasks,
	],

	overwritten: commandsOfOneValue,

	numbers: [numberedAccessLists(ENTRY_LISTS)],

	order: [
		// A program, and what is replaced as a whole, too (annet iosxr.rul: %rewrite), but is "an unordered collection of unique
		// elements" (Cisco IOS XR Routing Configuration Guide OL-14356-01, Implementing Routing Policy, Sets).
		{ kind: 'whole-body', within: [/^route-policy /] },
		{ kind: 'whole-body', within: [SETS], set: { remark: '#' } },
		{
			kind: 'children',
			within: [ENTRY_LISTS],
			numbers: ENTRY_NUMBER,
		},
		{ kind: 'children', within: [/^policy-map /] },
		...serversInOrder,
		// Asked, and appended, one after the other (Cisco IOS XR IP Addresses and Services Command Reference).
		{ kind: 'siblings', pattern: /^(domain (?:vrf \S+ )?(?:ipv6 )?(?:name-server|list)) / },
		{ kind: 'children', within: [/^explicit-path /], numbers: /^index (\d+) / },
	],

	ports: xrPorts,

	// A group that is applied may shut interfaces down (Cisco IOS XR, Configuring Flexible Command Line Interface).
	defaults: [
		{ ...noShutdown, unless: /^apply-group / },
		{
			line: /^class class-default$/,
			command: /^no class class-default$/,
			within: [/^policy-map /],
			source: 'a policy has this class anyway, and shows it (from knowledge)',
			matches: ['class class-default'],
			spares: ['class VOICE'],
		},
	],

	secretForms,

	spellings: [
		...interfaceNames([
			'GigabitEthernet',
			'TenGigE',
			'FortyGigE',
			'HundredGigE',
			'Bundle-Ether',
			'Loopback',
			'MgmtEth',
			'TwentyFiveGigE',
			'FourHundredGigE',
			'BVI',
			'Null',
		]),
		ospfAreas,
		tacacsPort,
		oldRadiusPorts,
		...shortWords,
		{
			kind: 'words',
			pattern:
				/^(logging (?:\d+\.\d+\.\d+\.\d+|[\dA-Fa-f]*:[\dA-Fa-f:.]*)(?: vrf \S+)?)(?: severity info)?(?: port default)?$/,
			spelled: '$1',
			source: 'what holds unless it says otherwise, and is shown (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(logging (?:\d+\.\d+\.\d+\.\d+|[\dA-Fa-f]*:[\dA-Fa-f:.]*)(?: vrf \S+)? severity \S+) port default$/,
			spelled: '$1',
			source: 'the port that is meant where none is named, and is shown (ansible cisco.iosxr logging_global)',
		},
		{
			kind: 'words',
			pattern:
				/^(snmp-server community \S+(?: view \S+)?)(?! view )(?: ro(?= |$)|(?= (?:SDROwner|SystemOwner|IPv[46] )|$))/,
			spelled: '$1 RO',
			source: 'read-only by default, and shown in capitals (from knowledge: IOS XR snmp-server community)',
		},
		{
			kind: 'words',
			pattern: /^(snmp-server community \S+ (?:view \S+ )?)rw(?= |$)/,
			spelled: '$1RW',
			source: 'shown in capitals (from knowledge: IOS XR snmp-server community)',
		},
		{
			kind: 'words',
			// In the section of a VRF, too.
			pattern: /^((?:snmp-server )?host \S+) traps (?=\S)/,
			spelled: '$1 ',
			source: 'sent as traps where nothing else is said, and shown so (from knowledge: IOS XR snmp-server host)',
		},
		{
			kind: 'words',
			pattern: /^(logging \S+) vrf default(?= severity \S+$|$)/,
			spelled: '$1',
			source: 'the VRF that is meant where none is named (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(vty-pool \S+ \d+ \d+) line-template default$/,
			spelled: '$1',
			source: 'the template that is meant where none is named (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^vrf (\S+) source (?=\S+$)/,
			spelled: 'source vrf $1 ',
			within: [/^ntp$/],
			source:
				'taken in either order and shown so (ansible cisco.iosxr ntp_global: what is sent, and what is shown then)',
		},
		{
			kind: 'words',
			pattern: /^interface preconfigure /,
			spelled: 'interface ',
			source: 'the word goes when the card is in (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(interface )BE ?(?=\d)/i,
			spelled: '$1Bundle-Ether',
			source: 'the short name that the device itself prints in tables (Cisco IOS XR, show interfaces brief)',
		},
		{
			kind: 'wildcard',
			pattern: /^(?:\d+ )?(?:permit|deny) /,
			source: 'a prefix length is taken where a wildcard mask is shown (Cisco IOS XR command reference, permit (IPv4))',
		},
		{ kind: 'netmask', pattern: /^ipv4 address /, source: 'IOS XR takes a prefix length and shows a mask' },
		{
			kind: 'netmask',
			pattern: /^(?:network )?\d/,
			within: [/^address-family ipv4 (?:unicast|multicast)$/],
			source: 'a mask is taken and a prefix length shown (from knowledge)',
		},
		ntpOptions,
		externalType2,
		redistributeOptions,
		prefixLengths,
		xrPortNames,
		protocolNames,
		...icmpNames,
		asNumbers,
		dscpNames,
		precedenceNames,
	],
};
