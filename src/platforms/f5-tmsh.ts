import type { DefaultRule } from '../domain/platform/equivalence-rules.ts';
import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { secretsOf, volatileLinesOf, volatileSecretsOf } from './shared/mask-tables.ts';

/** What BIG-IP calls ports (IANA Service Name and Transport Protocol Port Number Registry); `any` is its own. */
const SERVICES: Readonly<Record<string, string>> = {
	any: '0',
	'ftp-data': '20',
	ftp: '21',
	ssh: '22',
	telnet: '23',
	smtp: '25',
	tacacs: '49',
	domain: '53',
	http: '80',
	'hosts2-ns': '81',
	xfer: '82',
	kerberos: '88',
	pop3: '110',
	ntp: '123',
	snmp: '161',
	snmptrap: '162',
	ldap: '389',
	https: '443',
	'microsoft-ds': '445',
	syslog: '514',
	submission: '587',
	ldaps: '636',
	imaps: '993',
	pop3s: '995',
	'ms-sql-s': '1433',
	'ncube-lm': '1521',
	radius: '1812',
	'radius-acct': '1813',
	'msft-gc': '3268',
	'msft-gc-ssl': '3269',
	mysql: '3306',
	'ms-wbt-server': '3389',
	sip: '5060',
	irdmi: '8000',
	webcache: '8080',
	'pcsync-https': '8443',
	'ddi-tcp-1': '8888',
	'tungsten-https': '9443',
};

/** A line of a virtual server that says what is so anyway. */
function virtualDefault(line: string, other: string): DefaultRule {
	const [command = ''] = line.split(' ');
	return {
		line: new RegExp(`^${line.replaceAll('.', '\\.')}$`),
		command: new RegExp(`^${command} `),
		within: [/^ltm virtual /],
		source: 'tmsh reference: ltm virtual',
		matches: [line],
		spares: [other],
	};
}

/** F5 BIG-IP, asked by a bash command: inside tmsh, switching the pager off would write to the configuration. */
export const f5Tmsh: Platform = {
	name: 'f5_tmsh',
	title: 'F5 BIG-IP',
	aliases: ['tmos', 'f5_ltm', 'f5_linux', 'bigip', 'bigip_f5', 'f5networks.f5_modules.bigip'],

	cli: {
		channel: 'exec',
		prompt: /^\[?[\w.-]{1,32}@[\w.()-]{1,63}(?::[^\]\n]{1,80})?\]? ?[~#$]{1,2}\s?$/,
		enable: null,
		setup: [],
		// Every partition; `cd` is the session's own.
		showRunning: 'tmsh -q -c "cd /; list recursive"',
		failures: [
			/^(?:Syntax Error|Data Input Error|Unexpected Error): /,
			/^\S*sh: .*tmsh: (?:command )?not found/,
			/^(?:Permission denied|The requested (?:folder|component) .* was not found)/i,
		],
		pager: { prompt: /^---\(less \d{1,3}%\)---\s*$/, answer: ' ' },
		questions: [],
		logout: null,
	},

	syntax: {
		style: 'braces',
		comments: ['#'],
		negation: 'delete ',
		closers: [],
		frame: [],
		blocks: [
			{ id: 'irule', start: /^(?:ltm|gtm|pem|security) rule \S+ \{$/, end: 'braces', prose: true },
			{ id: 'script', start: /^(?:cli script|sys icall script) \S+ \{$/, end: 'braces', prose: true },
			// Texts of several lines: an odd number of quotes on the first.
			{ id: 'text', start: /^[^"]*"(?:[^"\\]|\\.)*$/, end: /^(?:[^"\\]|\\.)*"[^"]*$/, prose: true },
			...anyPlatformBlocks,
		],
	},

	completeness: { proof: 'balanced-braces', minLines: 5 },

	masks: [
		...volatileLinesOf('f5_tmsh', [
			{
				id: 'volatile/f5-monitor-state',
				pattern: /^state (?:up|down|checking|irule-down|unchecked|fqdn-up|fqdn-down|fqdn-checking)$/,
				reason: 'what a monitor found; a person says `user-down` (oxidized tmos.rb)',
				matches: ['state up', 'state checking'],
				spares: ['state user-down', 'state enabled'],
			},
			{
				id: 'volatile/f5-counters',
				pattern: /^(?:errors|bandwidth-bps|bandwidth-cps|bandwidth-pps) \d+$/,
				reason: 'counters (oxidized tmos.rb)',
				matches: ['errors 12', 'bandwidth-bps 1000'],
				spares: ['errors-limit 12'],
			},
			{
				id: 'volatile/f5-failover-state',
				pattern: /^failover-state (?:active|standby|offline|unknown)$/,
				within: [/^cm device /],
				reason: 'which of the pair works at the moment',
				matches: ['failover-state active'],
				spares: ['failover-state'],
			},
			{
				id: 'volatile/f5-file-stamp',
				pattern: /^(?:creat(?:e|ion)-time|created-by|last-(?:update|modified)-time|updated-by|revision) \S+$/,
				reason:
					'who put a file or a virtual server there and when; the checksum of a file is compared (oxidized tmos.rb, `list ltm virtual` of release 13 and later)',
				matches: [
					'create-time 2026-01-05:10:12:13',
					'updated-by root',
					'revision 2',
					'creation-time 2026-01-05:10:12:13',
					'last-modified-time 2026-01-05:10:12:13',
				],
				spares: ['revision-limit 2 3', 'checksum SHA1:1314:92add397', 'time-until-up 0'],
			},
			{
				id: 'volatile/f5-configtime',
				pattern: /^sys db (?:configsync\.localconfigtime|[gl]tm\.configtime) \{/,
				reason: 'the time of the last change (oxidized tmos.rb)',
				matches: ['sys db configsync.localconfigtime {', 'sys db ltm.configtime { }'],
				spares: ['sys db configsync.timesyncport {'],
			},
		]),
		...volatileSecretsOf('f5_tmsh', [
			{
				id: 'volatile-secret/f5-encrypted',
				pattern: /^(?:auth|privacy)-password-encrypted "?(?<secret>[^"\s]+)/d,
				reason: 'SNMPv3 keys are encrypted anew every now and then (oxidized#382, #2601)',
				matches: ['auth-password-encrypted "lR\\:fictive"', 'privacy-password-encrypted fictive'],
				spares: ['encrypted-password $6$fictive$hash', 'auth-protocol sha'],
			},
		]),
		...secretsOf('f5_tmsh', [
			{
				id: 'secret/f5-snmp-include',
				pattern:
					/^(?:include ".*?\b)?(?:ro|rw|trap)community6? (?<secret>[^\s"\\]+)|\\n(?:ro|rw|trap)community6? (?<secret2>[^\s"\\]+)/d,
				reason: 'communities in what is added to the file of net-snmp as it is (snmpd.conf(5))',
				matches: [
					'include "rocommunity fictive default"',
					'include "rwcommunity6 fictive"',
					'rocommunity fictive default',
				],
				spares: ['include "sysname edge-01"', 'description rocommunity'],
			},
			{
				id: 'secret/f5-value',
				pattern:
					/^(?:[\w-]+-)?(?:secret|password|passphrase|bind-pw|pass-phrase|passwd|psk|preshared-key|shared-key|auth-key|encrypt-key|encryption-key|access-key|secret-key|registration-key|token|encrypted)(?:-encrypted)? (?!none$|\{$|enabled$|disabled$)(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^"]+))$/d,
				reason: 'accounts, AAA servers, keys and monitors (oxidized tmos.rb)',
				matches: [
					'encrypted-password $6$fictive$hash',
					'secret "$M$fictive"',
					'passphrase $M$Zw$fictive==',
					'bind-pw fictive',
					'password fictive',
				],
				spares: ['auth password-policy { }', 'password none', 'username anna'],
			},
			{
				id: 'secret/f5-community',
				pattern: /^(?:community|community-name) (?!none$|\{$)(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^"\s]+))$/d,
				reason: 'a community is a password in clear (oxidized tmos.rb)',
				matches: ['community fictive', 'community-name "fictive"'],
				spares: ['communities {', 'community {'],
			},
			{
				id: 'secret/f5-db-value',
				pattern: /^value (?!none$|\{$)(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"].*))$/d,
				within: [/^sys db (?=\S*(?:password|passwd|secret|passphrase|community))\S+ \{$/],
				reason: 'variables that hold a login (tmsh reference: sys db)',
				matches: ['value "fictive"'],
				spares: ['value-range "string"'],
			},
			{
				id: 'secret/f5-application-variable',
				pattern: /^value (?!none$|\{$)(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"].*))$/d,
				within: [/^(?:.*\s)?(?=\S*(?:password|passwd|secret|passphrase))\S+ \{$/],
				reason: 'passwords that a template of an application asked for',
				matches: ['value fictive'],
				spares: ['value-range x'],
			},
			{
				id: 'secret/f5-hidden-fields',
				pattern:
					/^(?:[\w-]+-)?hidden(?:-[\w-]+)? (?!none$|\{$|enabled$|disabled$|yes$|no$|true$|false$)(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"].*))$/d,
				reason:
					'what a form of single sign-on sends beside the login; nobody sees it in the form (from knowledge: APM)',
				matches: ['hidden-parameters "token=fictive"', 'form-hidden-params token=fictive'],
				spares: ['hidden-parameters none', 'hidden yes', 'form-action /login'],
			},
			{
				id: 'secret/f5-monitor-variable',
				pattern: /^user-defined (?=\S*(?:PASS|PWD|SECRET|TOKEN|KEY))\S+ (?:"(?<secret>[^"]+)"|(?<secret2>[^\s"]+))/di,
				reason: 'what the script of a monitor is given (from knowledge: ltm monitor external)',
				matches: ['user-defined PASSWORD fictive'],
				spares: ['user-defined URI /health'],
			},
			{
				id: 'secret/f5-log-login',
				pattern: /\bpassword\(\\?"(?<secret>[^"\\]+)/d,
				reason: 'destinations of syslog-ng in what is included',
				matches: ['include "destination d { amqp(password(\\"fictive\\")); };"'],
				spares: ['include "options { };"'],
			},
			{
				id: 'secret/f5-record',
				pattern: /^data (?!\{)(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]+))$/d,
				within: [
					/^ltm data-group internal (?=\S*(?:pass|pwd|secret|token|key|cred|hmac|basic[-_]?auth))\S+ \{$/i,
					/^records \{$/,
					/\{$/,
				],
				reason: 'what an iRule compares logins with; nothing but its name tells what a group is for',
				matches: ['data fictive', 'data "two words"'],
				spares: ['data {'],
			},
			{
				id: 'secret/f5-record-name',
				pattern: /^(?:"(?<secret>[^"]+)"|(?<secret2>[^\s"]+)) \{/d,
				within: [/^ltm data-group internal \S*(?:token|key)s?(?:\W|_|\d|$)\S* ?\{$/i, /^records \{$/],
				reason: 'keys that clients send stand in front of what they are for',
				matches: ['fictive {', 'fictive { }'],
				spares: ['data client1'],
			},
			{
				id: 'secret/f5-rule-login',
				pattern:
					/\bset \S{0,32}?(?:pass|pwd|secret|token|apikey)\S{0,32} (?:"(?![[$])(?<secret>[^"]+)|\{(?<secret3>[^{}]+)|(?!["[${])(?<secret4>[^"\s\]]+))|\[HTTP::(?:password|header (?:value )?"?[\w-]{0,32}(?:key|token|auth|authorization)"?)\]? (?:equals|eq|ne|==|!=) "(?<secret2>[^"]+)"/di,
				reason: 'iRules keep logins in variables, or compare them',
				matches: [
					'set password "fictive"',
					'set password "fictive fictive"',
					'set password {fictive fictive}',
					'if { [HTTP::password] equals "fictive" } {',
					'if { [HTTP::header "X-Api-Key"] equals "fictive" } {',
				],
				spares: [
					'set passed [HTTP::uri]',
					'set tokens {}',
					'set uri "/login"',
					'if { [HTTP::header "Host"] equals "x.example" } {',
				],
			},
			{
				id: 'secret/f5-rule-cookie',
				pattern:
					/\bHTTP::cookie (?:en|de)crypt (?:"[^"]*"|\S+) (?:"(?![[$])(?<secret>(?:[^"\\]|\\.)+)|(?!["[${])(?<secret2>[^\s"\];]+))/d,
				reason: 'the passphrase of a cookie (iRules API reference)',
				matches: ['HTTP::cookie encrypt "c" "fictive"', 'HTTP::cookie decrypt c fictive'],
				spares: ['HTTP::cookie encrypt "c" $key', 'HTTP::cookie value "c"'],
			},
			{
				id: 'secret/f5-rule-basic',
				pattern:
					/\bb64encode (?:"[^\s":$[]{1,128}:(?![[$])(?<secret>[^"]+)|(?!["$[{])[^\s":$[]{1,128}:(?![[$])(?<secret2>[^\s"\]]+))/d,
				reason: 'an iRule makes the login of HTTP of a name and a password (RFC 7617)',
				matches: [
					'HTTP::header insert Authorization "Basic [b64encode anna:fictive]"',
					'set a [b64encode "anna:fictive"]',
				],
				spares: ['set a [b64encode "$user:$password"]', 'set a [b64encode $text]'],
			},
			{
				id: 'secret/f5-rule-header',
				pattern:
					/\bHTTP::header (?:insert|replace) "?[\w-]{0,64}(?:key|token|auth|secret)"? (?:"(?![[$]|(?:Basic|Bearer|Token) )(?<secret>(?:[^"\\]|\\.)+)|(?!["[${])(?<secret2>[^\s"\];]+))/di,
				reason: 'an iRule logs in to a server with a header',
				matches: ['HTTP::header replace "X-Api-Key" "fictive"', 'HTTP::header insert X-Auth-Token fictive'],
				spares: ['HTTP::header insert "X-Api-Key" $key', 'HTTP::header insert "X-Forwarded-For" "192.0.2.1"'],
			},
			{
				id: 'secret/f5-rule-key',
				pattern:
					/(?:\bset \S{0,32}key|\s-key|\bAES::(?:en|de)crypt) (?:"(?<secret>(?:[^"\\$[]|\\.)+)"|\{(?<secret3>[^{}$[]+)\}|(?<secret2>[^\s"$[\]{};]+))(?:[\s;\]]|$)/d,
				reason: 'keys of AES:: and CRYPTO:: (iRules API reference)',
				matches: [
					'set key "AES 128 fictive"',
					'set key {AES 128 fictive}',
					'set static::hmac_key fictive',
					'CRYPTO::sign -alg hmac-sha256 -key "fictive" $x',
					'set k [CRYPTO::decrypt -alg aes -key fictive]',
				],
				spares: ['set key [AES::key 128]', 'set keyname "X-Header"', 'AES::encrypt $key $x', 'set sessionkey "a:$x"'],
			},
		]),
		...anyPlatformMasks,
	],

	remediation: 'tmsh',

	// Shown of every virtual server, whether or not somebody said so.
	defaults: [
		virtualDefault('source 0.0.0.0/0', 'source 192.0.2.0/24'),
		virtualDefault('mask 255.255.255.255', 'mask 255.255.255.0'),
		virtualDefault('translate-address enabled', 'translate-address disabled'),
		virtualDefault('translate-port enabled', 'translate-port disabled'),
		virtualDefault('serverssl-use-sni disabled', 'serverssl-use-sni enabled'),
		{
			line: /^vs-index \d+$/,
			command: /^vs-index /,
			within: [/^ltm virtual /],
			source: 'a number that the system gives',
			matches: ['vs-index 4'],
			spares: ['vs-index'],
		},
		...[[/^ltm node /], [/^members$/, /^\S/]].map((within) => ({
			line: /^session (?:monitor|user)-enabled$/,
			command: /^session /,
			within,
			source: 'follows from whether there is a monitor; a person says `user-disabled` (outputs of `list ltm pool`)',
			matches: ['session monitor-enabled', 'session user-enabled'],
			spares: ['session user-disabled'],
		})),
	],

	spellings: [
		...[
			/^(?<head>monitor )(?<values>\S+(?: and \S+)+)(?<tail>)$/,
			/^(?<head>monitor min \d+ of \{ )(?<values>[^{}]+)(?<tail> \})$/,
		].map((pattern) => ({
			kind: 'sorted' as const,
			pattern,
			source: 'all of them are asked, or any number of them, in no order (from knowledge: tmsh, ltm pool)',
		})),
		{
			kind: 'words',
			pattern: /(?<=^|\s)\/?Common\/(?=\S)/g,
			spelled: '',
			source:
				'an object of the partition Common is called by its name, or with the partition in front; `list recursive` says it relative to the folder (tmsh reference: cd)',
		},
		{
			kind: 'names',
			pattern: /(?<=:|:[\da-f]{0,4}\.)[a-z][a-z\d-]*(?=$)/g,
			values: SERVICES,
			source: 'ports are shown by the name that /etc/services has for them (outputs of `list ltm virtual`)',
		},
	],

	order: [
		{ kind: 'children', within: [/^ltm virtual /, /^rules$/] },
		{
			kind: 'children',
			within: [/^security (?:firewall (?:policy|rule-list)|nat policy) /, /^rules$/],
		},
		{ kind: 'children', within: [/^sys dns$/, /^(?:name-servers|search)$/] },
		{ kind: 'children', within: [/^auth (?:radius|tacacs|ldap) /, /^servers$/] },
		{ kind: 'children', within: [/^security firewall management-ip-rules$/, /^rules$/] },
		{ kind: 'children', within: [/^net (?:route-domain|self) /, /^fw-(?:enforced|staged)-policy-rules$/] },
	],
};
