import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { jsonEntries } from './shared/document-entries.ts';
import { jsonDocument } from './shared/documents.ts';
import { iosLikeFailures } from './shared/ios-like-cli.ts';
import { ENTRY_NUMBER, ROUTE_MAP_NUMBER, SEQUENCE_NUMBER, serversInOrder } from './shared/ios-like-order.ts';
import { iosLikeSecrets } from './shared/ios-like-secrets.ts';
import { secretsOf } from './shared/mask-tables.ts';
import { numberedAccessLists, numberedSequences } from './shared/numbered-lists.ts';
import { ospfAreas } from './shared/ospf-areas.ts';
import { aosCxInterfaceRanges } from './shared/section-ranges.ts';
import { arubaRemediation } from './shared/section-remediation.ts';
import { iosLikeSession } from './shared/session-commands.ts';
import { iosLikeShortCommands } from './shared/short-commands.ts';
import { shortWords } from './shared/short-words.ts';
import { aosCxPorts } from './shared/untouched-ports.ts';

/** Aruba AOS-CX. */
export const arubaAoscx: Platform = {
	name: 'aruba_aoscx',
	title: 'Aruba AOS-CX',
	aliases: ['aoscx', 'arubanetworks.aoscx.aoscx'],

	cli: {
		channel: 'shell',
		prompt: /^[\w.-]{1,63}(?:\([\w.-]{1,32}\))?[>#]\s?$/,
		enable: { command: 'enable', passwordPrompt: /[Pp]assword:\s?$/, privileged: /#\s?$/ },
		setup: ['no page'],
		showRunning: 'show running-config',
		failures: [...iosLikeFailures, /^Invalid input: /, /^Cannot execute command\. /],
		pager: { prompt: /-- ?MORE ?--.{0,80}$/i, answer: ' ' },
		questions: [{ prompt: /Press any key to continue\s*$/i, answer: ' ' }],
		logout: 'exit',
	},

	// The configuration as the tables of the system's database.
	rest: {
		yields: 'json',
		form: jsonDocument({ top: /^"System": \{$/, entries: jsonEntries }),
		logins: [
			{
				kind: 'session',
				open: {
					method: 'POST',
					path: '/rest/v10.04/login',
					body: { kind: 'form', fields: { username: '{username}', password: '{password}' } },
				},
				grant: { kind: 'cookies' },
				send: {},
				// A user may have only a few sessions at a time.
				close: { method: 'POST', path: '/rest/v10.04/logout' },
			},
		],
		showRunning: [{ method: 'GET', path: '/rest/v10.04/fullconfigs/running-config' }],
		answer: { type: 'json', text: '', complaints: [] },
		enabledBy: 'https-server vrf mgmt, and https-server rest access-mode read-only',
	},

	syntax: {
		style: 'indented',
		// `!Version …` and `!export-password: …` stand above every config; they change with an upgrade, not by themselves.
		comments: ['!'],
		negation: 'no ',
		takesCapitals: true,
		shortInterface: true,
		closers: [/^exit(?:-[\w-]+)?$/],
		frame: [...iosLikeSession, /^Current configuration:$/],
		blocks: [
			// `!` is a delimiter like any other, although it starts a comment everywhere else.
			{ id: 'banner', start: /^banner (?:motd|exec) (?<delimiter>\S)/, end: 'delimiter', prose: true },
			{ id: 'certificate', start: /^-----BEGIN CERTIFICATE-----$/, end: /^-----END CERTIFICATE-----$/ },
			...anyPlatformBlocks,
		],
	},

	// There is no end token: the version line and the learnt prompt behind the config are all there is.
	remediation: arubaRemediation,

	completeness: { proof: 'required-line', pattern: /^!Version |^hostname /, minLines: 5 },

	masks: [
		...secretsOf('aruba_aoscx', [
			{
				id: 'secret/aoscx-value',
				pattern: /(?:^|\s)(?:ciphertext|plaintext) (?<secret>\S+)/d,
				reason:
					'how every password and key is shown; encrypted with a key of the device. That it stays the same from show to show is not confirmed by any source',
				matches: [
					'user anna group administrators password ciphertext AQBapFictive==',
					'radius-server host 192.0.2.1 key ciphertext AQBapFictive==',
					'neighbor 192.0.2.1 password ciphertext AQBapFictive==',
					'ip ospf message-digest-key 1 md5 ciphertext AQBapFictive==',
				],
				spares: ['ssh ciphers aes256-ctr', 'description ciphertext'],
			},
			{
				id: 'secret/aoscx-snmpv3-user',
				pattern:
					/^snmpv3 user \S+ auth \S+ auth-pass (?:(?:ciphertext|plaintext) \S+|(?!ciphertext |plaintext )(?<secret>\S+)) priv \S+ priv-pass (?:ciphertext |plaintext )?(?<secret2>\S+)/d,
				reason: 'the second key on the line; the first is hidden already',
				matches: [
					'snmpv3 user noc auth sha auth-pass ciphertext AQBfictive1== priv aes priv-pass ciphertext AQBfictive2==',
				],
				spares: ['snmpv3 user noc', 'snmpv3 context red vrf mgmt'],
			},
			{
				id: 'secret/aoscx-snmp-community',
				pattern: /^snmp-server community (?<secret>\S+)/d,
				reason: 'a community is a password in clear (oxidized aoscx.rb)',
				matches: ['snmp-server community fictive'],
				spares: ['snmp-server system-contact community manager', 'set community 65000:1'],
			},
			{
				id: 'secret/aoscx-snmp-host',
				pattern: /^snmp-server host \S+ (?:.*? )??community (?<secret>\S+)/d,
				reason: 'the community that traps are sent with (oxidized aoscx.rb)',
				matches: [
					'snmp-server host 192.0.2.3 trap version v2c community fictive',
					'snmp-server host 192.0.2.3 trap version v1 community fictive port 162 vrf mgmt',
				],
				spares: ['snmp-server host 192.0.2.3 trap version v3 user noc'],
			},
			{
				id: 'secret/aoscx-aaa-key',
				pattern: /^(?:radius|tacacs)-server (?:host \S+ (?:.*? )??)?key (?!ciphertext |plaintext )(?<secret>\S+)/d,
				reason: 'shared secrets of AAA as people write them (oxidized aoscx.rb)',
				matches: ['radius-server key fictive', 'tacacs-server host 192.0.2.1 key fictive vrf mgmt'],
				spares: ['radius-server host 192.0.2.1 vrf mgmt', 'tacacs-server timeout 5'],
			},
			{
				id: 'secret/aoscx-ntp-key',
				pattern: /^ntp authentication-key \d+ (?:md5|sha1) (?!ciphertext |plaintext )(?<secret>\S+)/d,
				reason: 'NTP keys as people write them',
				matches: ['ntp authentication-key 1 sha1 fictive trusted'],
				spares: ['ntp authentication', 'ntp server 192.0.2.9 key-id 1'],
			},
			{
				id: 'secret/aoscx-clear-key',
				pattern:
					/(?:^|\s)(?:secret-key|key-string|auth-pass|authentication-key|message-digest-key \d+ md5|cak|url-hash-key|papi-security-key) (?!ciphertext |plaintext |<secret)(?<secret>\S+)/d,
				reason: 'the same as people write it (from knowledge: AOS-CX)',
				matches: [
					'key-string fictive',
					'ip ospf message-digest-key 1 md5 fictive',
					'radius dyn-authorization client 192.0.2.1 secret-key fictive',
					'pre-shared-key ckn 0a1b cak fictive',
				],
				spares: ['key-string ciphertext AQBapFictive==', 'description authentication-key'],
			},
			{
				id: 'secret/aoscx-ospfv3',
				pattern:
					/\bipsec spi \d+ (?:esp \S+|md5|sha1) hex-string (?!<secret)(?<secret>\S+)(?: (?:md5|sha1|null|3?des|aes\S*) (?:hex-string )?(?<secret2>\S+))?/d,
				reason: 'IPsec keys of OSPFv3 (RFC 4552)',
				matches: ['ipv6 ospfv3 authentication ipsec spi 256 md5 hex-string 0a1bfictive'],
				spares: ['ipv6 ospfv3 authentication null'],
			},
			{
				id: 'secret/aoscx-clear',
				pattern:
					/^(?:user \S+ (?:group \S+ )?password|neighbor \S+ password|(?:clearpass|cppm|radius-server tracking) .*?\bpassword|authentication text) (?!ciphertext |plaintext |<secret)(?<secret>\S+)/d,
				reason: 'what people write before the device encrypts it',
				matches: ['user anna password fictive', 'neighbor 192.0.2.1 password fictive', 'authentication text fictive'],
				spares: [
					'user anna group administrators password ciphertext AQBapFictive==',
					'neighbor 192.0.2.1 remote-as 65001',
				],
			},
		]),
		...iosLikeSecrets,
		...iosLikeShortCommands,
		...anyPlatformMasks,
	],

	numbers: [numberedAccessLists(/^access-list (?:ip|ipv6|mac) /), numberedSequences],

	order: [
		{ kind: 'children', within: [/^access-list /], numbers: ENTRY_NUMBER },
		{ kind: 'children', within: [/^(?:class|policy|pbr-action-list|port-access policy) /] },
		{ kind: 'siblings', pattern: /^route-map (\S+) /, numbers: ROUTE_MAP_NUMBER },
		{ kind: 'siblings', pattern: /^ip(?:v6)? (prefix-list \S+) (?:seq|permit|deny) /, numbers: SEQUENCE_NUMBER },
		// Rules are referred to in the order of their numbers (AOS-CX 10.03, ip aspath-list).
		{ kind: 'siblings', pattern: /^ip (aspath-list \S+|(?:ext)?community-list \S+ \S+) /, numbers: SEQUENCE_NUMBER },
		...serversInOrder,
		// Queried in the order that they are defined (AOS-CX Command-Line Interface Guide, ip dns server-address).
		{ kind: 'siblings', pattern: /^(ip dns (?:server-address|domain-list)) \S+(?: vrf (\S+))?$/ },
	],

	ranges: [aosCxInterfaceRanges],

	ports: aosCxPorts,

	defaults: [
		{
			line: /^vlan trunk native 1$/,
			command: /^(?:no )?vlan trunk native(?: |$)/,
			within: [/^interface \S/],
			leftOutBy: 'intended',
			source: 'a trunk without a native VLAN of its own has VLAN 1, and shows it (from knowledge)',
			matches: ['vlan trunk native 1'],
			spares: ['vlan trunk native 10', 'vlan trunk native 1 tag'],
		},
	],

	spellings: [
		...shortWords,
		{
			kind: 'words',
			pattern: /^(interface (?:vlan|lag|loopback|tunnel|vxlan)) ?(?=\d)/,
			spelled: '$1 ',
			source: 'taken with and without a blank, shown with it (AOS-CX Command-Line Interface Guide)',
		},
		ospfAreas,
		{
			kind: 'words',
			pattern: /^(ip(?:v6)? route \S+ \S+) distance 1(?= |$)/,
			spelled: '$1',
			source: '1 is the distance of a static route (AOS-CX IP Routing Guide, ip route)',
		},
		{
			kind: 'netmask',
			pattern: /^(?:\d+ )?(?:permit|deny) /,
			source: 'a mask may be written as a length or in dots (AOS-CX ACLs and Classifier Policies Guide)',
		},
	],

	lists: [
		{
			pattern: /^(?<head>vlan trunk allowed )(?<values>\d[\d,-]*)$/,
			within: [/^interface \S/],
			form: 'ranges',
			writing: 'adds',
			source: 'AOS-CX Layer 2 Bridging Guide: the list is shown as ranges, and the command adds to it',
			matches: ['vlan trunk allowed 10,20-30'],
			spares: ['vlan trunk allowed all', 'vlan trunk native 10'],
		},
		{
			pattern: /^(?<head>vlan )(?<values>\d[\d,-]*)$/,
			always: '1',
			form: 'ranges',
			writing: 'adds',
			source: 'VLANs without settings of their own are shown as one line of ranges',
			matches: ['vlan 1,10-20', 'vlan 10'],
			spares: ['vlan access 10'],
		},
	],
};
