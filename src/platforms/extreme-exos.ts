import type { Platform } from '../domain/platform/platform.ts';
import type { SpellingRule } from '../domain/platform/spelling-rules.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { secretsOf, volatileLinesOf } from './shared/mask-tables.ts';

/** Extreme ExtremeXOS. Every line is a whole command; comments name the module that the commands below belong to. */
export const extremeExos: Platform = {
	name: 'extreme_exos',
	title: 'Extreme ExtremeXOS (Switch Engine)',
	aliases: ['exos', 'xos', 'extreme', 'community.network.exos'],

	cli: {
		channel: 'shell',
		// `* ` marks unsaved changes, the number counts the commands: `* Slot-1 edge-01.12 # `.
		prompt: /^(?:[*!] ){0,2}(?:\([\w -]{1,32}\) )?(?:Slot-\d{1,2} )?(?:VPEX )?\(?[\w\-.~]{1,63}\)?[.:]\d{1,6} [>#]\s?$/,
		enable: null,
		// Without `session` it would be a change of the configuration.
		setup: ['disable clipaging session'],
		showRunning: 'show configuration',
		failures: [
			/^\s*%% (?:Invalid|Incomplete|Ambiguous|Unrecognized|Error)/i,
			/^\s*Error: (?:This command|Permission|You do not)/i,
			/^\s*%% (?:Permission|Access) denied/i,
		],
		pager: { prompt: /Press <SPACE> to continue or <Q> to quit:?\s*$/i, answer: ' ' },
		questions: [],
		// `exit` asks whether to save the configuration; the session is closed without a word instead.
		logout: null,
	},

	syntax: {
		style: 'set',
		comments: ['#'],
		negation: 'unconfigure ',
		takesCapitals: true,
		closers: [],
		frame: [],
		blocks: [
			{
				id: 'banner',
				start: /^configure banner(?: (?:before-login|after-login))?(?: acknowledge)?(?: save-to-configuration)?$/,
				end: /^$/,
				prose: true,
			},
			...anyPlatformBlocks,
		],
	},

	// Releases since 12 print no end token, older ones `# End of configuration file`: the learnt prompt behind the config counts.
	completeness: { proof: 'required-line', pattern: /^# Module \S+ configuration\.$/, minLines: 4 },

	masks: [
		...volatileLinesOf('extreme_exos', [
			{
				id: 'volatile/exos-generated',
				pattern: /^# .{0,80}\bConfiguration generated /,
				reason: 'the clock at the moment of the show (RANCID exos.pm)',
				matches: ['# Summit-X460 Configuration generated Mon Jan  5 10:12:13 2026'],
				spares: ['# Module vlan configuration.'],
			},
		]),
		...secretsOf('extreme_exos', [
			{
				id: 'secret/exos-account',
				pattern:
					/^(?:create|configure) (?:account|(?:cli )?failsafe-account|netlogin|ldap|xml-notification)(?: .*?)?? encrypted(?:-auth)? "?(?<secret>[^"\s]+)/d,
				reason: 'accounts of every kind (oxidized xos.rb)',
				matches: [
					'create account admin "anna" encrypted "$5$fictive$hash"',
					'configure account admin encrypted "fictive!hash"',
					'create netlogin local-user "anna" encrypted "fictive"',
					'configure failsafe-account encrypted fictive',
				],
				spares: ['configure account all password-policy min-length 12'],
			},
			{
				id: 'secret/exos-account-clear',
				pattern:
					/^(?:create account (?:admin|user|lawful-intercept) "?[^"\s]+"?|create netlogin local-user "?[^"\s]+"?|configure (?:account "?[^"\s]+"?|failsafe-account) password|configure ldap domain \S+ bind-user \S+(?: password)?|(?:create|configure) xml-notification target .*?\buser \S+) (?!encrypted |encrypted-auth |password |vlan-vsa |vlan )"?(?<secret>[^"\s]+)/d,
				reason: 'accounts as people write them',
				matches: ['create account user noc fictive', 'configure account admin password fictive'],
				spares: ['create account user noc'],
			},
			{
				id: 'secret/exos-shared-secret',
				pattern: /\bshared-secret (?:encrypted )?"?(?<secret>[^"\s]+)/d,
				reason: 'RADIUS and TACACS+ (oxidized xos.rb)',
				matches: [
					'configure radius mgmt-access primary shared-secret encrypted "#$fictive"',
					'configure tacacs primary shared-secret fictive',
				],
				spares: ['configure radius mgmt-access primary server 192.0.2.1 1812'],
			},
			{
				id: 'secret/exos-snmp-community',
				pattern:
					/^(?:configure|create) snmp (?:add |delete )?community (?:readonly|readwrite) (?:encrypted )?"?(?<secret>[^"\s]+)/d,
				reason: 'a community is a password in clear',
				matches: [
					'configure snmp add community readonly "fictive"',
					'configure snmp add community readwrite encrypted fictive',
				],
				spares: ['configure snmp sysContact "community office"'],
			},
			{
				id: 'secret/exos-snmpv3-community',
				pattern:
					/^configure snmpv3 (?:add|delete) community (?:hex |encrypted )?"?(?<secret>[^"\s]+)"?(?: encrypted)?(?: name (?:hex |encrypted )?"?(?<secret2>[^"\s]+))?/d,
				reason: 'the same for SNMPv3; the name of a community is the community',
				matches: [
					'configure snmpv3 add community "fictive" name "fictive" user "v1v2c_ro"',
					'configure snmpv3 add community "fictive" encrypted name "fictive" user "v1v2c_ro"',
					'configure snmpv3 delete community fictive',
				],
				spares: ['configure snmpv3 add target-addr "noc" param "p1" ipaddress 192.0.2.3'],
			},
			{
				id: 'secret/exos-snmpv3-user',
				pattern:
					/^configure snmpv3 add user .*?\b(?:auth-encrypted|authentication(?! \S+ auth-encrypted)) (?:(?:localized-key|md5|sha\d*|hex) ){0,3}"?(?<secret>[^"\s]+)"?(?: (?:privacy-encrypted|privacy) (?:(?:localized-key|privacy-encrypted|des|3des|aes|128|192|256|hex) ){0,5}"?(?<secret2>[^"\s]+))?/d,
				reason: 'keys of SNMPv3 (RANCID exos.pm)',
				matches: [
					'configure snmpv3 add user "noc" engine-id 80:00 auth-encrypted localized-key "23:24:fictive" privacy-encrypted localized-key "42:fictive"',
					'configure snmpv3 add user noc authentication sha fictive1 privacy aes 128 fictive2',
				],
				spares: ['configure snmpv3 add user "noc"', 'configure snmpv3 add group "ops" user "noc" sec-model usm'],
			},
			{
				id: 'secret/exos-protocol-password',
				pattern:
					/^(?:configure|create) (?:bgp|ospf|ospfv3|isis|vrrp|ntp|msdp|mpls|macsec|rip|bfd|mlag|ipsec|iqagent|auto-peering|installer|netlogin mac) .*?\b(?:password|simple-password|(?:keyed-)?md5|sha\d{1,3}|cak|psk|preshared-key) (?:(?:encrypted|simple|md5|key|(?<=(?:md5|sha\d{1,3}|key) )\d+) ){0,3}(?!none$|default$|(?:is:?|was:?|=|:|[-=]>|encrypted|auth-encrypted|<secret\S*) |<secret)"?(?<secret>[^"\s]+)/d,
				reason: 'routing protocols, time servers and MACsec (RANCID exos.pm)',
				matches: [
					'configure bgp neighbor 192.0.2.1 password encrypted "#$fictive"',
					'configure ospf vlan core authentication encrypted md5 1 "fictive"',
					'create ntp key 1 md5 encrypted "fictive"',
					'configure isis area core password encrypted simple "fictive"',
					'configure isis circuits hello-password encrypted md5 "fictive"',
					'create ntp key 1 sha256 encrypted "fictive"',
					'configure bfd vlan core authentication simple-password encrypted "fictive"',
					'configure mlag peer core authentication md5 encrypted key "fictive"',
				],
				spares: ['configure bgp neighbor 192.0.2.1 password none', 'configure ospf vlan core priority 1'],
			},
			{
				id: 'secret/exos-ssh-key',
				pattern: /^configure sshd?2 key (?:ecdsa |rsa |dsa )?(?!pregenerated$)(?<secret>[^\s"]+)$/d,
				reason: 'the private key of the SSH server (RANCID exos.pm)',
				matches: ['configure ssh2 key 00112233445566778899aabbccddeefffictive'],
				spares: ['configure ssh2 key pregenerated', 'configure ssh2 idletimeout 60'],
			},
			{
				id: 'secret/exos-trap-community',
				pattern: /^configure snmp add trapreceiver .*?\bcommunity (?:hex |encrypted )?"?(?<secret>[^"\s]+)/d,
				reason: 'the community that traps are sent with',
				matches: ['configure snmp add trapreceiver 192.0.2.3 community "fictive"'],
				spares: ['configure snmp add trapreceiver 192.0.2.3'],
			},
			{
				id: 'secret/exos-fabric-attach',
				pattern:
					/^configure (?:fabric attach|fabric-attach) .*?\bauthentication[- ]key (?:encrypted )?(?!default$|none$|<secret)"?(?<secret>[^"\s]+)/d,
				reason: 'elements of a fabric (from knowledge: EXOS)',
				matches: ['configure fabric attach ports 1 authentication key encrypted "fictive"'],
				spares: ['configure fabric attach ports 1 authentication key default'],
			},
			{
				id: 'secret/exos-netlogin-mac',
				pattern: /^configure netlogin add mac-list \S+ (?:\d{1,2} )?(?:encrypted )?"?(?<secret>[^"\s]+)/d,
				reason: 'what a device that cannot log in is logged in with',
				matches: [
					'configure netlogin add mac-list default encrypted "fictive"',
					'configure netlogin add mac-list 00:11:22:33:44:55 48 fictive',
				],
				spares: ['configure netlogin add mac-list default'],
			},
		]),
		...anyPlatformMasks,
	],

	// What is created is deleted, what is enabled disabled; settings have an `unconfigure` only here and there.
	remediation: {
		kind: 'statements',
		accumulates: /^create |^configure .* add /,
		takesBack: [
			[/^create (vlan|account \S+|vr|stpd|eaps|meter|access-list) ("[^"]*"|\S+).*$/, 'delete $1 $2'],
			[/^enable (.*)$/, 'disable $1'],
			[/^disable (.*)$/, 'enable $1'],
			[/^configure access-list add ("[^"]*"|\S+) .*$/, 'configure access-list delete $1 all'],
			[/^configure vlan (\S+) add ports (\S+)(?: (?:un)?tagged)?$/, 'configure vlan $1 delete ports $2'],
			[/^configure vlan (\S+) ipaddress .*$/, 'unconfigure vlan $1 ipaddress'],
			[/^configure iproute add (.*)$/, 'configure iproute delete $1'],
			[/^configure syslog add (.*)$/, 'configure syslog delete $1'],
			[/^configure (snmp|snmpv3) add (.*)$/, 'configure $1 delete $2'],
			[/^configure sntp-client (primary|secondary) \S+.*$/, 'unconfigure sntp-client $1'],
			[/^configure (radius|tacacs) (primary|secondary) server .*$/, 'unconfigure $1 server $2'],
		],
	},

	lists: [
		{
			pattern:
				/^(?<head>configure (?:vlan|vman) \S+ add ports )(?<values>\d[\d:,\- ]*)(?<tail>| (?:un)?tagged| private-vlan translated)$/,
			form: 'ranges',
			writing: 'adds',
			source:
				'a list of ports is a set, shown with ranges such as `1-4` and `1:1-4` (ExtremeXOS User Guide: Stand-alone Switch Numerical Ranges, SummitStack Numerical Ranges)',
			matches: ['configure vlan core add ports 1,3-4 tagged', 'configure vlan "core" add ports 1:1-4, 2:1'],
			spares: ['configure vlan core add ports all tagged', 'configure vlan core add ports 1:1-2:4 tagged'],
		},
		{
			pattern: /^(?<head>enable sharing \S+ grouping )(?<values>\d(?:[\d:,\- ]*\d)?)(?<tail>(?: [a-z].*)?)$/,
			form: 'ranges',
			writing: 'replaces',
			source: 'the same (from knowledge: enable sharing grouping)',
			matches: ['enable sharing 1 grouping 1-2, 5 algorithm address-based L2 lacp', 'enable sharing 1 grouping 1,2'],
			spares: ['enable sharing 1 grouping 1:1-2:4 lacp', 'configure sharing 1 add ports 3'],
		},
		{
			pattern: /^(?<head>(?:enable|disable) [a-z][\w-]*(?: [a-z][\w-]*){0,3} ports )(?<values>\d(?:[\d:,\- ]*\d)?)$/,
			form: 'ranges',
			writing: 'adds',
			source:
				'the same: a command for several ports is one for each (outputs of `show configuration` have `enable edp ports 1`)',
			matches: ['enable edp ports 1-3', 'disable snmp traps port-up-down ports 1:1, 1:3', 'enable edp ports 1'],
			spares: ['enable edp ports all', 'enable lldp ports 1 receive-and-transmit', 'enable mirroring to port 3'],
		},
	],

	shorthands: [
		{
			pattern: /^create vlan ("[^"]*"|\S+) tag (\d{1,4})$/,
			lines: ['create vlan $1', 'configure vlan $1 tag $2'],
			source: 'a tag is taken with the name, and shown by itself (EXOS Command Reference, create vlan)',
			matches: ['create vlan users tag 10'],
			spares: ['create vlan users', 'create vlan users vr VR-Default'],
		},
	],

	spellings: [
		...['Name', 'Contact', 'Location'].map(
			(word): SpellingRule => ({
				kind: 'words',
				pattern: new RegExp(`^configure snmp sys${word.toLowerCase()} `),
				spelled: `configure snmp sys${word} `,
				source:
					'taken in small letters (EXOS Command Reference), and shown with a capital (outputs of `show configuration`)',
			}),
		),
		{
			kind: 'words',
			pattern: /(?<= )"([\w.:/@-]+)"(?= |$)/g,
			spelled: '$1',
			source:
				'a name without blanks needs no quotes: `create vlan "core"`, `configure vlan core tag 10` (e2x of Extreme)',
		},
		{
			kind: 'netmask',
			pattern: /^configure (?:vlan \S+ ipaddress|iproute add) /,
			source:
				'a prefix length is taken, `ipaddress 192.0.2.1/24`, and a mask is shown (outputs of `show configuration`)',
		},
	],

	order: [
		{ kind: 'siblings', pattern: /^configure (access-list add) / },
		// What was added last is tried last (EXOS Command Reference, configure dns-client add).
		{ kind: 'siblings', pattern: /^configure (dns-client add (?:domain-suffix|name-server)) / },
	],
};
