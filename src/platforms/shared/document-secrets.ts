import type { MaskingPattern } from '../../domain/masking/pattern.ts';
import { secretsOf } from './mask-tables.ts';

/**
 * Secrets in the documents of APIs. Every model has names of its own, but all of them call a secret one of these, so that one
 * list serves all and a model that is new to us is hidden as well.
 */
const NAMES =
	'[\\w-]{0,64}(?:passwo?r?d|passphrase|pass[-_]phrase|pass[-_]?key|(?:auth|priv)[-_]?pass|secret|psk|pwd|token|cisco-authentication|bind[-_]?pw|phash|key[-_]?string|(?:api|shared)key|community[-_](?:name|string|or[-_]user)|community)(?:[-_]?(?:hash|value|text|encrypted|\\d{1,2}))?' +
	'|(?!public|[\\w-]{0,64}public|host)[\\w-]{0,64}[-_]key(?:\\d{1,2})?|key|cak|prv|private';

/** What a policy does with routes is called a community too. */
const NO_ROUTE_COMMUNITY = '(?!\\d{1,10}:\\d|(?:internet|local-as|no-advertise|no-export|none|additive)\\b)';

/** What stands beside a secret and says of what kind it is. */
const NO_KIND = '(?!(?:type|encryption[\\w-]*|level|number|id|name|hidden|algorithm|mode|authorization|active)["> ])';

/** Sections that are about one secret. */
const SECTIONS = '[\\w-]{0,64}(?:password|secret|passphrase|pass-phrase|key-string)|key|auth-key|pre-shared-key';

const JSON_VALUE = '"(?<secret>(?!AAAA)(?:[^"\\\\]|\\\\.)+)"';

const MODULE = '(?:[\\w.-]{1,64}:)?';

export const jsonSecrets: readonly MaskingPattern[] = secretsOf('*', [
	{
		id: 'secret/json-value',
		pattern: new RegExp(
			`^"${MODULE}(?:${NAMES})": ${JSON_VALUE.replace('(?!AAAA)', `(?!AAAA)${NO_ROUTE_COMMUNITY}`)}`,
			'di',
		),
		reason: 'a value whose name says that it is a secret; public keys begin with AAAA',
		matches: [
			'"password": "AQBapFictive",',
			'"encrypted-password": "$6$fictive$hash"',
			'"Cisco-IOS-XE-aaa:key": "fictive"',
			'"passkey": "fictive \\" quoted"',
			'"community-or-user": "fictive"',
			'"md5-key": "fictive"',
			'"auth_pass_phrase": "fictive"',
			'"apiKey": "fictive"',
		],
		spares: [
			'"password-policy": "strict"',
			'"community": "65000:100"',
			'"community": "no-export additive"',
			'"public-key": "fictive"',
			'"key": "AAAAB3NzaFictive"',
			'"password": {',
			'"key-chain": "OSPF"',
		],
	},
	{
		id: 'secret/json-value-in-section',
		pattern: new RegExp(`^"${NO_KIND}[\\w.:-]{1,64}": ${JSON_VALUE}`, 'd'),
		within: [new RegExp(`^"${MODULE}(?:${SECTIONS})": \\{`, 'i')],
		reason: 'the value of a section that is about one secret, whatever the model calls it',
		matches: ['"text": "fictive"', '"0": "fictive"', '"line": "fictive",'],
		spares: ['"encryption": "7"', '"type": "9"', '"name": "K1"', '"text": ""'],
	},
	{
		id: 'secret/json-list-item',
		pattern: new RegExp(`^${JSON_VALUE},?$`, 'd'),
		within: [/^"[\w.:-]*(?:snmp[-_]?communit(?:y|ies)|communities|passwords|secrets)": \[/i],
		reason: 'communities of SNMP in one list (AOS-CX)',
		matches: ['"fictive",', '"fictive"'],
		spares: ['"name": "x"', '{'],
	},
	{
		id: 'secret/json-snmp-community',
		pattern: /^"(?<secret>(?:[^"\\]|\\.)+)": \{/d,
		within: [/^"snmp": \{/, /^"community": \{/],
		reason: 'a community is a password in clear, and here it is a key (VyOS)',
		matches: ['"fictive": {', '"fictive": {}'],
		spares: ['"authorization": "ro"'],
	},
	{
		id: 'secret/json-nhrp',
		pattern: new RegExp(`^"authentication": ${JSON_VALUE}`, 'd'),
		within: [/^"nhrp": \{/, /^"tunnel": \{/, /^"/],
		reason: 'DMVPN authentication in clear (VyOS)',
		matches: ['"authentication": "fictive"'],
		spares: ['"authentication": {'],
	},
	{
		id: 'secret/json-snmp-community-entry',
		pattern: /^"name": "(?<secret>(?:[^"\\]|\\.)+)"/d,
		within: [/^"(?:Cisco-IOS-XE-snmp:)?community(?:-config)?": \[/, /^\{/],
		reason: 'a community is a password in clear, and here it names an entry (IOS XE)',
		matches: ['"name": "fictive",'],
		spares: ['"RO": [', '"access-list-name": "SNMP"'],
	},
]);

export const xmlSecrets: readonly MaskingPattern[] = secretsOf('*', [
	{
		id: 'secret/xml-value',
		pattern: new RegExp(`^<(?:${NAMES})(?: [^<>]*)?>(?<secret>(?!AAAA)${NO_ROUTE_COMMUNITY}.+)<\\/[\\w.-]+>$`, 'di'),
		reason: 'an element whose name says that it is a secret; public keys begin with AAAA',
		matches: [
			'<phash>$1$fictive$hash</phash>',
			'<password>fictive &amp; clear</password>',
			'<secret10>$9$fictive</secret10>',
			'<snmp-community-string>fictive</snmp-community-string>',
			'<authentication-key>fictive hash2</authentication-key>',
			'<key>-AQ==fictive</key>',
			'<authpwd>fictive</authpwd>',
			'<keyString>fictive</keyString>',
		],
		spares: [
			'<password/>',
			'<password>',
			'<password-complexity>',
			'<community>65000:100</community>',
			'<public-key>fictive</public-key>',
			'<key>AAAAB3NzaFictive</key>',
			'<key-chain>OSPF</key-chain>',
		],
	},
	{
		id: 'secret/xml-value-in-section',
		pattern: new RegExp(`^<${NO_KIND}([\\w.-]{1,64})(?: [^<>]*)?>(?<secret>.+)<\\/\\1>$`, 'd'),
		within: [new RegExp(`^<(?:${SECTIONS})(?: [^<>]*)?>`, 'i')],
		reason: 'the value of a section that is about one secret, whatever the model calls it',
		matches: ['<text>fictive</text>', '<encrypted>fictive</encrypted>'],
		spares: ['<encryption>7</encryption>', '<type>9</type>', '<name>K1</name>', '<text/>'],
	},
	{
		id: 'secret/xml-snmp-community',
		pattern: /^<name(?: [^<>]*)?>(?<secret>.+)<\/name>$/d,
		within: [/^<(?:community|community-config|CommSecP-list)(?: [^>]*)?>$/],
		reason: 'a community is a password in clear, and here it names an entry (IOS XE, NX-OS)',
		matches: ['<name>fictive</name>'],
		spares: ['<name/>', '<user-name>anna</user-name>'],
	},
]);
