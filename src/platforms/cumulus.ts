import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { secretsOf, volatileLinesOf } from './shared/mask-tables.ts';
import { nvueRanges } from './shared/section-ranges.ts';

/**
 * NVIDIA Cumulus Linux with NVUE: the applied configuration as YAML, whose hierarchy is its indentation. The same rules read
 * an intended file of `nv set` lines if the device is captured that way, too. A switch that is configured by files has its
 * routing in FRR: that is platform `frr`.
 */
export const cumulus: Platform = {
	name: 'cumulus',
	title: 'NVIDIA Cumulus Linux (NVUE)',
	aliases: ['cumulus_nvue', 'nvidia.nvue'],

	cli: {
		channel: 'exec',
		prompt: /^[\w.-]{1,32}@[\w.-]{1,63}(?::mgmt)?:?[\w./~-]{1,63}[$#]\s?$/,
		enable: null,
		setup: [],
		showRunning: 'nv config show --color off',
		failures: [/^\S*sh: .*nv: (?:command )?not found/, /^Error: /, /^(?:usage|Usage): nv /, /^Authentication failed/i],
		pager: { prompt: /^(?::|\(END\))\s*$/, answer: ' ' },
		questions: [],
		logout: null,
	},

	syntax: {
		style: 'indented',
		comments: ['#'],
		negation: 'nv unset ',
		closers: [/^---$/],
		frame: [/^nv config (?:apply|save)(?: (?:-y|--assume-yes))?$/],
		blocks: anyPlatformBlocks,
	},

	completeness: { proof: 'required-line', pattern: /^(?:- set:|nv set )/, minLines: 3 },

	masks: [
		...volatileLinesOf('cumulus', [
			{
				id: 'volatile/cumulus-header',
				pattern: /^- header:$/,
				reason:
					'the model, the release and a number of the revision, in front of the configuration (outputs of `nv config show`)',
				matches: ['- header:'],
				spares: ['- set:', 'header:'],
			},
		]),
		...secretsOf('cumulus', [
			{
				id: 'secret/cumulus-value',
				pattern:
					/^(?:- )?(?:(?:nv set|net add) (?:.*?\s)??)?(?:[\w-]+-)?(?:password|secret|passphrase|shared-key|pre-shared-key|auth-key|md5-key|cak|connectivity-association-key)(?:: (?!enable|disable)['"]?(?<secret>\S.*?)['"]?$| (?!enable|disable)(?:'(?<secret2>[^']+)'|(?<secret3>[^\s':]\S*)))/d,
				reason: 'accounts, AAA and routing protocols',
				matches: [
					"hashed-password: '$6$fictive$hash'",
					'nv set system aaa user anna hashed-password $6$fictive$hash',
					'secret: fictive',
					"password: 'two words'",
					"nv set system aaa radius server 192.0.2.7 secret 'two words'",
					'nv set vrf default router bgp neighbor swp1 password fictive',
				],
				spares: ['password:', 'hashed-password:', 'auto-save:'],
			},
			{
				id: 'secret/cumulus-community',
				pattern: /^(?<secret>\S+?):(?: \{\})?$/d,
				within: [/^(?:readonly-community|readonly-community-v6|readwrite-community|community-password):$/],
				reason: 'a community is a password in clear, and here it is a key',
				matches: ['fictive:', 'fictive: {}'],
				spares: ['version: 2c'],
			},
			{
				id: 'secret/cumulus-snmp-user',
				pattern: /^(?<secret>\S+?):(?: \{\})?$/d,
				within: [/^(?:auth-(?:md5|sha)|encrypt-(?:aes|des)):$/],
				reason: 'keys of SNMPv3 are keys of the document, too',
				matches: ['fictive:', 'fictive: {}'],
				spares: ['view: all'],
			},
			{
				id: 'secret/cumulus-snmp-set',
				pattern:
					/^(?:nv set (?:service|system)|net add) snmp-server .*?\b(?:readonly-community|readonly-community-v6|community-password|auth-md5|auth-sha) (?:'(?<secret3>[^']+)'|(?<secret>\S+))(?: (?:encrypt-aes|encrypt-des) (?:'(?<secret4>[^']+)'|(?<secret2>\S+)))?/d,
				reason: 'the same in commands',
				matches: [
					'nv set service snmp-server readonly-community fictive access any',
					'nv set service snmp-server username noc auth-sha fictive1 encrypt-aes fictive2',
					'net add snmp-server readonly-community fictive access any',
				],
				spares: ['nv set service snmp-server listening-address localhost'],
			},
			{
				id: 'secret/cumulus-ntp-key',
				pattern: /^value: ['"]?(?<secret>[^\s'"]+)/d,
				within: [/^authentication-key:$/, /^'?\d+'?:$/],
				reason: 'keys of NTP',
				matches: ['value: fictive'],
				spares: ['value:', 'type: md5'],
			},
			{
				id: 'secret/cumulus-ntp-key-set',
				pattern:
					/^(?:nv set|net add) (?:.*?\s)??(?:authentication[- ]key \d+(?: type \S+)? value|message-digest-key \d+ md5|key-string) (?:'(?<secret>[^']+)'|(?<secret2>[^\s']\S*))/d,
				reason: 'the same in commands, and in those of NCLU (Cumulus Linux 4)',
				matches: [
					'net add interface swp1 ospf message-digest-key 1 md5 fictive',
					'nv set system ntp authentication key 1 type md5 value fictive',
					'nv set service ntp mgmt authentication-key 1 value fictive',
					'nv set interface swp1 router ospf authentication message-digest-key 1 md5 fictive',
				],
				spares: ['nv set service ntp mgmt authentication-key 1 type md5'],
			},
		]),
		...anyPlatformMasks,
	],

	// To be applied with `nv config apply`. Of NVUE's YAML: `- set:` is where paths begin, `mtu: 9216` is the end of one.
	remediation: {
		kind: 'paths',
		set: 'nv set ',
		unset: 'nv unset ',
		spellings: [
			[/^- set:$/, ''],
			[/^nv set /, ''],
			[/^'?([^':]+)'?: \{\}$/, '$1'],
			[/^'([^']+)':/, '$1:'],
			[/:$/, ''],
			[/^([^\s:]+): /, '$1 '],
		],
	},

	ranges: nvueRanges,

	spellings: [
		{
			kind: 'words',
			pattern: /^'([\w.,/-]+)'(?=:)/,
			spelled: '$1',
			source:
				'a key of YAML may stand in quotes or without, and NVUE has no other keys than strings (YAML 1.2, section 7.3)',
		},
		{
			kind: 'words',
			pattern: /^((?:- )?[^'":]+: )'([^']*)'$/,
			spelled: '$1$2',
			source: 'a string of YAML may stand in quotes or without (YAML 1.2, section 7.3)',
		},
		{
			kind: 'words',
			pattern: /^(nv set (?:[^\s'"]+ )+)(['"])([\w.,:@/+-]+)\2$/,
			spelled: '$1$3',
			source: 'a word of a shell may stand in quotes or without (POSIX, Shell Command Language, Quoting)',
		},
	],

	order: [{ kind: 'siblings', pattern: /^nv set (system aaa authentication-order) / }],
};
