import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { iosLikeClearing } from './shared/clearing.ts';
import { interfaceNames } from './shared/interface-names.ts';
import { iosLikeFailures, iosLikePager } from './shared/ios-like-cli.ts';
import { accessVlan1, noShutdown } from './shared/ios-like-defaults.ts';
import { ROUTE_MAP_NUMBER, SEQUENCE_NUMBER, serversInOrder } from './shared/ios-like-order.ts';
import { iosLikeSecrets } from './shared/ios-like-secrets.ts';
import { secretsOf, surfacedLinesOf } from './shared/mask-tables.ts';
import { numberedAccessLists, numberedSequences } from './shared/numbered-lists.ts';
import { ospfAreas } from './shared/ospf-areas.ts';
import { os10InterfaceRanges } from './shared/section-ranges.ts';
import { os10Remediation } from './shared/section-remediation.ts';
import { iosLikeSession } from './shared/session-commands.ts';
import { iosLikeShortCommands } from './shared/short-commands.ts';
import { shortWords } from './shared/short-words.ts';
import { routeDistance } from './shared/static-routes.ts';
import { os10Ports } from './shared/untouched-ports.ts';
import { iosLikeVlanLists } from './shared/vlan-lists.ts';

/** Dell SmartFabric OS10. */
export const dellOs10: Platform = {
	name: 'dell_os10',
	title: 'Dell SmartFabric OS10',
	aliases: ['os10', 'dellemc.os10.os10', 'dellos10'],

	cli: {
		channel: 'shell',
		prompt: /^[\w.\-@]{1,63}[>#]\s?$/,
		enable: { command: 'enable', passwordPrompt: /[Pp]assword:\s?$/, privileged: /#\s?$/ },
		setup: ['terminal length 0'],
		showRunning: 'show running-configuration',
		failures: [...iosLikeFailures, /^\s*% ?Error: /i],
		pager: iosLikePager,
		questions: [],
		logout: 'exit',
	},

	syntax: {
		style: 'indented',
		comments: ['!'],
		negation: 'no ',
		takesCapitals: true,
		shortInterface: true,
		closers: [/^exit(?:-[\w-]+)?$/],
		frame: [...iosLikeSession, /^end$/],
		blocks: [
			{ id: 'banner', start: /^banner (?:motd|login) (?<delimiter>\^C|\S)/, end: 'delimiter', prose: true },
			...anyPlatformBlocks,
		],
	},

	// There is no end token: the version line above the config and the learnt prompt behind it.
	remediation: os10Remediation,

	completeness: { proof: 'required-line', pattern: /^! Version |^hostname /, minLines: 5 },

	masks: [
		...surfacedLinesOf('dell_os10', [
			{
				id: 'volatile/os10-last-change',
				pattern: /^! Last configuration change at (?<lastChangedAt>.+?)(?: by (?<lastChangedBy>\S+))?$/,
				reason: 'who and when, not what (RANCID dnos9.pm)',
				matches: ['! Last configuration change at Nov  01 02:25:00 2026'],
				spares: ['! Version 10.5.0.2'],
			},
		]),
		...secretsOf('dell_os10', [
			{
				id: 'secret/os10-password',
				pattern:
					/^(?:(?:username|system-user) \S+ |enable |bootloader protect (?:username \S+ )?)?password (?:[0579] |sha-\d{3} )?(?!attributes )(?<secret>\S+)/d,
				reason: 'accounts, the Linux administrator and BGP sessions (oxidized os10.rb)',
				matches: [
					'username anna password $6$fictive$hash role sysadmin priv-lvl 15',
					'system-user linuxadmin password $6$fictive$hash',
					'password 9 0f1e2dfictive',
				],
				spares: ['password-attributes min-length 12', 'username anna sshkey ssh-rsa'],
			},
			{
				id: 'secret/os10-snmp-community',
				pattern: /^snmp-server community (?<secret>\S+)/d,
				reason: 'a community is a password in clear',
				matches: ['snmp-server community fictive ro'],
				spares: ['snmp-server contact community'],
			},
			{
				id: 'secret/os10-snmp-host',
				pattern: /^snmp-server host \S+ (?:traps |informs )?(?:ver[a-z]* (?:1|2c|3 \S+) )?(?!udp-port )(?<secret>\S+)/d,
				reason: 'the community that traps are sent with',
				matches: ['snmp-server host 192.0.2.3 traps version 2c fictive udp-port 162'],
				spares: ['snmp-server enable traps'],
			},
			{
				id: 'secret/os10-snmp-user',
				pattern:
					/^snmp-server user \S+ .*?\bauth (?:md5|sha\S*) (?<secret>\S+)(?: priv (?:des|aes\S*) (?<secret2>\S+))?/d,
				reason: 'keys of SNMPv3',
				matches: ['snmp-server user noc ops 3 auth sha fictive1 priv aes fictive2'],
				spares: ['snmp-server user noc ops 3', 'snmp-server group ops 3 auth'],
			},
			{
				id: 'secret/os10-aaa-key',
				pattern: /^(?:radius|tacacs)-server (?:.*? )??key (?:[079] )?(?<secret>\S+)/d,
				reason: 'shared secrets of AAA',
				matches: ['tacacs-server host 192.0.2.1 key 9 0f1e2dfictive', 'radius-server host 192.0.2.1 key fictive'],
				spares: ['radius-server host 192.0.2.1', 'tacacs-server timeout 5'],
			},
			{
				id: 'secret/os10-ospf',
				pattern: /^ip ospf (?:authentication-key|message-digest-key \d+ md5) (?:[079] )?(?<secret>\S+)/d,
				reason: 'OSPF authentication',
				matches: ['ip ospf message-digest-key 1 md5 fictive', 'ip ospf authentication-key fictive'],
				spares: ['ip ospf network point-to-point'],
			},
			{
				id: 'secret/os10-ntp',
				pattern: /^ntp authentication-key \d+ (?:md5|sha\S*) (?:[079] )?(?<secret>\S+)/d,
				reason: 'NTP keys',
				matches: ['ntp authentication-key 1 md5 9 0f1e2dfictive'],
				spares: ['ntp authenticate', 'ntp trusted-key 1'],
			},
			{
				id: 'secret/os10-vrrp',
				pattern: /^authentication(?:-type)? simple(?:[- ]text)? (?!text )(?:[079] )?(?<secret>\S+)/d,
				reason: 'VRRP authentication',
				matches: ['authentication-type simple-text fictive'],
				spares: ['priority 110'],
			},
			{
				id: 'secret/os10-key-string',
				pattern: /^(?:key-string|psk|activation-key) (?:[0579] )?(?<secret>\S+)/d,
				reason: 'key chains, and keys of services (from knowledge: OS10)',
				matches: ['key-string 9 0f1e2dfictive', 'key-string fictive'],
				spares: ['key 1'],
			},
		]),
		...iosLikeSecrets,
		...iosLikeShortCommands,
		...anyPlatformMasks,
	],

	numbers: [numberedAccessLists(/^(?:ip|ipv6|mac) access-list /), numberedSequences],

	clearing: iosLikeClearing,

	order: [
		{ kind: 'children', within: [/^(?:ip|ipv6|mac) access-list /], numbers: /^(?:seq )?(\d+) / },
		...serversInOrder,
		{ kind: 'siblings', pattern: /^route-map (\S+) /, numbers: ROUTE_MAP_NUMBER },
		{ kind: 'siblings', pattern: /^ip(?:v6)? (prefix-list \S+) (?:seq|permit|deny) /, numbers: SEQUENCE_NUMBER },
		{ kind: 'siblings', pattern: /^ip ((?:as-path access-list|(?:ext)?community-list \S+) \S+) / },
		{ kind: 'children', within: [/^policy-map /] },
		{ kind: 'siblings', pattern: /^(aaa authentication login) / },
	],

	ranges: [os10InterfaceRanges],

	lists: iosLikeVlanLists,

	ports: os10Ports,

	defaults: [
		{
			...accessVlan1,
			// Of a trunk it is what goes without a tag, and one that does not show it may have none.
			command: /^(?:no )?switchport access vlan(?: |$)|^switchport mode trunk$/,
			unless: /^default vlan-id /,
		},
		{
			...noShutdown,
			source:
				'interfaces are up unless they say `shutdown`, and say either (Dell OS10 user guide; its show running-configuration)',
		},
	],

	spellings: [
		...shortWords,
		...interfaceNames(['ethernet', 'vlan', 'port-channel', 'loopback', 'mgmt']),
		ospfAreas,
		routeDistance,
	],
};
