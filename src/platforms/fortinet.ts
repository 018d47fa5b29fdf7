import type { DefaultRule } from '../domain/platform/equivalence-rules.ts';
import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { secretsOf, volatileLinesOf, volatileSecretsOf } from './shared/mask-tables.ts';

/** Tables of policies of every kind. */
const POLICIES =
	/^config firewall (?:\S+-)?(?:policy\d*|acl6?|policy46|policy64|DoS-policy6?|central-snat-map|interface-policy6?)$/;

/** Lines of the entries of a table that say what is so anyway, each with what it would be otherwise. */
function entryDefaults(
	table: RegExp,
	lines: Readonly<Record<string, string>>,
	source = 'not shown where it is so (FortiOS CLI reference 6.4, and outputs of `show`)',
): readonly DefaultRule[] {
	return Object.entries(lines).map(([line, other]) => ({
		line: new RegExp(`^${line.replaceAll('.', '\\.')}$`),
		command: new RegExp(`^${line.split(' ', 2).join(' ')} `),
		within: [table, /^edit /],
		source,
		matches: [line],
		spares: [other],
	}));
}

/** Where a device shows it all the same, its default is another one. */
const neverShown = (rule: DefaultRule): DefaultRule => ({ ...rule, leftOutBy: 'running' });

/**
 * Fortinet FortiOS. It encrypts every password anew at every show (oxidized#1883), so that passwords are hidden on both
 * sides and never compared.
 */
export const fortinet: Platform = {
	name: 'fortinet',
	title: 'Fortinet FortiOS',
	aliases: ['fortios', 'fortigate', 'fortinet.fortios.fortios'],

	cli: {
		channel: 'shell',
		// `fw-01 # `, `fw-01 (global) # `, `fw-01(Primary) # `; read-only administrators see `$` (oxidized fortigate.rb).
		prompt: /^(?:\(\w\) )?[\w.\-~]{1,63}(?:\(\w{1,32}\))?(?: \([\w.-]{1,64}\))?~? ?[#$]\s?$/,
		enable: null,
		// The pager is a setting of the device (`config system console`); a pipe goes around it and changes nothing.
		setup: [],
		showRunning: 'show | grep .',
		failures: [
			/^\s*(?:Unknown action|Command fail\.|command parse error before|ambiguous command before)/i,
			/^\s*(?:Permission denied|You have no permission|No permission)/i,
		],
		pager: { prompt: /--More--\s?$/, answer: ' ' },
		questions: [{ prompt: /\(Press 'a' to accept\):?\s?$/, answer: 'a' }],
		logout: 'exit',
	},

	// The backup of the web interface. Newer releases refuse to hand it out by GET (405), older ones know no POST.
	rest: {
		yields: 'edit-blocks',
		logins: [{ kind: 'token', send: { headers: { authorization: 'Bearer {token}' } } }],
		showRunning: [
			{
				method: 'POST',
				path: '/api/v2/monitor/system/config/backup',
				body: { kind: 'json', value: { destination: 'file', scope: 'global' } },
			},
			{
				method: 'GET',
				path: '/api/v2/monitor/system/config/backup',
				query: { destination: 'file', scope: 'global' },
			},
		],
		showVdom: [
			{
				method: 'POST',
				path: '/api/v2/monitor/system/config/backup',
				body: { kind: 'json', value: { destination: 'file', scope: 'vdom', vdom: '{vdom}' } },
			},
			{
				method: 'GET',
				path: '/api/v2/monitor/system/config/backup',
				query: { destination: 'file', scope: 'vdom', vdom: '{vdom}' },
			},
		],
		answer: { type: 'text', text: '', complaints: [] },
		// A backup leaves out what the profile may not read.
		enabledBy: 'config system api-user, with a profile that may read and write sysgrp and read all else',
	},

	syntax: {
		style: 'edit-blocks',
		comments: ['#'],
		negation: 'unset ',
		closers: [],
		frame: [],
		singleQuotes: true,
		blocks: [
			{
				id: 'encrypted-private-key',
				start: /^set \S+ "-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----$/,
				end: /-----END (?:[A-Z]{2,10} )?PRIVATE KEY-----/,
				key: true,
			},
			// Replacement messages hold whole pages, certificates a PEM text; `\"` does not end them.
			{
				id: 'quoted-text',
				start: /^set \S+ (?:[^"\\]|\\.)*"(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*\\?$/,
				end: /^(?:[^"\\]|\\.)*"/,
				key: true,
			},
			...anyPlatformBlocks,
		],
	},

	completeness: { proof: 'balanced-blocks', minLines: 10 },

	masks: [
		...volatileLinesOf('fortinet', [
			{
				id: 'volatile/fortios-file-version',
				pattern: /^#(?:conf_file_ver|private-encryption-key)=/,
				reason: 'a counter of the file, and the key that its passwords were encrypted with (oxidized fortigate.rb)',
				matches: ['#conf_file_ver=283248798269848', '#private-encryption-key=fictive'],
				spares: ['#config-version=FG200F-7.2.10-FW-build1706-240918:opmode=1:vdom=0:user=anna', '#buildno=1706'],
			},
			{
				id: 'volatile/fortios-clock',
				pattern: /^!System time:/,
				reason: 'the clock at the moment of the show (RANCID fortigate.pm)',
				matches: ['!System time: Mon Jan  5 10:12:13 2026'],
				spares: ['set timezone 04'],
			},
			{
				id: 'volatile/fortios-last-login',
				pattern: /^set last-login /,
				reason: 'when an administrator came last (oxidized fortigate.rb)',
				matches: ['set last-login 2026-01-05 10:12:13'],
				spares: ['set last-login-check enable', 'set comment "last-login"'],
			},
			{
				id: 'volatile/fortios-licence-error',
				pattern: /^set comments "Error \(No order found for account ID \d+\) on /,
				reason: 'FortiGuard writes the date of its last failure into a comment (RANCID fortigate.pm)',
				matches: ['set comments "Error (No order found for account ID 4711) on Mon Jan  5 10:12:13 2026"'],
				spares: ['set comments "Error budget"'],
			},
			{
				id: 'volatile/fortios-internet-services',
				pattern: /^config firewall internet-service-name$/,
				keeping: /^set (?!internet-service-id \d+$|type default$)/,
				reason:
					'comes with the updates of FortiGuard (oxidized fortigate.rb, significant changes), except for entries of the type `location`, which people make (FortiOS 7.4.2 CLI reference)',
				matches: ['config firewall internet-service-name'],
				spares: ['config firewall internet-service-custom', 'config firewall policy'],
			},
		]),
		{
			id: 'volatile/fortios-reader',
			platform: 'fortinet',
			kind: 'volatile',
			action: 'replace',
			pattern: /^#config-version=.*:user=(?<volatile>[^:\s]+)/d,
			reason: 'names who is looking, which changes with the account of the audit (oxidized#3285)',
			matches: ['#config-version=FG200F-7.2.10-FW-build1706-240918:opmode=1:vdom=0:user=anna'],
			spares: ['#buildno=1706'],
		},
		{
			id: 'volatile-secret/fortios-private-key',
			platform: 'fortinet',
			kind: 'volatile-secret',
			action: 'replace',
			scope: 'block',
			pattern: /^set \S+ "-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----$/,
			reason: 'encrypted anew at every show (oxidized fortigate.rb)',
			matches: ['set private-key "-----BEGIN ENCRYPTED PRIVATE KEY-----'],
			spares: ['set certificate "-----BEGIN CERTIFICATE-----', 'set private-key "one line"'],
		},
		...volatileSecretsOf('fortinet', [
			{
				id: 'volatile-secret/fortios-encrypted',
				pattern: /(?:^|\s)(?<secret>ENC \S+)/d,
				reason: 'encrypted anew at every show: the same password never looks the same (oxidized#1883, #2513, #3176)',
				matches: ['set password ENC SH2fictive==', 'set passwd1 ENC fictive'],
				spares: ['set encryption enable', 'set comment ENCODED'],
			},
			{
				id: 'volatile-secret/fortios-password',
				pattern:
					/^set (?:[\w-]+-)?(?:password|passwd|uploadpass|passwd-value|pwd|passphrase|psk|inter-controller-key|psksecret|pksecret|secret|preshared-key|api-key|secret-key|registration-key|shared-key|server-key|secondary-key|tertiary-key|key-string|md5-key|enckey|authkey|token|pin|keytab|privatekey|ppk|auth-string|authpasswd|psksecret-remote|(?:auth|authentication|enc|ddns|fixed|n-mhae|authentication-access|sae-private)-key|(?:eab_)?key[-_]hmac|pmk|cak|pin-init|(?:sim\d-)?pin-code|auth-password(?:-hello)?-l[12])\d? (?:\d+ )?(?!ENC |(?:enable|disable|auto-generate|specify)$)(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'the same in clear, as people write it before the device encrypts it (netutils, oxidized fortigate.rb)',
				matches: [
					'set password mysecret',
					'set pksecret mysecret',
					'set psksecret "two words"',
					'set auth-pwd fictive',
					'set sae-password fictive',
					'set md5-key 1 fictive',
					'set auth-password-hello-l1 fictive',
					'set psksecret-remote fictive',
					'set authentication-key fictive',
					'set enc-key 0a1bfictive',
					'set sim1-pin-code 1234',
					'set inter-controller-key fictive',
					'set uploadpass fictive',
				],
				spares: [
					'set password-policy enable',
					'set passwd-policy "strong"',
					'set password-renewal enable',
					'set auth-password disable',
					'set password auto-generate',
					'set ssh-public-key1 "ssh-rsa AAAAB3Nza anna"',
					'set keylife 28800',
				],
			},
			{
				id: 'volatile-secret/fortios-server-key',
				pattern: /^set key (?!ENC )(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				within: [/^config (?:user tacacs\+|ntpserver|wireless-controller vap|videofilter youtube-key)$/, /^edit /],
				reason: 'TACACS+ and NTP servers and wireless networks; elsewhere the word names a header or a field',
				matches: ['set key fictive'],
				spares: ['set key-id 1', 'set keylife 28800'],
			},
		]),
		...volatileSecretsOf('fortinet', [
			{
				id: 'volatile-secret/fortios-own-key',
				pattern: /^set key (?!ENC )(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				within: [/^config system (?:ha|ntp)$/],
				reason: 'the key of the device as a server of time, and of its cluster (from knowledge: FortiOS CLI)',
				matches: ['set key fictive'],
				spares: ['set key-id 1'],
			},
		]),
		...secretsOf('fortinet', [
			{
				id: 'secret/fortios-snmp-community',
				pattern: /^set name (?:"(?<secret>[^"]+)"|(?<secret2>[^\s"]\S*))/d,
				within: [
					/^config (?:system snmp community|snmp-community|switch-controller snmp-community|community)$/,
					/^edit /,
				],
				reason: 'a community is a password in clear',
				matches: ['set name "fictive"', 'set name fictive'],
				spares: ['set status enable', 'set hostname "fw-01"'],
			},
			{
				id: 'secret/fortios-header-value',
				pattern: /^set value (?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				within: [/^config (?:http-headers|form-data)$/, /^edit /],
				reason: 'what an automation or a bookmark logs in with',
				matches: ['set value "fictive"'],
				spares: ['set value-x 1', 'set name "X-Auth-Token"'],
			},
			{
				id: 'secret/fortios-mobile-token',
				pattern: /^set (?:seed|activation-code) (?!ENC )(?:"(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason:
					'what a mobile token is made from, a string that stays in clear (FortiOS CLI reference, user fortitoken)',
				matches: ['set seed fictive', 'set activation-code "fictive"'],
				spares: ['set activation-expire 1500000000', 'set seed ENC fictive'],
			},
			{
				id: 'secret/fortios-headers',
				pattern: /^set http-headers "?(?:[\w-]*(?:[Aa]uthorization|[Tt]oken|[Kk]ey|[Aa]uth)) ?: ?(?<secret>[^"]+)/d,
				reason: 'headers of an automation in one line, as older releases write them',
				matches: ['set http-headers "Authorization:Bearer fictive"'],
				spares: ['set http-headers "Content-Type:application/json"'],
			},
			{
				id: 'secret/fortios-header-content',
				pattern: /^set content "(?:Basic|Bearer|Token) (?<secret>(?:[^"\\]|\\.)+)"/d,
				within: [/^config (?:icap-)?headers$/, /^edit /],
				reason: 'the header that a proxy logs in with (RFC 7617, RFC 6750); most headers hold no secret',
				matches: ['set content "Bearer fictive"'],
				spares: ['set content "anonymous"', 'set content "$user"'],
			},
			{
				id: 'secret/fortios-script-login',
				pattern: /\ss?ftp (?:\S+ ){3}(?<secret>[^\s"]+)/d,
				reason: 'scripts that copy the configuration away (FortiOS CLI reference: execute backup)',
				matches: ['set script "execute backup config ftp fw.conf 192.0.2.9 anna fictive"'],
				spares: ['set script "execute backup config tftp fw.conf 192.0.2.9"'],
			},
			{
				id: 'secret/fortios-key-of-host',
				pattern:
					/^set (?:[\w-]+-)?(?:private-key|ssh-hsk) (?!ENC )(?:"(?!-----BEGIN )(?<secret>(?:[^"\\]|\\.)+)"|(?<secret2>[^\s"]\S*))/d,
				reason: 'keys of the SSH server and of connectors in one line (from knowledge: FortiOS CLI)',
				matches: ['set ssh-hsk "fictive"', 'set gck-private-key "fictive"'],
				spares: ['set ssh-hsk-override enable', 'set private-key "-----BEGIN ENCRYPTED PRIVATE KEY-----'],
			},
			{
				id: 'secret/fortios-access-key',
				pattern: /^set access-key (?!ENC )"?(?<secret>[^\s"]+)/d,
				reason: 'half of a login at a cloud provider, shown as it was entered',
				matches: ['set access-key "AKIAFICTIVE"'],
				spares: ['set access-key ENC fictive'],
			},
		]),
		...anyPlatformMasks,
	],

	defaults: [
		...entryDefaults(
			/^config system interface$/,
			{ 'set type vlan': 'set type loopback' },
			'what an interface that somebody adds is unless it says otherwise (from knowledge)',
		).map(neverShown),
		...entryDefaults(
			/^config firewall vip6?$/,
			{ 'set protocol tcp': 'set protocol udp', 'set type static-nat': 'set type fqdn' },
			'what an address is translated by unless it says otherwise (from knowledge)',
		).map(neverShown),
		...['mode udp', 'port 514', 'facility local7'].map((words): DefaultRule => {
			const [command] = words.split(' ');
			return neverShown({
				line: new RegExp(`^set ${words}$`),
				command: new RegExp(`^(?:set|unset) ${command}(?: |$)`),
				within: [/^config log syslogd\d? setting$/],
				source: 'where and how messages are sent unless it says otherwise (from knowledge)',
				matches: [`set ${words}`],
				spares: [`set ${command} other`],
			});
		}),
		...entryDefaults(POLICIES, {
			'set status enable': 'set status disable',
			'set logtraffic utm': 'set logtraffic all',
		}),
		...entryDefaults(/^config firewall policy6?$/, {
			'set action deny': 'set action accept',
			'set nat disable': 'set nat enable',
		}),
		...entryDefaults(/^config firewall address$/, { 'set type ipmask': 'set type fqdn' }),
		...entryDefaults(/^config firewall service custom$/, { 'set protocol TCP/UDP/SCTP': 'set protocol ICMP' }),
		...entryDefaults(/^config system interface$/, {
			'set status up': 'set status down',
			'set mode static': 'set mode dhcp',
		}),
		...entryDefaults(
			/^config system interface$/,
			{ 'set vdom root': 'set vdom blue', 'set type physical': 'set type vlan' },
			'shown for every port, configured or not (outputs of `show`)',
		),
		...entryDefaults(
			/^config system admin$/,
			{ 'set vdom root': 'set vdom blue' },
			'shown for every administrator, configured or not (outputs of `show`)',
		),
		...entryDefaults(/^config router static$/, {
			'set dst 0.0.0.0 0.0.0.0': 'set dst 192.0.2.0 255.255.255.0',
			'set dst 0.0.0.0/0': 'set dst 0.0.0.0/1',
			'set distance 10': 'set distance 100',
			'set status enable': 'set status disable',
		}),
		{
			line: /^set (uuid|snmp-index) \S+$/,
			command: /^set (uuid|snmp-index) /,
			within: [/^config /, /^edit /],
			source: 'the device gives every object an identifier, and every interface a number',
			matches: ['set uuid 0a1b2c3d-0000-51eb-0000-000000000001', 'set snmp-index 3'],
			spares: ['set uuid-idx 1', 'unset uuid'],
		},
		...[[/^config /], [/^edit /]].map((within) => ({
			line: /^unset (alias|comments?|description|icmptype|icmpcode)$/,
			command: /^(?:set|append) (\S+)/,
			within,
			// Of others, whose default is not empty, the device shows `unset` where nothing is left: `unset allowaccess`.
			source: 'empty unless it says otherwise (shows of FortiOS, of those of ICMP; from knowledge, of texts)',
			matches: ['unset alias', 'unset icmptype'],
			spares: ['set alias a', 'unselect member a', 'unset allowaccess', 'unset options'],
		})),
	],

	spellings: [
		{
			kind: 'words',
			pattern: /^config sys (?=\S)/,
			spelled: 'config system ',
			source: 'words are taken as soon as they are unique (Fortinet templates for clouds: `config sys global`)',
		},
		{
			kind: 'words',
			pattern: /^(set (?:tcp|udp|sctp)-portrange \d{1,5})-(?<=e (\d{1,5})-)\2$/,
			spelled: '$1',
			source: 'one port is a range of itself',
		},
		{
			kind: 'netmask',
			pattern: /^set (?:[\w-]*ip|(?:src-|dst-)?subnet|dst|src|prefix|trusthost\d+) /,
			source: 'a prefix length is taken and a mask is shown (FortiOS CLI reference)',
		},
		{
			kind: 'words',
			pattern:
				/^append (?=(?:(?:exclude-)?members?|(?:src|dst)-?addr6?|(?:src|dst)-?intf|service|interface|allowaccess) )/,
			spelled: 'set ',
			source: 'adds to what is there, and all of it is shown (from knowledge: FortiOS, append)',
		},
		{
			kind: 'words',
			pattern: /(?<!\\)((?:\\\\)*)\\(?=')/g,
			spelled: '$1',
			source: 'a quote is taken with and without a backslash in front (from knowledge: FortiOS, special characters)',
		},
	],

	lists: [
		{
			pattern:
				/^(?<head>set (?:(?:exclude-)?members?|(?:src|dst)-?addr6?|(?:src|dst)-?intf|service|interface|users?|groups|fsso-groups|devices|src-vendor-mac|internet-service6?(?:-src)?-(?:name|group|custom|custom-group)|application|app-category|category|ztna-ems-tag|allowaccess|ip6-allowaccess|day|severity|location|os|vdom|vci-string|host-domain-name-suffix|split-tunneling-routing-address|ip-pools) )(?<values>\S.*)$/,
			form: 'words',
			writing: 'replaces',
			source:
				'members are names of other objects; releases show them in the order of entry or sorted (FortiOS CLI reference)',
			matches: ['set member "a" "b"', 'set srcaddr all', 'set allowaccess ping https ssh'],
			spares: ['set ip 192.0.2.1 255.255.255.0', 'set priority-members 2 1', 'set comment "set member a"'],
		},
	],

	// A table is a list in the order of its lines where traffic is matched from top to bottom: of these, all that FortiManager
	// can reorder (fortinet.fortimanager, fmgr_move). It moves virtual addresses and services too; that their order is more than
	// looks is not confirmed by any source.
	order: [
		{ kind: 'children', within: [POLICIES] },
		{ kind: 'children', within: [/^config firewall consolidated policy$/] },
		{ kind: 'children', within: [/^config router policy6?$/] },
		{ kind: 'children', within: [/^config router (?:access|prefix)-list6?$/, /^edit /, /^config rule$/] },
		{ kind: 'children', within: [/^config router (?:aspath|community)-list$/, /^edit /, /^config rule$/] },
		{ kind: 'children', within: [/^config authentication rule$/] },
		{ kind: 'children', within: [/^config system (?:sdwan|virtual-wan-link)$/, /^config service$/] },
		{ kind: 'children', within: [/^config vpn ssl settings$/, /^config authentication-rule$/] },
		{
			kind: 'children',
			within: [
				/^config (?:webfilter|application|ips|dlp|emailfilter|spamfilter|dnsfilter) /,
				/^edit /,
				/^config (?:entries|filter|rule)$/,
			],
		},
	],
};
