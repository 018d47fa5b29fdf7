import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { secretsOf, volatileLinesOf } from './shared/mask-tables.ts';

/** Check Point Gaia: the operating system's configuration. The rule base is held by the management server, not here. */
export const checkpointGaia: Platform = {
	name: 'checkpoint_gaia',
	title: 'Check Point Gaia',
	aliases: ['gaiaos', 'gaia', 'checkpoint', 'check_point.gaia.checkpoint'],

	cli: {
		channel: 'shell',
		// The login shell must be clish; the expert shell ([Expert@fw-01:0]#) has no such commands and is refused.
		prompt: /^(?:\[Global\] )?[\w.-]{1,63}(?::\d{1,4})?>\s?$/,
		enable: null,
		// Of this session only, like all of `clienv` unless it is saved.
		setup: ['set clienv rows 0'],
		showRunning: 'show configuration',
		failures: [
			/^(?:CLINFR|NMI[A-Z]{3})\d{4}\s/,
			/^\s*(?:Invalid|Incomplete|Ambiguous) command/i,
			/^\s*(?:Permission denied|You are not authorized)/i,
		],
		pager: { prompt: /-- ?More ?--\s*$/i, answer: ' ' },
		questions: [],
		logout: 'exit',
	},

	// The API has no request for the whole configuration, and those that it has do not cover all of it. Its scripts print what
	// clish shows; they are tasks, which are asked for until they are done.
	rest: {
		yields: 'set',
		form: { completeness: { proof: 'last-line', pattern: /^# end of configuration$/ } },
		logins: [
			{
				kind: 'session',
				open: {
					method: 'POST',
					path: '/gaia_api/login',
					body: { kind: 'json', value: { user: '{username}', password: '{password}' } },
				},
				grant: { kind: 'answer', type: 'json', at: '/sid' },
				send: { headers: { 'X-chkp-sid': '{session}' } },
				close: { method: 'POST', path: '/gaia_api/logout', body: { kind: 'json', value: {} } },
			},
		],
		showRunning: [
			{
				method: 'POST',
				path: '/gaia_api/run-script',
				body: {
					kind: 'json',
					value: { script: 'clish -c "show configuration" && echo "# end of configuration"' },
				},
			},
		],
		task: {
			at: '/task-id',
			ask: { method: 'POST', path: '/gaia_api/show-task', body: { kind: 'json', value: { 'task-id': '{task}' } } },
			state: { at: '/tasks/0/status', pending: ['in progress', 'pending', 'queued'] },
		},
		answer: {
			type: 'json',
			text: '/tasks/0/task-details/0/output',
			encoding: 'base64',
			complaints: ['/message'],
			denials: [/authentication|login failed|wrong (?:user|password)/i],
			requires: [
				{ at: '/tasks/0/status', is: 'succeeded' },
				{ at: '/tasks/0/task-details/0/return-value', is: '0' },
			],
		},
		enabledBy: 'gaia_api start, and the right to run scripts for the account',
	},

	syntax: {
		style: 'set',
		comments: ['#'],
		negation: 'delete ',
		closers: [],
		frame: [/^# end of configuration$/, /^(?:save config|lock database override)$/],
		blocks: anyPlatformBlocks,
	},

	// There is no end token: the host's name, which every config states, and the learnt prompt behind the config.
	completeness: { proof: 'required-line', pattern: /^set hostname \S/, minLines: 10 },

	masks: [
		...volatileLinesOf('checkpoint_gaia', [
			{
				id: 'volatile/gaia-exported',
				pattern: /^# Exported by \S+ on /,
				reason: 'who looked and when (oxidized gaiaos.rb)',
				matches: ['# Exported by admin on Mon Jan  5 10:12:13 2026'],
				spares: ['# Language version: 13.4v1', '# Configuration of fw-01'],
			},
			{
				id: 'volatile/gaia-session',
				pattern: /^set clienv rows \d+$/,
				reason: 'the pager that this very session switched off',
				matches: ['set clienv rows 0', 'set clienv rows 24'],
				spares: ['set clienv prompt "%M"'],
			},
		]),
		...secretsOf('checkpoint_gaia', [
			{
				id: 'secret/gaia-password-hash',
				pattern:
					/^set (?:expert-password(?:-hash)?|grub2-password(?:-hash)?|user \S+ (?:password(?:-hash)?|newpass)) (?:sha\d{3} |md5 )?(?<secret>\S+)/d,
				reason: 'accounts and the expert shell (oxidized gaiaos.rb)',
				matches: [
					'set expert-password-hash $1$fictive$hash',
					'set user anna password-hash $6$rounds=10000$fictive$hash',
					'set grub2-password-hash grub.pbkdf2.sha512.10000.fictive',
				],
				spares: ['set user anna shell /etc/cli.sh', 'set password-controls min-password-length 12'],
			},
			{
				id: 'secret/gaia-snmp-community',
				pattern: /^(?:set|add) snmp (?:.*? )??community (?<secret>\S+)/d,
				reason: 'a community is a password in clear (oxidized gaiaos.rb)',
				matches: [
					'set snmp community fictive read-only',
					'add snmp traps receiver 192.0.2.3 version v2 community fictive',
				],
				spares: ['set snmp contact "noc"', 'set snmp agent on'],
			},
			{
				id: 'secret/gaia-snmp-pass-phrase',
				pattern: /\b(?:auth|authentication-\w+|privacy)-pass-phrase(?:-hashed)? (?<secret>\S+)/d,
				reason: 'keys of SNMPv3 (oxidized gaiaos.rb)',
				matches: ['add snmp usm user noc security-level authPriv auth-pass-phrase-hashed 0f1e2dfictive'],
				spares: ['add snmp usm user noc security-level authNoPriv'],
			},
			{
				id: 'secret/gaia-snmp-privacy',
				pattern: /^\w+ snmp usm user .*?\bprivacy-pass-phrase-hashed (?<secret>\S+)/d,
				reason: 'the second key on the line; the first is hidden already',
				matches: ['add snmp usm user noc auth-pass-phrase-hashed 0f1efictive1 privacy-pass-phrase-hashed 2d3cfictive2'],
				spares: ['add snmp usm user noc privacy-protocol AES'],
			},
			{
				id: 'secret/gaia-ospf',
				pattern:
					/^(?:set|add) (?:ospf|ipv6 ospf3|isis|bgp|rip|vrrp|mcvr|ntp|bfd|ip-reachability-detection) .*?\b(?:secret|simple|value|password|auth-key)(?:-hash(?:ed)?)? (?!(?:is:?|was:?|=|:|[-=]>|password) )(?<secret>\S+)/d,
				reason: 'routing protocols (oxidized gaiaos.rb)',
				matches: [
					'set ospf interface eth1 authtype md5 key 1 secret fictive',
					'set bgp external remote-as 65001 peer 192.0.2.1 authtype md5 secret fictive',
				],
				spares: ['set ospf interface eth1 cost 10'],
			},
			{
				id: 'secret/gaia-aaa',
				pattern:
					/^(?:add|set) aaa (?:radius|tacacs)-servers .*?\b(?:secret|key)(?:-hash(?:ed)?)? (?!(?:is:?|was:?|=|:|[-=]>) )(?<secret>\S+)/d,
				reason: 'shared secrets of AAA',
				matches: [
					'add aaa radius-servers priority 1 host 192.0.2.1 port 1812 secret fictive timeout 3',
					'add aaa tacacs-servers priority 1 server 192.0.2.1 key fictive',
				],
				spares: ['set aaa tacacs-servers state off'],
			},
			{
				id: 'secret/gaia-login',
				pattern:
					/^(?:add|set) (?:pppoe|proxy|backup-scheduled|snapshot-scheduled|security-gateway|virtual-system|wireless|interface|scheduled-backup|installer|certificate-authority|lom|api) (?:.*?[\s-])??(?:password|passphrase|api key)(?:-hash)? (?!(?:is:?|was:?|=|:|[-=]>) )(?<secret>\S+)/d,
				reason: 'logins of the gateway elsewhere (Gaia clish reference)',
				matches: [
					'set pppoe client id 1 interface eth1 user-name anna password fictive',
					'add backup-scheduled name nightly scp ip 192.0.2.9 username anna password fictive',
				],
				spares: ['set password-controls min-password-length 12'],
			},
			{
				id: 'secret/gaia-any-login',
				pattern:
					/^(?:add|set|join) (?:.*?[\s-])??password (?!(?:is:?|was:?|=|:|[-=]>) |<secret[:>])(?<secret>\S+)(?= |$)(?<!^set (?:message|.* (?:comments|description)) .*)/d,
				reason: 'the same of features that are not listed; what is said in a text is not a command',
				matches: [
					'set cluster-management password fictive',
					'add backup scp ip 192.0.2.9 username anna password fictive',
				],
				spares: ['set password-controls min-password-length 12', 'set interface eth0 comments "password rotation"'],
			},
		]),
		...anyPlatformMasks,
	],

	// `set` takes another value; what is added, or switched on, has a command that takes it away (Gaia clish reference).
	remediation: {
		kind: 'statements',
		accumulates: /^add |^set (?:static-route|ntp server|dns) /,
		takesBack: [
			[
				/^add (user|group|rba role|snmp \S+|aaa \S+|allowed-client|bonding group|bridging group) (\S+).*$/,
				'delete $1 $2',
			],
			[/^add interface (\S+) vlan (\d+)$/, 'delete interface $1 vlan $2'],
			[/^set static-route (\S+) (nexthop .*) on$/, 'set static-route $1 $2 off'],
			[/^set static-route (\S+) .*$/, 'set static-route $1 off'],
			[/^set ntp server (?:primary|secondary) (\S+).*$/, 'delete ntp server $1'],
			[/^set dns (primary|secondary|tertiary) \S+$/, 'delete dns $1'],
			[/^set interface (\S+) ipv4-address \S+ .*$/, 'delete interface $1 ipv4-address'],
			[/^set interface (\S+) ipv6-address (\S+) .*$/, 'delete interface $1 ipv6-address'],
			[/^set interface (\S+) comments .*$/, 'delete interface $1 comments'],
			[/^set snmp community (\S+) .*$/, 'delete snmp community $1'],
			[/^set syslog log-remote-address (\S+) .*$/, 'delete syslog log-remote-address $1'],
			[/^set (.*) on$/, 'set $1 off'],
			[/^set (.*) enable$/, 'set $1 disable'],
		],
	},

	spellings: [
		{
			kind: 'words',
			pattern: / (?:subnet-mask|mask-length)(?= )(?<=^(?:add|set) interface \S+ (?:alias|ipv4-address) \S+ [a-z-]+)/,
			spelled: '',
			source:
				'either is taken (Batfish, grammar CheckPointGateway_interface), and `mask-length` is shown (outputs of `show configuration`)',
		},
		{
			kind: 'netmask',
			pattern: /^(?:add|set) interface \S+ (?:alias|ipv4-address) /,
			source: 'the same',
		},
	],

	order: [
		{ kind: 'siblings', pattern: /^set (dns) (?:primary|secondary|tertiary) /, entries: /^()set dns (\w+)/ },
		// The entry itself: what else it says is about routes (Gaia Advanced Routing Guide, Route Maps).
		{
			kind: 'siblings',
			pattern: /^set (routemap \S+) id \d+ (?:on|allow|restrict|inactive)$/,
			numbers: / id (\d+) /,
		},
	],
};
