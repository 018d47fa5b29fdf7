import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { jsonEntries } from './shared/document-entries.ts';
import { jsonSecrets } from './shared/document-secrets.ts';
import { secretsOf, volatileLinesOf } from './shared/mask-tables.ts';

/** SONiC (community): the whole of config_db as JSON, whose keys come in any order (sonic-buildimage#6328). */
export const sonic: Platform = {
	name: 'sonic',
	title: 'SONiC',
	aliases: ['dell_sonic', 'sonic_ssh', 'community_sonic'],

	cli: {
		channel: 'exec',
		prompt: /^[\w.-]{1,32}@[\w.-]{1,63}:[\w./~-]{1,63}[$#]\s?$/,
		enable: null,
		setup: [],
		showRunning: 'show runningconfiguration all',
		failures: [/^\S*sh: .*(?:not found|No such file)/, /^Usage: show /, /^Error: /, /^(?:Root privileges|sudo: )/],
		pager: { prompt: /^--More--\s*$/, answer: ' ' },
		questions: [],
		logout: null,
	},

	syntax: {
		style: 'json',
		comments: [],
		negation: 'no ',
		closers: [],
		frame: [],
		entries: jsonEntries,
		blocks: anyPlatformBlocks,
	},

	completeness: { proof: 'parses', pattern: /^"DEVICE_METADATA": \{$/ },

	masks: [
		...volatileLinesOf('sonic', [
			{
				id: 'volatile/sonic-schema-version',
				pattern: /^"VERSIONS": \{/,
				reason:
					'what the migrator of the database writes at an upgrade (from knowledge: sonic-utilities, db_migrator.py)',
				matches: ['"VERSIONS": {'],
				spares: ['"VERSION": "x"', '"DEVICE_METADATA": {'],
			},
		]),
		...secretsOf('sonic', [
			{
				id: 'secret/sonic-value',
				pattern:
					/^"(?:(?=\w*(?:passw|passkey|secret|community))\w+|primary_cak|fallback_cak|(?:sha\d{0,3}|md5|aes|des|priv)_?key|key_value|psk|(?:\w+_)?token|(?:[\w-]*[_-])?(?:auth|authentication|md5)[_-]key|private_key)": "(?<secret>(?:[^"\\]|\\.)+)"/di,
				reason: 'config_db keeps passwords in clear (sonic-buildimage#22277)',
				matches: [
					'"passkey": "fictive"',
					'"SNMP_USER_AUTH_PASSWORD": "fictive"',
					'"snmp_rocommunity": "fictive"',
					'"auth_password": "fictive"',
					'"primary_cak": "0a1b2cfictive"',
				],
				spares: ['"auth_type": "pap"', '"password": ""', '"hwsku": "Example-7050"'],
			},
			{
				id: 'secret/sonic-snmp-community',
				pattern: /^"(?<secret>(?:[^"\\]|\\.)+)": \{/d,
				within: [/^"SNMP(?:_SERVER)?_COMMUNITY": \{/],
				reason: 'a community is a password in clear, and here it is a key',
				matches: ['"fictive": {', '"fictive": {}'],
				spares: ['"TYPE": "RO"'],
			},
			{
				id: 'secret/sonic-ntp-key',
				pattern: /^"value": "(?<secret>(?:[^"\\]|\\.)+)"/d,
				within: [/^"NTP_(?:AUTHENTICATION_)?KEY": \{/, /^"/],
				reason: 'NTP keys',
				matches: ['"value": "fictive"'],
				spares: ['"type": "md5"'],
			},
			{
				id: 'secret/sonic-frr',
				pattern: /^"bgpraw": "(?<secret>(?:[^"\\]|\\.)+)"/d,
				reason:
					'the whole text of FRR in one value, with its passwords (show/main.py of sonic-utilities): a change is told, its words are not',
				matches: ['"bgpraw": "Building configuration...\\n\\nrouter bgp 65001\\n"'],
				spares: ['"bgp_asn": "65001"'],
			},
			{
				id: 'secret/sonic-old-password',
				pattern: /^"(?<secret>(?:[^"\\]|\\.)+)",?$/d,
				within: [/^"\w*passw\w*": \[/],
				reason: 'hashes of the passwords that a user had before',
				matches: ['"$6$fictive$hash",'],
				spares: ['"role": "admin"', ']'],
			},
		]),
		...jsonSecrets,
		...anyPlatformMasks,
	],

	// `sudo config apply-patch FILE` (sonic-utilities, generic_config_updater).
	remediation: 'json-patch',

	order: [],

	defaults: [
		{
			line: /^"mac": "[\da-f:]{17}"$/i,
			command: /^"mac": /,
			within: [/^"DEVICE_METADATA": \{$/, /^"localhost": \{$/],
			source:
				'the address that the system found when it started first (from knowledge: sonic-buildimage, config-setup)',
			matches: ['"mac": "00:53:00:aa:bb:cc"'],
			spares: ['"mac_address": "00:53:00:aa:bb:cc"'],
		},
	],

	spellings: [
		{
			kind: 'words',
			pattern: /(?<=^"[^"]+": )(-?\d+)$/,
			spelled: '"$1"',
			source: 'the database holds texts, and numbers become such (from knowledge: ConfigDBConnector)',
		},
	],
};
