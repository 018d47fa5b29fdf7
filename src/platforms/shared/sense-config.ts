import type { MaskingPattern } from '../../domain/masking/pattern.ts';
import type { CliRules } from '../../domain/platform/cli-rules.ts';
import type { OrderRule } from '../../domain/platform/order-rules.ts';
import type { Syntax } from '../../domain/platform/syntax.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './any-platform-masks.ts';
import { senseEntries } from './document-entries.ts';
import { secretsOf, surfacedLinesOf, volatileLinesOf } from './mask-tables.ts';

/** OPNsense came out of pfSense: one XML document holds the whole configuration, and both call its parts by the same names. */
export function senseCli(showRunning: string): CliRules {
	return {
		channel: 'exec',
		prompt: /^[\w.-]{1,32}@[\w.-]{1,63}:[\w./~-]{1,63} ?[%$#]\s?$/,
		enable: null,
		setup: [],
		showRunning,
		failures: [
			/^cat: .*(?:No such file|Permission denied)/,
			/^\S*sh: .*not found/,
			/^This account is currently not available/,
		],
		pager: { prompt: /^--More--\s*$/, answer: ' ' },
		questions: [],
		logout: null,
	};
}

export const senseSyntax: Syntax = {
	style: 'xml',
	comments: [],
	negation: 'no ',
	closers: [],
	frame: [],
	entries: senseEntries,
	// Which release of a model wrote its part, and when (OPNsense core, BaseModel::toXML, of `version`; the others from knowledge
	// of newer releases).
	unsaidAttributes: ['version', 'persisted_at', 'description'],
	blocks: anyPlatformBlocks,
};

/** pf takes the first rule that fits, or the last: the order of rules is their meaning. */
export const senseOrder: readonly OrderRule[] = [
	{ kind: 'siblings', pattern: /^<(rule|separator)\b/, within: [/^<filter>$/] },
	{ kind: 'siblings', pattern: /^<(rule)\b/, within: [/^<nat>$/] },
	{ kind: 'siblings', pattern: /^<(rule|onetoone|npt)\b/, within: [/^<nat>$/, /^<(?:outbound|advancedoutbound)>$/] },
	{ kind: 'siblings', pattern: /^<(onetoone|npt)\b/, within: [/^<nat>$/] },
	{ kind: 'siblings', pattern: /^<(queue|rule|pipe)\b/, within: [/^<(?:dn)?shaper>$/] },
	{ kind: 'siblings', pattern: /^<(dnsserver)>/, within: [/^<system>$/] },
];

/** The same objects for both, because the elements are the same. */
export const senseMasks: readonly MaskingPattern[] = [
	...surfacedLinesOf('*', [
		{
			id: 'volatile/sense-revision-time',
			pattern: /^<time>(?<lastChangedAt>[\d.]+)<\/time>$/,
			within: [/^<revision>$/],
			reason: 'when, not what (oxidized pfsense.rb)',
			matches: ['<time>1767607933.1234</time>'],
			spares: ['<time/>', '<timezone>Etc/UTC</timezone>'],
		},
		{
			id: 'volatile/sense-revision-user',
			pattern: /^<username>(?<lastChangedBy>.+)<\/username>$/,
			within: [/^<revision>$/],
			reason: 'who, not what (oxidized pfsense.rb)',
			matches: ['<username>anna@203.0.113.4 (Local Database)</username>'],
			spares: ['<username/>'],
		},
	]),
	...volatileLinesOf('*', [
		{
			id: 'volatile/sense-stamp',
			pattern: /^<(?:revision|created|updated)(?:\/?>| )/,
			reason: 'who changed the config or a rule, and when (oxidized opnsense.rb)',
			matches: ['<revision/>', '<created/>', '<updated/>'],
			spares: ['<updates/>', '<revisions>5</revisions>'],
		},
		{
			id: 'volatile/sense-graphs',
			pattern: /^<rrddata(?:\/?>| )/,
			reason: 'the data of the graphs, in a backup (from knowledge: pfSense)',
			matches: ['<rrddata/>'],
			spares: ['<rrd>', '<rrddatafile>'],
		},
		{
			id: 'volatile/sense-time-of-change',
			pattern: /^<(?:last_rule_upd_time|lastchange)(?:\/>|>)/,
			reason: 'when, not what (oxidized opnsense.rb)',
			matches: ['<last_rule_upd_time>1767607933</last_rule_upd_time>', '<lastchange/>'],
			spares: ['<last_used>1</last_used>'],
		},
	]),
	...secretsOf('*', [
		{
			id: 'secret/sense-element',
			pattern:
				/^<(?:[\w.-]*(?:passwd|password|passphrase|secret|hash|hashed|bind_?pw|psk|otp_seed|dbpwd|p12key|password_encryption|pass|token|authkey|enckey|accesstoken|motppin)|trapstring|userkey|accountkey|keydata|oinkcode|oinkmastercode|eab_hmac|dns_[\w.-]*(?:key|token|secret)|prv|prv_payload|privkey|privatekey|presharedkey|pre-shared-key|shared_key|tls|tlskey|rocommunity|rwcommunity|community|auth_pass|authpass|md5key|md5-pass|bgp-password|apikey|api_key|token|access_token|crypto_password|pin|ddnsdomainkey|omapi_?key|license|key_data|transferkey|setupkey|simpin|keypaste|hostkey|md5sigkey|etpro_?code|upsd_users|tlspskfile|(?:cert|maxmind|[\w.-]*api)_key)(?: [^<>]*)?>(?<secret>.+)<\/[\w.-]+>$/di,
			reason:
				'accounts, keys and shared secrets of every service (oxidized pfsense.rb); private keys are base64 in one element',
			matches: [
				'<bcrypt-hash>$2y$10$fictive</bcrypt-hash>',
				'<password>fictive &amp; clear</password>',
				'<prv>LS0tLS1CRUdJTiBQUklWQVRFfictive</prv>',
				'<pre-shared-key>fictive</pre-shared-key>',
				'<radius_secret>fictive</radius_secret>',
				'<ldap_bindpw>fictive</ldap_bindpw>',
				'<rocommunity>fictive</rocommunity>',
				'<lighttpd_ls_password>fictive</lighttpd_ls_password>',
				'<preAuthKey>fictive</preAuthKey>',
				'<dns_cf_token>fictive</dns_cf_token>',
				'<proxypass>fictive</proxypass>',
			],
			spares: [
				'<passwordauth>1</passwordauth>',
				'<password/>',
				'<crt>LS0tLS1CRUdJTiBDRVJU</crt>',
				'<pinned>1</pinned>',
			],
		},
		{
			id: 'secret/sense-key',
			pattern: /^<key>(?<secret>.+)<\/key>$/di,
			within: [/^<(?:item|preSharedKey|StaticKey|account)\b/],
			reason:
				'keys of the API, of pre-shared keys, of OpenVPN and of ACME accounts: no other entry has an element of that name alone',
			matches: ['<Key>fictive</Key>', '<key>fictive</key>'],
			spares: ['<key/>', '<keyid>1</keyid>'],
		},
		{
			id: 'secret/sense-value',
			pattern: /^<value>(?<secret>.+)<\/value>$/d,
			within: [/^<(?:key|tag)\b/],
			reason: 'keys of WEP, and codes of rule sets beside the name of their property',
			matches: ['<value>fictive</value>'],
			spares: ['<value/>'],
		},
		{
			id: 'secret/sense-host-key',
			pattern: /^<xmldata>(?<secret>.+)<\/xmldata>$/d,
			within: [/^<sshdata>$/, /^<sshkeyfile>$/],
			reason: 'private keys of the SSH server (backup of pfSense)',
			matches: ['<xmldata>fictive</xmldata>'],
			spares: ['<xmldata/>'],
		},
		{
			id: 'secret/sense-notification',
			pattern: /^<api>(?<secret>.+)<\/api>$/d,
			within: [/^<(?:telegram|slack|pushover)>$/],
			reason: 'tokens of messengers',
			matches: ['<api>fictive</api>'],
			spares: ['<api/>'],
		},
	]),
	...anyPlatformMasks,
];
