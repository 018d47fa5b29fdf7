import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { shownAsaDefaults } from './shared/asa-shown-defaults.ts';
import { firstLetters, interfaceNames } from './shared/interface-names.ts';
import { noIpAddress, noShutdown } from './shared/ios-like-defaults.ts';
import { ROUTE_MAP_NUMBER, SEQUENCE_NUMBER } from './shared/ios-like-order.ts';
import { secretsOf, surfacedLinesOf, volatileLinesOf, volatileSecretsOf } from './shared/mask-tables.ts';
import { asaNameServers } from './shared/name-servers.ts';
import { ntpOptions } from './shared/options.ts';
import { ospfAreas } from './shared/ospf-areas.ts';
import { asaPortNames } from './shared/port-names.ts';
import { portsAndLines } from './shared/section-remediation.ts';
import { iosLikeSession, keyGeneration } from './shared/session-commands.ts';
import { iosLikeShortCommands } from './shared/short-commands.ts';
import { shortWords } from './shared/short-words.ts';
import { asaPorts } from './shared/untouched-ports.ts';
import { accessListLevels, asaIcmpNames, loggingLevels, protocolNames } from './shared/value-names.ts';
import { iosLikeVlanLists } from './shared/vlan-lists.ts';

/**
 * Cisco ASA. `show running-config` prints shared keys as stars, and `more system:running-config`, which would show them in
 * clear, is never sent (ossec-hids#612). What the device hides cannot be compared: it is hidden on both sides.
 */
export const ciscoAsa: Platform = {
	name: 'cisco_asa',
	title: 'Cisco ASA',
	aliases: ['asa', 'cisco_asa_ssh', 'cisco.asa.asa'],

	cli: {
		channel: 'shell',
		// A context or the state of the failover pair may stand behind the name: `fw/admin#`, `fw/pri/act#`.
		prompt: /^[\w.\-@/:]{1,63}(?:\([\w.-]{1,32}\))?[>#]\s?$/,
		enable: { command: 'enable', passwordPrompt: /[Pp]assword:\s?$/, privileged: /#\s?$/ },
		// `terminal width` is a command of the configuration.
		setup: ['terminal pager 0'],
		showRunning: 'show running-config',
		failures: [/^\s*(?:ERROR: |Command authorization failed)/i],
		pager: { prompt: /<--- [Mm]ore --->\s?$/, answer: ' ' },
		questions: [],
		logout: 'exit',
	},

	syntax: {
		style: 'indented',
		comments: ['!', ':'],
		negation: 'no ',
		takesCapitals: true,
		shortInterface: true,
		closers: [/^exit(?:-[\w-]+)?$/],
		frame: [...iosLikeSession, keyGeneration, /^end$/],
		blocks: [
			{
				id: 'certificate',
				start: /^certificate (?:(?:ca|ra-sign|ra-encrypt|ra-general) )?[0-9A-Fa-f]{1,64}$/,
				end: /^quit$/,
				key: true,
			},
			...anyPlatformBlocks,
		],
	},

	completeness: { proof: 'last-line', pattern: /^(?:: ?)?end$/ },

	remediation: portsAndLines,

	masks: [
		...surfacedLinesOf('cisco_asa', [
			{
				id: 'volatile/asa-written',
				pattern: /^: Written by (?<lastSavedBy>\S+) at (?<lastSavedAt>.+)$/,
				reason: 'who saved it and when (oxidized asa.rb)',
				matches: [': Written by anna at 10:12:13.123 UTC Mon Jan 5 2026'],
				spares: [': Saved', 'description : Written by hand'],
			},
			{
				id: 'volatile/asa-version',
				pattern: /^(?:ASA|NGFW) Version (?<version>\S+)/,
				reason: 'the software, printed above the configuration (oxidized asa.rb)',
				matches: ['ASA Version 9.16(4)57 ', 'NGFW Version 7.2.5'],
				spares: ['ssh version 2'],
			},
		]),
		...volatileLinesOf('cisco_asa', [
			{
				id: 'volatile/asa-checksum',
				pattern: /^Cryptochecksum:[0-9a-f]{32}$/,
				reason: 'a sum over the text, so every change would be shown twice (oxidized asa.rb)',
				matches: ['Cryptochecksum:8a138d9f7c12c6cb1180f831d7a5bc9f'],
				spares: ['Cryptochecksum:', 'description Cryptochecksum:8a138d9f7c12c6cb1180f831d7a5bc9f'],
			},
			{
				id: 'volatile/asa-header',
				pattern: /^: (?:Saved|Serial Number:|Hardware:)/,
				reason: 'the box, not its configuration (oxidized asa.rb)',
				matches: [': Saved', ': Serial Number: 9AFICTIVE00', ': Hardware:   ASAv, 2048 MB RAM, CPU Xeon 2400 MHz'],
				spares: [': end', 'description : Saved'],
			},
		]),
		...secretsOf('cisco_asa', [
			{
				id: 'secret/asa-server-login',
				pattern:
					/^(?:eou clientless |group-policy \S+ external (?:.*? )??|kcd-server \S+ (?:.*? )??)password (?:[08] (?=\S))?(?<secret>\S+)/d,
				reason:
					'admission control, attributes of a server and delegation; whether all releases print stars is not known',
				matches: [
					'eou clientless password fictive',
					'group-policy R external server-group S password fictive',
					'kcd-server S username anna password 8 fictive',
				],
				spares: ['eou clientless username anna', 'group-policy password internal'],
			},
			{
				id: 'secret/asa-umbrella',
				pattern: /^token (?<secret>\S+)$/d,
				within: [/^umbrella-global$/],
				reason: 'registers the device with Cisco Umbrella, whose owner its names are asked of then',
				matches: ['token AABBA59A0BDE'],
				spares: ['token-group a'],
			},
			{
				id: 'secret/asa-hidden-parameter',
				pattern: /^hidden-parameter (?<secret>\S.*)$/d,
				reason: 'what a form is sent beside the login, in pieces (Cisco ASA command reference, hidden-parameter)',
				matches: ['hidden-parameter SMLOCALE=US-EN&token=fictive'],
				spares: ['action-uri https://sso.example.net/login', 'user-parameter userid'],
			},
			{
				id: 'secret/asa-enable',
				pattern: /^(?:enable password|passwd) (?:level \d+ )?(?<secret>\S+)/d,
				reason: 'hashes of the enable and the telnet password (oxidized asa.rb)',
				matches: ['enable password $sha512$5000$fictive== pbkdf2', 'passwd 2KFQnbNIdI.2KYOU encrypted'],
				spares: ['enable', 'password-policy minimum-length 12'],
			},
			{
				id: 'secret/asa-username',
				pattern: /^username \S+ password (?<secret>\S+)/d,
				reason: 'local accounts (oxidized asa.rb)',
				matches: [
					'username anna password $sha512$5000$fictive== pbkdf2 privilege 15',
					'username asa-user4 password PASSWORD4 nt-encrypted',
				],
				spares: ['username anna attributes', 'username anna nopassword privilege 15'],
			},
			{
				id: 'secret/asa-snmp-user',
				pattern:
					/^snmp-server user \S+ \S+ v3 .*?\bauth (?:md5|sha\d*) (?<secret>\S+)(?: priv (?:3?des|aes \d+) (?<secret2>\S+))?/d,
				reason: 'keys, localized with the engine ID',
				matches: ['snmp-server user anna ops v3 encrypted auth sha 0a:1b:2c priv aes 128 3d:4e:5f'],
				spares: ['snmp-server user anna ops v3', 'snmp-server group ops v3 priv'],
			},
		]),
		...volatileSecretsOf('cisco_asa', [
			{
				id: 'volatile-secret/asa-key',
				pattern:
					/^(?:(?:key|server-key) (?!chain |config-key|\d+$)(?:[0-9] )?(?<secret>\S+)|(?:key config-key password-encryption|cluster key) (?:[08] (?=\S))?(?<secret2>\S+)(?: (?<secret3>\S+))?)/d,
				reason: 'shared secret of AAA servers, failover and clusters; the device prints stars (netutils asa fixture)',
				matches: [
					'key *****',
					'key fictive',
					'key 8 fictive==',
					'key config-key password-encryption 12345678',
					'cluster key 8 fictive',
				],
				spares: ['key chain EIGRP', 'key 1', 'keypair RSA-2048'],
			},
			{
				id: 'volatile-secret/asa-numeric-key',
				pattern: /^key (?<secret>\d+)$/d,
				within: [/^(?:aaa-server \S+ \(|cluster group )/],
				reason: 'of a server or a cluster a bare number is the secret; in a key chain it is the number of a key',
				matches: ['key 12345'],
				spares: ['key chain EIGRP'],
			},
			{
				id: 'volatile-secret/asa-pre-shared-key',
				pattern:
					/^(?:(?:ikev1|ikev2 (?:local|remote)-authentication) )?pre-s[a-z]*(?:-[a-z]*)? (?!(?:add|host)[a-z]* \S+ )(?:hex )?(?:[08] )?(?<secret>\S+)/d,
				reason: 'tunnel groups; the device prints stars (oxidized asa.rb)',
				matches: [
					'ikev1 pre-shared-key *****',
					'ikev2 remote-authentication pre-shared-key fictive',
					'pre-shared-key fictive',
					'ikev1 pre-sh fictive',
				],
				spares: ['authentication pre-share', 'ikev2 remote-authentication certificate'],
			},
			{
				id: 'volatile-secret/asa-failover',
				pattern: /^failover (?:ipsec pre-shared-key|key) (?:hex )?(?:[08] )?(?<secret>\S+)/d,
				reason: 'failover link; the device prints stars (oxidized asa.rb)',
				matches: ['failover key *****', 'failover ipsec pre-shared-key fictive'],
				spares: ['failover lan unit primary', 'failover link STATE GigabitEthernet0/3'],
			},
			{
				id: 'volatile-secret/asa-snmp-community',
				pattern:
					/^snmp-server (?:community|host(?:-group)? \S+ \S+(?: (?:poll|trap))* com[a-z]*) (?:[08] )?(?<secret>\S+)/d,
				reason: 'a community; the device prints stars (netutils asa fixture)',
				matches: [
					'snmp-server community *****',
					'snmp-server host mgmt 192.0.2.5 community fictive version 2c',
					'snmp-server host mgmt 192.0.2.5 comm fictive',
				],
				spares: ['snmp-server host mgmt 192.0.2.5 version 3 anna', 'snmp-server contact noc'],
			},
			{
				id: 'volatile-secret/asa-ldap',
				pattern:
					/^(?:ldap-login-password|radius-common-pw|proxy-auth_password|sso-password|policy-server-secret) (?:[08] )?(?<secret>\S+)/d,
				reason: 'directory and RADIUS logins; the device prints stars (oxidized asa.rb)',
				matches: ['ldap-login-password *****', 'radius-common-pw fictive'],
				spares: ['ldap-login-dn cn=audit', 'ldap-base-dn dc=example'],
			},
			{
				id: 'volatile-secret/asa-routing',
				pattern:
					/^(?:ospf|area \S+|authentication|neighbor \S+|rip) (?:.*? )??(?:authentication-key|message-digest-key \d+ md5|password) (?:[078] )?(?<secret>\S+)/d,
				reason: 'OSPF and BGP authentication; the device prints stars (oxidized asa.rb)',
				matches: [
					'ospf message-digest-key 1 md5 *****',
					'ospf authentication-key fictive',
					'neighbor 192.0.2.1 password fictive',
				],
				spares: ['ospf authentication message-digest', 'neighbor 192.0.2.1 remote-as 65001'],
			},
			{
				id: 'volatile-secret/asa-eigrp',
				pattern: /^authentication key eigrp \d+ (?:[08] )?(?<secret>\S+) key-id/d,
				reason: 'EIGRP authentication; the device prints stars',
				matches: ['authentication key eigrp 10 ***** key-id 1', 'authentication key eigrp 10 8 fictive key-id 1'],
				spares: ['authentication mode eigrp 10 md5'],
			},
			{
				id: 'volatile-secret/asa-ntp',
				pattern: /^ntp authentication-key \d+ \S+ (?:[08] )?(?<secret>\S+)/d,
				reason: 'NTP keys; the device prints stars',
				matches: ['ntp authentication-key 1 md5 *****'],
				spares: ['ntp authenticate', 'ntp trusted-key 1'],
			},
			{
				id: 'volatile-secret/asa-password',
				pattern:
					/^(?:(?:vpdn|vpnclient|vpngroup|client username|https?-proxy|wccp|cts|ticket|secondary-pre-fill-username) (?:.*?[ -])??)?(?:password|passphrase) (?!encryption|default )(?:[08] )?(?<secret>\S+)/d,
				reason: 'dial-in, proxies, WCCP, TrustSec and trustpoints; the device prints stars',
				matches: [
					'vpdn username anna password *****',
					'vpnclient vpngroup REMOTE password fictive',
					'cts sxp default password 8 fictive',
					'password fictive',
					'passphrase fictive',
				],
				spares: [
					'password encryption aes',
					'password-storage enable',
					'cts sxp connection peer 192.0.2.1 password default mode local speaker',
				],
			},
			{
				id: 'volatile-secret/asa-isakmp',
				pattern: /^(?:crypto )?isakmp key (?:[08] )?(?<secret>\S+) address/d,
				reason: 'pre-shared keys of old releases; the device prints stars',
				matches: ['isakmp key ***** address 192.0.2.9 netmask 255.255.255.255'],
				spares: ['isakmp enable outside'],
			},
			{
				id: 'volatile-secret/asa-aaa-host',
				pattern: /^aaa-server \S+ \(\S+\) host \S+ (?!timeout )(?<secret>\S+)/d,
				reason: 'the key on the line of the server; the device prints stars in a mode of its own',
				matches: ['aaa-server RADIUS (inside) host 192.0.2.1 fictive timeout 5'],
				spares: ['aaa-server RADIUS (inside) host 192.0.2.1', 'aaa-server RADIUS (inside) host 192.0.2.1 timeout 5'],
			},
			{
				id: 'volatile-secret/asa-key-string',
				pattern: /^key-string (?:[0-9] )?(?<secret>\S+)/d,
				reason: 'key chains; the device prints stars (ASA 9 command reference)',
				matches: ['key-string 8 fictive', 'key-string *****'],
				spares: ['key 1', 'key chain EIGRP'],
			},
			{
				id: 'volatile-secret/asa-isis',
				pattern:
					/^(?:isis )?(?:password|area-password|domain-password|authentication key) (?!eigrp )(?:[0-9] )?(?<secret>\S+)/d,
				reason: 'IS-IS authentication; the device prints stars',
				matches: [
					'isis authentication key 0 fictive level-2',
					'area-password fictive',
					'authentication key fictive level-1',
				],
				spares: ['isis authentication mode md5', 'authentication key eigrp 10 fictive key-id 1'],
			},
			{
				id: 'volatile-secret/asa-rip',
				pattern: /^rip authentication key (?:[0-9] )?(?<secret>\S+) key_id/d,
				reason: 'RIP authentication',
				matches: ['rip authentication key fictive key_id 1'],
				spares: ['rip authentication mode md5'],
			},
			{
				id: 'volatile-secret/asa-session-key',
				pattern:
					/\bset session-key (?:inbound|outbound) (?:ah|esp) \S+ (?:cipher )?(?<secret>\S+)(?: authenticator (?<secret2>\S+))?/d,
				reason: 'manual IPsec keys (ASA command reference)',
				matches: ['crypto map M 1 set session-key inbound esp 256 cipher 0a1b2c authenticator 3d4e5f'],
				spares: ['crypto map M 10 set peer 192.0.2.9'],
			},
			{
				id: 'volatile-secret/asa-ospfv3',
				pattern:
					/^(?:ipv6 ospf|ospf|area \S+) (?:.*? )??(?:authentication|encryption) ipsec spi \d+ (?:esp (?:null|\S+(?: \d{3})?) )?(?:(?:md5|sha1) )?(?:(?:key-encryption-type )?[08] )?(?<secret>\S.*)$/d,
				reason: 'IPsec keys of OSPFv3; the device prints stars (from knowledge)',
				matches: [
					'ipv6 ospf authentication ipsec spi 300 md5 0a1b2c',
					'ipv6 ospf encryption ipsec spi 300 esp aes-cbc 128 8 0a1b2c sha1 3d4e5f',
					'area 1 encryption ipsec spi 300 esp null md5 0a1b2c',
				],
				spares: ['ipv6 ospf authentication null', 'ipv6 ospf 1 area 0'],
			},
			{
				id: 'volatile-secret/asa-key-import',
				pattern: /^crypto ca (?:import|export) .*?\b(?:pkcs12|pem) (?<secret>\S.*)$/d,
				reason: 'the passphrase of a file of keys (from knowledge)',
				matches: ['crypto ca import TP pkcs12 fictive'],
				spares: ['crypto ca import TP certificate'],
			},
			{
				id: 'volatile-secret/asa-licence-token',
				pattern: /^license smart register idtoken (?<secret>\S+)/d,
				reason: 'registers a device with the licences of its owner (Smart Licensing)',
				matches: ['license smart register idtoken fictive'],
				spares: ['license smart'],
			},
			{
				id: 'volatile-secret/asa-scansafe',
				pattern: /^license (?:[08] )?(?<secret>[0-9A-Fa-f]{16,})(?:"|$)/d,
				reason: 'licence key of cloud web security, which is its login',
				matches: ['license 0a1b2c3d4e5f60718293a4b5c6d7e8f9'],
				spares: ['license smart', 'feature tier standard'],
			},
			{
				id: 'volatile-secret/asa-log-server',
				pattern: /^logging ftp-server \S+ \S+ \S+ (?:[08] )?(?<secret>\S+)/d,
				reason: 'where the log buffer is saved (ASA command reference: logging ftp-server)',
				matches: ['logging ftp-server 192.0.2.1 /logs anna fictive'],
				spares: ['logging ftp-bufferwrap'],
			},
			{
				id: 'volatile-secret/asa-storage-key',
				pattern: /^storage-key (?!none$)(?:value )?(?:[08] )?(?<secret>\S+)/d,
				reason: 'protects what users of the portal keep (ASA command reference: storage-key)',
				matches: ['storage-key value fictive'],
				spares: ['storage-key none', 'storage-objects value cookies'],
			},
			{
				id: 'volatile-secret/asa-script',
				pattern: /^action .*?\b(?:password|community|key) (?:[0-9] )?(?<secret>[^\s"]+)/d,
				reason: 'a command inside a script of the event manager',
				matches: ['action 0 cli command "username anna password fictive"'],
				spares: ['action 0 cli command "show version"'],
			},
		]),
		...iosLikeShortCommands,
		...anyPlatformMasks,
	],

	sequences: [asaNameServers],

	clearing: [
		{
			pattern: /^clear conf(?:i|ig|igu|igur|igure)? (access-list \S+)$/,
			takes: ['$1'],
			neverShown: true,
			source: 'takes the whole list away (from knowledge)',
			matches: ['clear configure access-list A', 'clear config access-list A'],
			spares: ['clear configure all', 'clear access-list A counters'],
		},
	],

	order: [
		// Entries carry no number in the output: their order is all there is. In a file, the number of one is where it is put in,
		// and what stood there moves down (ASA 5500 CLI configuration guide, page 15-4).
		{
			kind: 'siblings',
			pattern: /^(?:ipv6 )?access-list (\S+) /,
			inserts: /^(?:ipv6 )?access-list \S+ line (\d+) /,
			// ASA command reference, access-list extended.
			placing: [/^((?:ipv6 )?access-list \S+ )(?=(?:extended|remark) )/, '$1line {place} '],
		},
		// Rules of the section behind those of objects are a list of their own.
		{
			kind: 'siblings',
			pattern: /^nat \([^)]*\) (after-auto |)/,
			inserts: /^nat \([^)]*\) (?:after-auto )?(\d+) source /,
		},
		// Before 8.3, the first that matches: of those of addresses and of ports alike.
		{ kind: 'siblings', pattern: /^(static) \(/ },
		{ kind: 'siblings', pattern: /^(banner \S+)(?: |$)/ },
		{ kind: 'siblings', pattern: /^(banner) value/, within: [/^group-policy \S+ attributes$/] },
		{ kind: 'siblings', pattern: /^aaa-server (\S+) \(/ },
		{ kind: 'siblings', pattern: /^((?:ipv6 )?icmp) (?:permit|deny) / },
		{ kind: 'children', within: [/^policy-map /] },
		{ kind: 'siblings', pattern: /^(name-server) /, within: [/^dns server-group /] },
		{ kind: 'children', within: [/^tls-proxy /] },
		{ kind: 'siblings', pattern: /^(boot system) / },
		{ kind: 'siblings', pattern: /^(?:ipv6 )?prefix-list (\S+) (?:seq|permit|deny) /, numbers: SEQUENCE_NUMBER },
		{ kind: 'siblings', pattern: /^route-map (\S+)(?: |$)/, numbers: ROUTE_MAP_NUMBER },
		{ kind: 'siblings', pattern: /^as-path access-list (\S+) / },
		{ kind: 'siblings', pattern: /^community-list ((?:standard |expanded )?\S+) / },
	],

	ports: asaPorts,

	defaults: [
		noShutdown,
		noIpAddress,
		{
			line: /^no (?:nameif|security-level)$/,
			command: /^(?:nameif|security-level) /,
			within: [/^interface /],
			source: 'shown at interfaces that have none (recorded shows of ASA 9.5 and 9.8)',
			matches: ['no nameif', 'no security-level'],
			spares: ['nameif outside'],
		},
		{
			line: /^security-level 0$/,
			// An interface of that name has level 100, and names have no case.
			command: /^(?:no )?security-level |^nameif inside$/i,
			within: [/^interface /],
			source: '0 unless it says otherwise, and shown (from knowledge)',
			matches: ['security-level 0'],
			spares: ['security-level 100'],
		},
		{
			line: /^mtu (\S+) 1500$/,
			command: /^(?:no )?mtu (\S+)(?: |$)/,
			source: 'shown for every interface, configured or not (recorded shows of ASA 9.5 and 9.8)',
			matches: ['mtu outside 1500'],
			spares: ['mtu outside 1400'],
		},
		{
			line: /^names$/,
			command: /^no names$/,
			leftOutBy: 'intended',
			source: 'on, and shown (recorded shows of ASA 9.5 and 9.8)',
			matches: ['names'],
			spares: ['name 192.0.2.1 www'],
		},
		{
			line: /^arp timeout 14400$/,
			command: /^(?:no )?arp timeout(?: |$)/,
			source: 'four hours, and shown (recorded shows of ASA 9.5 and 9.8)',
			matches: ['arp timeout 14400'],
			spares: ['arp timeout 60'],
		},
		...shownAsaDefaults,
	],

	spellings: [
		...firstLetters(['Ethernet', 'GigabitEthernet', 'Management']),
		...interfaceNames(['GigabitEthernet', 'TenGigabitEthernet', 'Ethernet', 'Management', 'Port-channel', 'Redundant']),
		ospfAreas,
		{
			kind: 'words',
			pattern: /^(access-list \S+ )line \d+ |^(nat \([^)]*\) (?:after-auto )?)\d+ (?=source )/,
			spelled: '$1$2',
			source:
				'where an entry is put in: "the line number is not saved in the configuration" (ASA 5500 CLI configuration guide, page 15-4)',
		},
		{
			kind: 'words',
			pattern: /^(access-list \S+ )(?=(?:permit|deny) )/,
			spelled: '$1extended ',
			source: 'may be left out, and is shown (ASA command reference, access-list extended)',
		},
		{
			kind: 'words',
			pattern: / (\d+\.\d+\.\d+\.\d+) 255\.255\.255\.255(?= |$)/g,
			spelled: ' host $1',
			source: 'one address with a full mask is shown as a host (ASA command reference, access-list extended)',
		},
		{
			kind: 'words',
			pattern: /^(route \S+|http|ssh|telnet) 0 0(?= )/,
			spelled: '$1 0.0.0.0 0.0.0.0',
			source: 'may be cut short (ASA command reference, route)',
		},
		{
			kind: 'words',
			pattern: /^(route \S+ \S+ \S+ \d+\.\d+\.\d+\.\d+)$/,
			spelled: '$1 1',
			source: 'the metric is 1 unless another one is given, and is shown (ASA command reference, route)',
		},
		{
			kind: 'words',
			pattern: / \d (?=<secret>)/g,
			spelled: ' ',
			source: 'a backup says how a key is encrypted (`pre-shared-key 8 …`), and the device prints stars for all forms',
		},
		{
			kind: 'words',
			pattern: /^(access-list \S+ .*) interval 300(?= |$)/,
			spelled: '$1',
			source: '300 seconds unless it says otherwise, and not shown (ASA command reference, access-list extended)',
		},
		{
			kind: 'words',
			pattern: /^(access-list \S+ .* log) (?:6|informational)(?= |$)/,
			spelled: '$1',
			source: 'the level of an entry that logs, and not shown (ASA command reference, access-list extended)',
		},
		{
			kind: 'words',
			pattern: /(?<=^logging host \S+ \S+ )udp(?=\/)/,
			spelled: '17',
			source: 'the number of UDP is shown (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /(?<=^logging host \S+ \S+ )tcp(?=\/)/,
			spelled: '6',
			source: 'the number of TCP is shown (from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(logging host \S+ \S+) 17\/514(?= |$)/,
			spelled: '$1',
			source: 'UDP and 514 unless it says otherwise, and not shown (from knowledge)',
		},
		...shortWords,
		asaPortNames,
		protocolNames,
		loggingLevels,
		accessListLevels,
		...asaIcmpNames,
		ntpOptions,
		{
			kind: 'sorted',
			pattern: /^(?<head>vpn-tunnel-protocol )(?<values>[a-z]\S*(?: [a-z]\S*)+)(?<tail>)$/,
			source: 'a set of protocols, shown in an order of the device (from knowledge)',
		},
	],

	// Models with a switch inside.
	lists: iosLikeVlanLists,
};
