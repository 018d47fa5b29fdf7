import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { iosLikeFailures, iosLikePager } from './shared/ios-like-cli.ts';
import { serversInOrder } from './shared/ios-like-order.ts';
import { secretsOf } from './shared/mask-tables.ts';
import { genericRemediation } from './shared/section-remediation.ts';

/** Lines that name their list: `access-list 10 permit …`, `ip prefix-list A seq 5 deny …`, `route-map A permit 10`. */
const namedEntries = {
	pattern: /^(\S.*?) (?:(?:(?:seq|sequence|rule) )?\d+ )?(?:permit|deny|accept|reject|drop)(?: |$)/,
	// At the end it may be an AS or an address of a list; only maps of routes have a number there.
	numbers: /(?: (?:seq|sequence|rule) |^route-\S+ \S+ (?:permit|deny) (?=\d+$))(\d+)/,
	// As IOS takes back a list without a name.
	whole: /^access-list \d+/,
};

/**
 * A device that we know nothing of but that it looks like IOS. Order matters where something is permitted or denied and among
 * servers of AAA, there is no proof that a config is whole beyond the prompt behind it, and secrets are known by their usual
 * words only.
 */
export const generic: Platform = {
	name: 'generic',
	title: 'Anything that looks like Cisco IOS',
	aliases: ['generic_termserver', 'autodetect'],

	cli: {
		channel: 'shell',
		prompt: /^[\w.\-@/:+]{1,63}(?:\([\w.-]{1,32}\))?[>#$%]\s?$/,
		enable: { command: 'enable', passwordPrompt: /[Pp]assword:\s?$/, privileged: /[#$%]\s?$/ },
		// A device that does not know it goes on paging, and its pager is answered.
		setup: ['terminal length 0'],
		showRunning: 'show running-config',
		failures: [...iosLikeFailures, /^\s*(?:syntax error|unknown command|invalid command|permission denied)/i],
		pager: iosLikePager,
		questions: [
			{ prompt: /Press (?:any key|RETURN|ENTER) to (?:continue|get started)[.!]?\s*$/i, answer: '\n' },
			{ prompt: /[[(][Yy](?:es)?\/[Nn]o?[\])] ?[:?]?\s*$/, answer: 'n\n' },
		],
		logout: 'exit',
	},

	syntax: {
		style: 'indented',
		comments: ['!', '#'],
		takesCapitals: true,
		negation: 'no ',
		closers: [/^(?:exit(?:-[\w-]+)?|end-[\w-]+)$/],
		frame: [/^(?:Building configuration\.\.\.|(?:Current|Running) configuration ?:.*|end|return)$/i],
		blocks: [
			{ id: 'banner', start: /^banner (?:motd|login|exec) (?<delimiter>\^C|[^\s\w])/, end: 'delimiter', prose: true },
			...anyPlatformBlocks,
		],
	},

	completeness: { proof: 'channel', minLines: 3 },

	remediation: genericRemediation,

	masks: [
		...secretsOf('generic', [
			{
				id: 'secret/generic-password',
				pattern:
					/(?:^|\s)(?!(?:min|max|minimum|maximum|no)-)(?:[\w-]{1,32}-(?!cipher))?(?:password|passphrase|secret|api-key|private-key|encrypted-password|pre-shared-key|shared-key|shared-secret|key-string|ciphertext|cipher|psk)(?: (?:for|of) [\w.@-]{1,64}(?::|(?= (?:is|was):? )))?(?: (?:is|was):?)?(?: (?:level \d{1,2}|local|remote)(?= \S))?(?: (?:\d|sha\d{3}|sha|md5|encrypted|hash|simple|plain|plaintext|ciphertext|(?:irreversible-)?cipher|ascii(?:-text)?|hex|0x|ENC))? "?(?!(?:encryption|policy|minimum|minimum-length|min-length|length|lifetime|strength|strength-check|history|expiry|aging|attributes|required|auth|aes\S*|level|management|recovery|[-=]>|[=:])(?=[\s"]|$))(?<secret>[^\s";]+(?:;+[^\s";]+)*)/d,
				reason: 'the words that every vendor puts before a secret',
				matches: [
					'username anna privilege 15 secret 9 $9$fictive',
					'password fictive',
					'enable password 7 094F471A1A0A',
					'peer 192.0.2.1 password cipher fictive',
					'set system pre-shared-key ascii-text "fictive"',
					'admin-password fictive',
					'set api-key ENC fictive',
					'enable secret level 15 0 fictive',
					'local-user anna password irreversible-cipher fictive',
					'wpa psk ascii fictive',
				],
				spares: [
					'service password-encryption',
					'password minimum-length 12',
					'password',
					'username network passphrase lifetime 12345',
					'min-password 12',
					'ssl-cipher HIGH',
				],
			},
			{
				id: 'secret/generic-community',
				pattern:
					/^(?:(?:set )?snmp(?:-server|-agent)? (?:.*? )??(?:trap-)?community(?:-group)?|(?:ro|rw|trap)community6?) (?:(?:read|write|ro|rw|0|7) |(?:encrypted|string) (?!(?:ro|rw|RO|RW|view)(?: |$))(?=\S))?"?(?<secret>[^\s";]+(?:;+[^\s";]+)*)/d,
				reason: 'a community is a password in clear',
				matches: [
					'snmp-server community fictive ro',
					'set snmp community fictive',
					'snmp-agent community read fictive',
					'snmp-server community encrypted fictive ro',
					'snmp-server community-group fictive ops',
					'rocommunity fictive 192.0.2.0/24',
				],
				spares: ['set community 65000:1 additive', 'snmp-server contact community'],
			},
			{
				id: 'secret/generic-snmp-host',
				pattern:
					/^snmp(?:-server)? (?:host|trap-host|trap2sink|trapsink) (?:domain )?\S+ (?:vrf \S+ )?(?:(?:traps?|informs?) )?(?:ver[a-z]* (?:v?[12]c?|v?3 \S+) )?(?:community )?(?:(?:\d|encrypted|clear) (?=\S))?"?(?!(?:\d{1,3}(?:\.\d{1,3}){3}|traps?|informs?|ver[a-z]*|vrf|(?:udp-)?port|source\S*)(?:[\s"]|$))(?<secret>[^\s"]+)/d,
				reason: 'the community that traps are sent with; a v3 user name is hidden with it',
				matches: [
					'snmp-server host 192.0.2.1 version 2c fictive',
					'snmp-server host 192.0.2.1 fictive',
					'snmp-server host 192.0.2.1 ver v2c fictive',
					'snmp-server host 192.0.2.1 traps version 2c encrypted fictive',
				],
				spares: [
					'snmp-server host 192.0.2.1',
					'snmp-server location rack-4',
					'snmp-server host 192.0.2.1 traps',
					'snmp-server host 192.0.2.1 source-interface mgmt0',
					'snmp-server host inside 192.0.2.1 version 3 anna',
					'snmp-server host 192.0.2.1 udp-port 162',
				],
			},
			{
				id: 'secret/generic-snmp-user',
				pattern:
					/^snmp(?:-server|v3)? (?:.*? )??user .*?\bauth[ -](?:md5|sha\S*(?: \d{3})?)(?:-key)? (?:auth-pass )?(?:(?:\d|encrypt(?:ed)?|clear|plaintext|ciphertext) (?=\S))?"?(?<secret>[^\s"]+)"?(?: priv[ -](?:(?:3?des\d*|aes\S*(?: \d{3})?)(?:-key)? )?(?:priv-pass )?(?:(?:\d|encrypt(?:ed)?|clear|plaintext|ciphertext) (?=\S))?"?(?<secret2>[^\s"]+))?/d,
				reason: 'authentication and privacy keys',
				matches: [
					'snmp-server user anna ops v3 auth sha fictive1 priv aes 128 fictive2',
					'snmp-server user anna ops v3 auth md5 7 fictive1 priv des56 7 fictive2',
					'snmp-server user anna ops auth-md5 fictive1 priv-des fictive2',
					'snmpv3 user anna auth sha auth-pass ciphertext fictive1 priv aes priv-pass ciphertext fictive2',
				],
				spares: ['snmp-server user anna ops v3'],
			},
			{
				id: 'secret/generic-trap-community',
				pattern: /^snmptrap (?<secret>\S+) (?:ip6?addr |\d)/d,
				reason: 'a community again, in front of the address (FASTPATH switches)',
				matches: ['snmptrap fictive ipaddr 192.0.2.1', 'snmptrap fictive 192.0.2.1'],
				spares: ['snmptrap enable'],
			},
			{
				id: 'secret/generic-rip',
				pattern: /^ip rip authentication string (?:\d (?=\S))?(?<secret>\S+)/d,
				reason: 'a password of RIP in clear',
				matches: ['ip rip authentication string fictive'],
				spares: ['ip rip authentication mode md5'],
			},
			{
				id: 'secret/generic-virtual-gateway',
				pattern:
					/^(?:standby|vrrp|glbp|hsrp) (?:\d+ )?authentication (?:text |md5 key-string )?(?!md5 |text |mode |key-chain )(?:\d (?=\S))?(?<secret>\S+)/d,
				reason: 'HSRP, VRRP and GLBP authentication',
				matches: ['standby 1 authentication fictive', 'vrrp 1 authentication text fictive'],
				spares: ['standby 1 authentication md5 key-chain HSRP'],
			},
			{
				id: 'secret/generic-isakmp',
				pattern: /^(?:crypto )?isakmp key (?:\d (?=\S))?(?<secret>\S+) (?:address|hostname) /d,
				reason: 'pre-shared keys of IKE',
				matches: ['isakmp key fictive address 192.0.2.1', 'crypto isakmp key 12345 address 192.0.2.1'],
				spares: ['crypto isakmp keepalive 10'],
			},
			{
				id: 'secret/generic-authentication-key',
				pattern:
					/(?:^|\s)(?:(?:\w+-)?authentication-key|message-digest-key|auth-key|privacy-key)(?: \d{1,5})?(?: (?:md5|sha[\w-]*|(?:hmac|cmac|aes)-[\w-]+|type|value|key|text)){0,4}(?: (?:\d|encrypted|cipher|simple|plain|plaintext|ciphertext|clear))? "?(?!\d |(?<=-key )\d{2,5} |(?:md5|sha[\d-]{0,8}|(?:hmac|cmac|aes)(?:-[a-z\d]{1,8}){0,3}|type|value|key|text)(?: |$)|<secret)(?<secret>[^\s";{]+(?:;+[^\s";]+)*)/d,
				reason: 'routing protocols and time servers, which every vendor spells alike',
				matches: [
					'ntp authentication-key 1 md5 fictive',
					'ip ospf message-digest-key 1 md5 7 fictive',
					'authentication-key fictive',
					'ntp authentication-key 1 md5 12345',
					'ntp authentication-key 1 md5 12345 trusted',
					'authentication-key text-fictive',
					'set system ntp authentication-key 1 type md5 value "fictive"',
				],
				spares: ['ntp authentication-key 1 md5', 'ip ospf authentication message-digest', 'authentication-key-chain K'],
			},
			{
				id: 'secret/generic-key',
				pattern:
					/^(?:(?:radius|tacacs)(?:-server)?|tacacs\+|ntp|crypto|ip|neighbor|server-private|key|aaa)\b(?:.*? )??key (?:[0-9] |encrypted )?"?(?!chain|id|management|generate|pair|\d+ )(?<secret>[^\s";]{4,}(?:;+[^\s";]+)*)/d,
				reason: 'shared secrets of AAA and of routing protocols',
				matches: ['tacacs-server host 192.0.2.1 key 7 070C285F4D06', 'radius-server key fictive'],
				spares: ['key chain BGP', 'crypto key generate rsa', 'tacacs-server host 192.0.2.1'],
			},
		]),
		...anyPlatformMasks,
	],

	order: [
		// Wherever something is permitted or denied the first line that fits decides, whatever the list is called.
		{
			kind: 'siblings',
			within: [/^/],
			pattern: /^(?:(?:seq|sequence|rule|entry) )?(?:\d+ )?()(?:permit|deny|accept|reject|drop)(?: |$)/,
			numbers: /^(?:\D\S* )?(\d+) /,
		},
		{ kind: 'siblings', ...namedEntries },
		{ kind: 'siblings', within: [/^/], ...namedEntries },
		...serversInOrder,
	],
};
