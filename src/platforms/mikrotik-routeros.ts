import type { Platform } from '../domain/platform/platform.ts';
import type { SpellingRule } from '../domain/platform/spelling-rules.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { secretsOf, surfacedLinesOf, volatileLinesOf } from './shared/mask-tables.ts';

/** Menus whose rules are tried one after the other, each chain by itself (community.routeros, _api_data.py: stratify_keys). */
const CHAINS =
	'(?:ip|ipv6) firewall (?:filter|nat|mangle|raw)|interface bridge (?:filter|nat)|routing filter(?: rule)?';

/** Menus whose entries are one list that is read from its top. */
const LISTS = [
	'interface ethernet switch rule|queue simple|routing rule|ip route rule|radius',
	'ip hotspot (?:ip-binding|walled-garden(?: ip)?)|ip (?:proxy (?:access|cache|direct)|socks access)|ip ipsec policy',
	'(?:interface (?:wireless|wifi)|caps-man) (?:access-list|provisioning)|interface wireless connect-list',
	'mpls ldp (?:accept|advertise)-filter',
].join('|');

/**
 * MikroTik RouterOS. Release 6 prints secrets in its export and release 7 leaves them out: there an intended config says
 * nothing of them either. Both take the bare `/export`; the options that would choose differ.
 */
export const mikrotikRouteros: Platform = {
	name: 'mikrotik_routeros',
	title: 'MikroTik RouterOS',
	aliases: ['routeros', 'ros', 'mikrotik', 'community.routeros.routeros'],

	cli: {
		channel: 'exec',
		prompt: /^\[[\w.\-+@]{1,64}@[^\]]{1,64}\] ?> ?$/,
		enable: null,
		setup: [],
		showRunning: '/export',
		failures: [
			/^\s*(?:bad command name|expected (?:end of )?command|syntax error|no such item|input does not match)/i,
			/^\s*(?:not enough permissions|failure: |interrupted)/i,
		],
		pager: { prompt: /^-- \[Q quit\|.*\]$/, answer: ' ' },
		questions: [],
		logout: null,
	},

	// The lists of the REST API also hold what is dynamic and what is default, so it is told to run the same export. `as-string`
	// waits for the script and answers with what it prints, up to the line that proves that all of it is there.
	rest: {
		yields: 'paths',
		form: { completeness: { proof: 'last-line', pattern: /^# end of export$/ } },
		logins: [{ kind: 'basic' }],
		showRunning: [
			{
				method: 'POST',
				path: '/rest/execute',
				body: { kind: 'json', value: { 'as-string': '', script: '/export\n:put "# end of export"' } },
			},
		],
		answer: { type: 'json', text: ['/ret', '/0/ret'], complaints: ['/detail', '/message'] },
		enabledBy: '/ip service enable www-ssl (RouterOS 7.8 or later)',
	},

	syntax: {
		style: 'paths',
		comments: ['#'],
		negation: 'remove ',
		closers: [],
		frame: [/^# end of export$/],
		// Wrapped for the width of the terminal, in the middle of a value if need be.
		continuation: '\\',
		blocks: anyPlatformBlocks,
	},

	// The export prints no end: the first line, the exit status and a size are all there is to go by.
	completeness: {
		proof: 'required-line',
		pattern: /^# .* by RouterOS (?:\d|<removed>)/,
		minLines: 6,
		undated: '# <removed> by RouterOS <removed>',
	},

	// A menu that does not answer is left out since 7.11 ("Configuration Management" of MikroTik's manual); before, the export
	// ended there. `#error exporting` without a reason is a menu that this hardware does not have.
	withheld: /^#(?: ?interrupted$|error exporting .{1,100}\(timeout\))/m,

	masks: [
		...surfacedLinesOf('mikrotik_routeros', [
			{
				id: 'volatile/routeros-exported-at',
				pattern: /^# (?:\d{4}-\d\d-\d\d|[a-z]{3}\/\d\d\/\d{4}) \d\d:\d\d:\d\d by RouterOS (?<version>\S+)$/,
				reason: 'the clock at the moment of the export, in the words of releases 6 and 7 (oxidized#3043)',
				matches: ['# 2026-01-05 10:12:13 by RouterOS 7.16', '# jan/05/2026 10:12:13 by RouterOS 6.49.8'],
				spares: ['# model = RB5009UPr+S+', '# by RouterOS'],
			},
		]),
		...volatileLinesOf('mikrotik_routeros', [
			{
				id: 'volatile/routeros-state',
				pattern:
					/^# (?:poe-out status: |inactive time|Interface not active|\S+ not ready|received packet from |Firmware upgraded successfully|.* please restart the device)/,
				reason: 'what an interface does just now, between the lines of its configuration (oxidized routeros.rb)',
				matches: [
					'# poe-out status: voltage_on_poe-in',
					'# Interface not active',
					'# lte1 not ready',
					'# received packet from 192.0.2.9 bad format',
				],
				spares: ['# model = RB5009UPr+S+', 'add comment="lte1 not ready"'],
			},
			{
				id: 'volatile/routeros-dynamic-interface',
				pattern: /^set "?<[a-z0-9]+-[^>]+>"? /,
				reason: 'interfaces of subscribers that are logged in just now (RANCID routeros.pm)',
				matches: ['set <pppoe-anna> disabled=no', 'set "<pppoe-anna >" disabled=no'],
				spares: ['set [ find default-name=ether1 ] mtu=1514'],
			},
		]),
		...secretsOf('mikrotik_routeros', [
			{
				id: 'secret/routeros-password',
				pattern:
					/\s(?!authentication-|encryption-)[\w.-]*password=(?!yes\b|no\b)(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'accounts of users, subscribers and clients (oxidized routeros.rb)',
				matches: [
					'add address="" comment="hash789" disabled=no group=full name=admin password=oldpass',
					'add name=anna password="two \\"words\\"" service=pppoe',
					'set mschapv2-password=fictive',
				],
				spares: ['add name=anna password=""', 'set minimum-password-length=12'],
			},
			{
				id: 'secret/routeros-snmp-authentication',
				pattern: /\sauthentication-password=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'SNMPv3',
				matches: ['set [ find default=yes ] authentication-password=fictive encryption-password=fictive2'],
				spares: ['set authentication-protocol=SHA1'],
			},
			{
				id: 'secret/routeros-snmp-encryption',
				pattern: /\sencryption-password=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'SNMPv3',
				matches: ['set [ find default=yes ] authentication-password=fictive encryption-password=fictive2'],
				spares: ['set encryption-protocol=AES'],
			},
			{
				id: 'secret/routeros-snmp-community',
				pattern: /^(?:add|set) (?:.*?\s)??name=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				within: [/^\/ ?snmp[ /]+community$/],
				reason: 'a community is a password in clear',
				matches: ['set [ find default=yes ] addresses=192.0.2.0/24 name=fictive', 'add name="two words"'],
				spares: ['set contact=noc enabled=yes'],
			},
			{
				id: 'secret/routeros-snmp-community-terse',
				pattern:
					/^\/ ?snmp[ /]+community[ /]+(?:add|set) (?:.*?\s)??name=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'the same in one line',
				matches: ['/snmp community add name=fictive'],
				spares: ['/snmp community', '/ip pool add name=dhcp ranges=192.0.2.10-192.0.2.20'],
			},
			{
				id: 'secret/routeros-shared-secret',
				pattern: /\s[\w.-]*secrets?=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'RADIUS servers, IPsec identities, L2TP and RoMON (oxidized routeros.rb; RoMON from knowledge)',
				matches: ['add address=192.0.2.7 secret=fictive service=login', 'set ipsec-secret="two words" use-ipsec=yes'],
				spares: ['/ppp secret', 'add comment="the secret" name=a'],
			},
			{
				id: 'secret/routeros-wpa2',
				pattern: /\swpa2-pre-shared-key=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'wireless security profiles (oxidized routeros.rb)',
				matches: ['set [ find default=yes ] wpa-pre-shared-key=fictive1 wpa2-pre-shared-key=fictive2'],
				spares: ['set authentication-types=wpa2-psk'],
			},
			{
				id: 'secret/routeros-pre-shared-key',
				pattern:
					/\s(?:wpa-pre-shared-key|private-pre-shared-key|(?:nv2-)?preshared-key|pre-shared-key)=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'wireless security profiles and peers of WireGuard (oxidized routeros.rb)',
				matches: [
					'add wpa-pre-shared-key="two words"',
					'add interface=wg0 preshared-key="fictive=" public-key="open="',
				],
				spares: ['add auth-method=pre-shared-key', 'add public-key="open="'],
			},
			{
				id: 'secret/routeros-private-key',
				pattern: /\s(?:static-sta-)?private-key=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'interfaces of WireGuard',
				matches: ['add listen-port=13231 mtu=1420 name=wg0 private-key="fictive="'],
				spares: ['add public-key="open="'],
			},
			{
				id: 'secret/routeros-passphrase',
				pattern: /\s[\w.-]*passphrase=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'wireless networks of release 7, and keys of certificates',
				matches: ['add name=staff security.passphrase="two words"', 'add passphrase=fictive'],
				spares: ['add name=staff security.authentication-types=wpa3-psk'],
			},
			{
				id: 'secret/routeros-key',
				pattern:
					/\s[\w.-]*(?:auth(?:entication)?-key|md5-key|protection-key|static-key-\d|enc-key|encryption-key|paypal-signature|ah-key|api-key|token|cak|passwd|pin|pin-number)=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'OSPF, BGP, manual IPsec and wireless keys',
				matches: ['add auth-key=fictive auth-id=1 interfaces=ether1', 'add .tcp-md5-key=fictive name=peer1'],
				spares: ['add authentication=md5', 'add auth-id=1'],
			},
			{
				id: 'secret/routeros-trap-community',
				pattern: /\strap-community=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'the community that traps are sent with',
				matches: ['set contact=noc enabled=yes trap-community=fictive trap-version=2'],
				spares: ['set trap-version=2'],
			},
			{
				id: 'secret/routeros-key-table',
				pattern: /\skey=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				within: [
					/^\/ ?(?:system[ /]+ntp[ /]+key|routing[ /]+rip[ /]+keys|iot[ /]+lora[ /]+servers|ip[ /]+ipsec[ /]+key[ /]+psk)$/,
				],
				reason: 'keys of NTP, of RIP and of IPsec; elsewhere the word names a variable',
				matches: ['add key=fictive key-id=1'],
				spares: ['add key-id=1'],
			},
			{
				id: 'secret/routeros-key-table-terse',
				pattern:
					/^\/ ?(?:system[ /]+ntp[ /]+key|routing[ /]+rip[ /]+keys|iot[ /]+lora[ /]+servers)[ /]+(?:add|set) (?:.*?\s)??key=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'the same in one line',
				matches: ['/system ntp key add key=fictive key-id=1', '/routing/rip/keys/add key=fictive key-id=1'],
				spares: ['/system ntp key add key-id=1', '/container envs add key=TZ name=env value=UTC'],
			},
			{
				id: 'secret/routeros-container-variable',
				pattern:
					/^(?:add|set) (?:.*?\s)??key="?(?=\S{0,64}?(?:PASS|SECRET|TOKEN|KEY))\S+ (?:.*?\s)??value=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/di,
				within: [/^\/ ?container[ /]+envs$/],
				reason: 'what a container is given',
				matches: ['add key=DB_PASSWORD name=env value=fictive'],
				spares: ['add key=TZ name=env value=UTC'],
			},
			{
				id: 'secret/routeros-container-variable-terse',
				pattern:
					/^\/ ?container[ /]+envs[ /]+(?:add|set) (?:.*?\s)??key="?(?=\S{0,64}?(?:PASS|SECRET|TOKEN|KEY))\S+ (?:.*?\s)??value=(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/di,
				reason: 'the same in one line',
				matches: ['/container envs add key=DB_PASSWORD name=env value=fictive'],
				spares: ['/container envs add key=TZ name=env value=UTC'],
			},
			{
				id: 'secret/routeros-identity',
				pattern: /\sidentity="(?<secret>[0-9a-f]{10}:[^"]+)"/d,
				reason: 'key pair of ZeroTier',
				matches: ['set zt1 identity="0a1b2c3d4e:0:fictive"'],
				spares: ['set name=edge-01', 'add identity="anna"'],
			},
			{
				id: 'secret/routeros-script-variable',
				pattern:
					/:(?:local|global|set) "?\w{0,32}?(?:pass|pwd|pw|secret|token|apikey|bot)\w{0,32}"? \\?"?(?<secret>[^\s"\\;]+)/di,
				reason: 'scripts keep the logins that they use in variables',
				matches: [':local ftpPassword \\"fictive\\"', 'add name=b source=":global token fictive; /tool fetch"'],
				spares: ['add name=b source=":local host \\"192.0.2.9\\""'],
			},
		]),
		...anyPlatformMasks,
	],

	// An entry is found by all that it says; `set` takes another value.
	remediation: {
		kind: 'statements',
		accumulates: /^(?:\/[\w -]+ )?add /,
		searches: true,
		takesBack: [
			[/^add (.*)$/, 'remove [ find $1 ]'],
			[/^(\/[\w -]+?) add (.*)$/, '$1 remove [ find $2 ]'],
		],
	},

	defaults: [
		{
			line: /^\/interface (?:l2tp|ovpn|pppoe|pptp|sstp)-server$/,
			command: /^$/,
			source: 'an empty menu means nothing, and this one holds who is logged in at the moment (RANCID routeros.pm)',
			matches: ['/interface pppoe-server'],
			spares: ['/interface pppoe-server server', '/interface pppoe-client'],
		},
	],

	spellings: [
		{
			kind: 'words',
			pattern: /="([\w.:/@,!-]+)"(?=\s|$)/g,
			spelled: '=$1',
			source: 'a word needs no quotes; the export writes them only where they are needed (RouterOS: Scripting)',
		},
		{
			kind: 'words',
			pattern: /\[ ?(find [^[\]]*[^[\] ]) ?\]/,
			spelled: '[ $1 ]',
			source: 'blanks beside brackets mean nothing; the export writes one (RouterOS: Scripting)',
		},
		{
			kind: 'attributes',
			pattern: /^(?:\/[\w -]+ )?(?:add|set) /,
			sets: /^(?:connection-(?:nat-)?state|(?:un)?tagged|vlan-ids|policy)=/,
			source: 'the export sorts them by their names, whatever they were entered in (exports of RouterOS 6 and 7)',
		},
		{
			kind: 'attributes',
			pattern: /^(?:\/[\w -]+ )?add (?:.* )?chain=/,
			unsaid: ['disabled=no', 'log=no', 'log-prefix=""'],
			source: 'defaults of the rules of a firewall (community.routeros, _api_data.py)',
		},
		{
			kind: 'attributes',
			// Not of `/routing filter`, where rules go on to the next one.
			pattern: /^add (?:.* )?chain=/,
			within: [/^\/ip(?:v6)? firewall (?:filter|nat|mangle|raw)$/],
			unsaid: ['action=accept'],
			source: 'what a rule does unless it says otherwise, and shown (from knowledge)',
		},
		...[
			{ pattern: /^add (?:.* )?address=/, within: [/^\/ip(?:v6)? address$/] },
			{ pattern: /^\/ip(?:v6)? address add / },
		].map(
			(place): SpellingRule => ({
				kind: 'attributes',
				...place,
				unsaid: ['disabled=no'],
				source: 'an address is in use unless it says otherwise (exports of RouterOS 6 and 7)',
			}),
		),
		{
			kind: 'attributes',
			pattern: /^(?:\/(?:ip|ipv6) route )?add (?:.* )?gateway=/,
			unsaid: [
				'disabled=no',
				'distance=1',
				'dst-address=0.0.0.0/0',
				'pref-src=""',
				'routing-table=main',
				'scope=30',
				'suppress-hw-offload=no',
				'target-scope=10',
			],
			source:
				'defaults of a route, which release 7 exports where WinBox wrote them (from knowledge: RouterOS, IP Routing)',
		},
		{
			kind: 'implied-network',
			pattern:
				/^(?:\/ip address )?add address=(?<address>\d+\.\d+\.\d+\.\d+)\/(?<length>\d+) (?:.* )?interface=\S+(?<said> network=(?<network>\d+\.\d+\.\d+\.\d+))(?= |$)/,
			source: 'computed from the address, and exported (community.routeros, _api_data.py)',
		},
		{
			kind: 'words',
			pattern: / network=(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?= |$)(?<= address=\1 .{0,400})/,
			spelled: '',
			source: 'the same of an address without a length (exports of RouterOS 7)',
		},
		{
			kind: 'words',
			pattern: /(?<= (?:(?:src|dst)-)?address=!?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})\/32(?= |$)/g,
			spelled: '',
			source: 'a host is taken with its length and exported without it (exports of RouterOS 7)',
		},
	],

	// Once as sections, and once where every line repeats its path.
	clearing: [
		{
			pattern: /^remove \[ ?find ?\]$/,
			takes: ['add'],
			within: [/^\//],
			neverShown: true,
			source: 'removes every entry of the menu (from knowledge)',
			matches: ['remove [find]', 'remove [ find ]'],
			spares: ['remove [find dynamic=no]', 'remove [find comment=a]', 'remove 0'],
		},
		{
			pattern: /^(\/[\w -]+) remove \[ ?find ?\]$/,
			takes: ['$1 add'],
			neverShown: true,
			source: 'the same in one line',
			matches: ['/ip firewall filter remove [find]'],
			spares: ['/ip firewall filter remove [find dynamic=no]', '/ip firewall filter remove 0'],
		},
	],

	order: [
		{ kind: 'siblings', pattern: /^add (?:.* )?(chain=\S+)/, within: [new RegExp(`^/(?:${CHAINS})$`)] },
		{ kind: 'siblings', pattern: new RegExp(`^(/(?:${CHAINS})) add (?:.* )?(chain=\\S+)`) },
		{ kind: 'children', within: [new RegExp(`^/(?:${LISTS})$`)] },
		{ kind: 'siblings', pattern: new RegExp(`^(/(?:${LISTS})) add `) },
		// Of static names only those that are expressions are tried one after the other.
		{ kind: 'siblings', pattern: /^(add) (?:.* )?regexp=/, within: [/^\/ip dns static$/] },
		{ kind: 'siblings', pattern: /^(\/ip dns static) add (?:.* )?regexp=/ },
	],
};
