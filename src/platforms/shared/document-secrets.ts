import type { MaskingPattern } from '../../domain/masking/pattern.ts';
import { secretsOf } from './mask-tables.ts';

/**
 * Secrets in the documents of APIs. Every model has names of its own, but all of them call a secret one of these, so that one
 * list serves all and a model that is new to us is hidden as well.
 */
const NAMES =
	'[\\w-]{0,64}(?:passwo?r?d|passphrase|pass[-_]phrase|pass[-_]?key|(?:auth|priv)[-_]?pass|secret|psk|pwd|token|cisco-authentication|bind[-_]?pw|phash|key[-_]?str(?:ing)?|(?:api|shared|auth|priv|private|secret|access|simple|md5|sha\\d{0,3}|enc|encryption|wep|psk)key|comm(?:unity)?[-_]?name|community[-_](?:string|or[-_]user)|community)(?:[-_]?(?:hash|value|text|encrypted|\\d{1,2}))?' +
	'|[\\w-]{0,64}_pass|(?!public|[\\w-]{0,64}public|host)(?:[\\w-]{0,64}[-_])?key(?:[-_]?\\d{1,2})?|cak|prv|private';

/** What a policy does with routes is called a community too. */
const NO_ROUTE_COMMUNITY =
	'(?!(?:(?:\\d{1,10}(?::\\d{1,10}){1,2}|internet|local-as|no-advertise|no-export|none|additive)(?= |["<]) ?)+["<])';

/** What stands beside a secret and says of what kind it is. */
const NO_KIND = '(?!(?:type|encryption[\\w-]*|level|number|id|name|hidden|algorithm|mode|authorization|active)["> ])';

/** Sections that are about one secret. */
const SECTIONS =
	'[\\w-]{0,64}(?:password|secret|passphrase|pass-phrase|key-string|md5_keys)|key|auth-key|pre-shared-key';

/** What a section about how somebody proves who they are calls the secret. */
const PROOF = '(?:md5|sha\\d{0,3}|word|text|encrypted|clear|plain)';

const PROOF_SECTIONS = '[\\w-]{0,64}(?:message-digest-key|authentication-key|authentication)';

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
			'"authKey": "fictive"',
			'"key-7": "fictive"',
			'"enable_pass": "fictive"',
			'"password": "none.fictive"',
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
		id: 'secret/json-proof',
		pattern: new RegExp(`^"${PROOF}": ${JSON_VALUE}`, 'd'),
		within: [new RegExp(`^"${MODULE}(?:${PROOF_SECTIONS})": \\{`)],
		reason: 'keys of HSRP, VRRP and OSPF (Cisco-IOS-XE-native)',
		matches: ['"word": "fictive"', '"md5": "fictive"'],
		spares: ['"mode": "text"', '"md5": {', '"key-id": "1"'],
	},
	{
		id: 'secret/json-proof-entry',
		pattern: new RegExp(`^"${PROOF}": ${JSON_VALUE}`, 'd'),
		within: [new RegExp(`^"${MODULE}(?:${PROOF_SECTIONS})": \\[`), /^\{/],
		reason: 'the same in a list of keys (Cisco-IOS-XE-ntp, authentication-key)',
		matches: ['"md5": "fictive",'],
		spares: ['"number": 1'],
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
		id: 'secret/json-nhrp-of-interface',
		pattern: new RegExp(`^"${MODULE}authentication": ${JSON_VALUE}`, 'd'),
		within: [new RegExp(`^"${MODULE}nhrp": \\{`)],
		reason: 'DMVPN authentication in clear (Cisco-IOS-XE-nhrp)',
		matches: ['"authentication": "fictive"', '"Cisco-IOS-XE-nhrp:authentication": "fictive"'],
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
			'<authSimpleKey>fictive</authSimpleKey>',
			'<commName>fictive</commName>',
			'<psk>65000:1fictive</psk>',
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
		id: 'secret/xml-proof',
		pattern: new RegExp(`^<(${PROOF})(?: [^<>]*)?>(?<secret>.+)<\\/\\1>$`, 'd'),
		within: [new RegExp(`^<(?:${PROOF_SECTIONS})(?: [^<>]*)?>`)],
		reason: 'keys of OSPF and its like (Cisco IOS XR and Nokia models)',
		matches: ['<md5>fictive</md5>', '<encrypted>fictive</encrypted>'],
		spares: ['<md5/>', '<mode>text</mode>', '<key-id>1</key-id>'],
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
