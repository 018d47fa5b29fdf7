import type { DefaultRule } from '../domain/platform/equivalence-rules.ts';
import type { Platform } from '../domain/platform/platform.ts';
import type { TextForm } from '../domain/platform/text-form.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { bracketLists } from './shared/bracket-lists.ts';
import { deletedPaths } from './shared/clearing.ts';
import { xmlDocument } from './shared/documents.ts';
import { secretsOf } from './shared/mask-tables.ts';
import { candidateSession } from './shared/session-commands.ts';

const document = xmlDocument({
	top: /^<config>$/,
	order: [
		{ kind: 'children', within: [/^<rules>$/] },
		{ kind: 'children', within: [/^<(?:radius|tacplus|ldap|kerberos)>$/, /^<entry /, /^<server>$/] },
		// Lists whose order is a preference; the elements of these names hold other things elsewhere.
		{
			kind: 'siblings',
			pattern: /^<(member)>/,
			within: [/^<(?:encryption|authentication|hash|dh-group|authentication-profiles|dns-suffix|templates)>$/],
		},
	],
});

const RULEBASES =
	'security|nat|qos|pbf|decryption|network-packet-broker|application-override|authentication|tunnel-inspect|sdwan|dos';

/** Lines of the rules of some rulebases that say what is so anyway, each with what it would be otherwise. */
function ruleDefaults(rulebases: string, lines: Readonly<Record<string, string>>): readonly DefaultRule[] {
	return Object.entries(lines).flatMap(([line, other]) =>
		[
			// Not the rules behind all others: those of `default-security-rules` log nothing by themselves.
			{ path: '', within: [new RegExp(`^(?:${rulebases})$`), /^rules$/, /^\S/] },
			{ path: String.raw`set .*\brulebase (?:${rulebases}) rules (?:"[^"]*"|[^\s"]+) ` },
		].map(({ path, ...place }) => ({
			...place,
			line: new RegExp(`^${path}${line}$`),
			command: new RegExp(`^(${path}${line.split(' ', 1)}) `),
			source:
				'what a rule does unless it says otherwise (pan-os-ansible, panos_security_rule, of security; from knowledge, of others)',
			matches: [path === '' ? line : `set rulebase security rules A ${line}`],
			spares: [path === '' ? other : `set rulebase security rules A ${other}`],
		})),
	);
}

/**
 * The configuration as XML. Who touched an element last, which release wrote the whole, and what number the device gave to a
 * rule, is left out (pango CleanRawXml).
 */
const runningDocument: TextForm = {
	...document,
	syntax: {
		...document.syntax,
		unsaidAttributes: ['admin', 'dirtyId', 'time', 'version', 'urldb', 'detail-version', 'uuid'],
	},
	masks: [
		...secretsOf('paloalto_panos', [
			{
				id: 'secret/panos-xml-master-key',
				pattern: />(?<secret>-AQ==[\w+/=]+)</d,
				reason: 'encrypted with a master key that is the same on every device by default (RANCID panos.pm)',
				matches: ['<psk>-AQ==fictive=fictive</psk>', '<bind-dn-value>-AQ==fictive</bind-dn-value>'],
				spares: ['<description>AQ== is base64</description>'],
			},
			{
				id: 'secret/panos-xml-value',
				pattern: /^<value>(?<secret>.+)<\/value>$/d,
				within: [/^<(?:duo-[\w-]+-key>|entry )/],
				reason:
					'keys of multi-factor authentication, headers and parameters of messages, logins of dynamic DNS; whatever else is an entry with a value is hidden, too',
				matches: ['<value>fictive</value>'],
				spares: ['<value/>', '<value>'],
			},
			{
				id: 'secret/panos-xml-key',
				pattern: /^<((?:[\w-]+-)?keytab|passcode|access-key-id|service-account-cred|fixed)>(?<secret>.+)<\/\1>$/d,
				reason: 'the same as on the command line',
				matches: ['<kerberos-keytab>fictive</kerberos-keytab>', '<fixed>fictive</fixed>'],
				spares: ['<fixed/>', '<passcode/>'],
			},
		]),
		...document.masks,
	],
};

/**
 * Palo Alto PAN-OS. The patterns find their keyword anywhere in a line, because the same statement is a short line inside
 * braces and the tail of a long one as a `set` line.
 */
export const paloaltoPanos: Platform = {
	name: 'paloalto_panos',
	title: 'Palo Alto PAN-OS',
	aliases: ['panos', 'panos_api', 'paloalto', 'paloaltonetworks.panos.panos'],

	cli: {
		channel: 'shell',
		prompt: /^[\w.\-\\]{1,64}@(?:[\w.-]{1,64}@)?[\w.-]{1,64}(?:\([\w.:-]{1,32}\))?>\s?$/,
		enable: null,
		setup: ['set cli scripting-mode on', 'set cli pager off', 'set cli terminal width 500'],
		// What runs. The API's `type=export` and the configure mode show the candidate (oxidized#2759).
		showRunning: 'show config running',
		failures: [/^\s*(?:Invalid syntax|Unknown command|Server error|Permission denied|You do not have permission)/i],
		pager: { prompt: /^(?:lines \d+-\d+(?:\/\d+)?(?: \(END\))?|--[Mm]ore--)\s?$/, answer: ' ' },
		questions: [],
		logout: 'exit',
	},

	// The XML API gives the same configuration as XML. `type=export` and `action=get` would give the candidate (oxidized#2759).
	rest: {
		yields: 'xml',
		form: runningDocument,
		logins: [
			{ kind: 'token', send: { headers: { 'X-PAN-KEY': '{token}' } } },
			{
				kind: 'session',
				open: {
					method: 'POST',
					path: '/api/',
					body: { kind: 'form', fields: { type: 'keygen', user: '{username}', password: '{password}' } },
				},
				grant: { kind: 'answer', type: 'xml', at: '/response/result/key' },
				send: { headers: { 'X-PAN-KEY': '{session}' } },
				// A key is no session: it stays until the password changes or its lifetime is over.
				close: null,
			},
		],
		showRunning: [
			{
				method: 'POST',
				path: '/api/',
				body: { kind: 'form', fields: { type: 'op', cmd: '<show><config><running></running></config></show>' } },
			},
		],
		answer: {
			type: 'xml',
			text: '/response/result',
			requires: [{ at: '/response/@status', is: 'success' }],
			complaints: ['/response/msg/line', '/response/msg', '/response/result/msg'],
			denials: [/invalid credential/i],
		},
		enabledBy: 'an admin role whose XML API tab allows operational requests',
	},

	syntax: {
		style: 'braces',
		comments: [],
		negation: 'delete ',
		closers: [],
		inlineBraces: true,
		frame: [...candidateSession],
		setPath: /^(set )config (?:devices localhost\.localdomain (?:vsys vsys1 )?)?/,
		blocks: [
			// Login banners, certificates and keys run over several lines.
			{
				id: 'quoted-text',
				start: /^(?:[^"\\]|\\.)*\s"(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*\\?$/,
				end: /^(?:[^"\\]|\\.)*"(?<punctuation>;)?$/,
				key: true,
			},
			...anyPlatformBlocks,
		],
	},

	remediation: 'set-statements',

	completeness: { proof: 'balanced-braces', minLines: 3 },

	masks: [
		{
			id: 'volatile/panos-dirty-attributes',
			platform: 'paloalto_panos',
			kind: 'volatile',
			action: 'replace',
			pattern: /^<\S.*?(?<volatile>(?: (?:admin|dirtyId|time)="[^"]*")+)/d,
			reason: 'who touched an element last, in XML (pango CleanRawXml)',
			matches: ['<entry name="fw" admin="anna" dirtyId="4" time="2026/01/05 10:12:13">'],
			spares: ['<entry name="admin">', 'set mgt-config users admin permissions role-based superuser yes'],
		},
		{
			id: 'secret/panos-private-key',
			platform: 'paloalto_panos',
			kind: 'secret',
			action: 'replace',
			scope: 'block',
			pattern: /(?:^|\s)private-key "-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----$/,
			reason: 'keys of certificates, in clear or under the master key (RANCID panos.pm)',
			matches: ['private-key "-----BEGIN RSA PRIVATE KEY-----'],
			spares: ['public-key "-----BEGIN CERTIFICATE-----'],
		},
		...secretsOf('paloalto_panos', [
			{
				id: 'secret/panos-master-key',
				pattern: /(?:^|[\s"])(?<secret>-AQ==[\w+/=]+)/d,
				reason: 'encrypted with a master key that is the same on every device by default (RANCID panos.pm)',
				matches: ['password -AQ==Jan8Q2Hw3pnWb1afI9wBVOcGTjU=b1lCQOAbU;', 'key "-AQ==fictive=fictive"'],
				spares: ['description "AQ== is base64";'],
			},
			{
				id: 'secret/panos-password-hash',
				pattern: /(?:^|\s)phash "?(?<secret>[^"\s;]+)/d,
				reason: 'local accounts (RANCID panos.pm)',
				matches: ['phash $1$mpjepthw$HDC9jsh9FAzC3UEf0tW3/.;', 'set mgt-config users anna phash fictive'],
				spares: ['password-profile strict;', 'set mgt-config users anna permissions role-based superuser yes'],
			},
			{
				id: 'secret/panos-snmp-community',
				pattern: /(?:^|\s)snmp-community-string (?:"(?<secret>[^"]+)"|(?<secret2>[^"\s;]+))/d,
				reason: 'a community is a password in clear (RANCID panos.pm)',
				matches: [
					'snmp-community-string fictive;',
					'set deviceconfig system snmp-setting access-setting version v2c snmp-community-string "two words"',
				],
				spares: [
					'snmp-setting {',
					'set network virtual-router vr1 protocol bgp policy export rules A action community none',
				],
			},
			{
				id: 'secret/panos-password',
				pattern:
					/(?:^|[\s-])(?:password|passwd|passphrase|passcode|secret|authpwd|privpwd|auth-key|api-key|override-key|access-key|access-key-id|service-account-cred|private-key|authentication-key|auth-code|password-hash|pre-shared-key|psk|keytab|otp|token) (?!\{|yes;?$|no;?$|(?:key|value|is:?|was:?|(?:for|of) [\w.@-]{1,64}(?::| (?:is|was):?)|=|:|[-=]>) |<secret)(?:"(?<secret>[^"]+)"|(?<secret2>[^"\s;]+))/d,
				reason: 'servers, profiles and SNMPv3 (RANCID panos.pm)',
				matches: [
					'bind-password fictive;',
					'set shared server-profile radius R server A secret fictive',
					'privpwd "two words";',
					'secure-proxy-password fictive;',
					'set vsys vsys1 vm-info-source V aws-vpc secret-access-key fictive',
				],
				spares: [
					'password-complexity {',
					'pre-shared-key {',
					'set mgt-config password-complexity enabled yes',
					'secret {',
				],
			},
			{
				id: 'secret/panos-key-set',
				pattern:
					/\s(?:pre-shared-key|md5 \d+|(?:esp|ah) (?:authentication |encryption )?(?:md5|sha\d+)|encryption) key "?(?<secret>[^"\s;]+)/d,
				reason: 'IKE gateways and OSPF, as people write them before they are encrypted',
				matches: [
					'set network ike gateway G authentication pre-shared-key key fictive',
					'set network virtual-router v protocol ospfv3 auth-profile A esp authentication sha1 key fictive',
				],
				spares: ['set shared certificate C algorithm RSA', 'set mgt-config users anna public-key fictive'],
			},
			{
				id: 'secret/panos-key',
				pattern: /^key "?(?<secret>[^"\s;{]+)/d,
				within: [/^(?:pre-shared-key|md5|sha\d+|encryption|\d+) \{$/],
				reason: 'the same in braces',
				matches: ['key fictive;'],
				spares: ['key {', 'public-key fictive;'],
			},
			{
				id: 'secret/panos-trap-community',
				pattern: /^community "?(?<secret>[^"\s;{]+)/d,
				within: [/^v2c \{$/, /^server \{$/, /\{$/],
				reason: 'the community that traps are sent with; routing policies carry the same keyword',
				matches: ['community fictive;'],
				spares: ['community {'],
			},
			{
				id: 'secret/panos-trap-community-set',
				pattern: /\ssnmptrap (?:"[^"]*"|\S+) version v2c server (?:"[^"]*"|\S+) community "?(?<secret>[^"\s;]+)/d,
				reason: 'the same in set lines',
				matches: ['set shared log-settings snmptrap P version v2c server S community fictive'],
				spares: ['set network virtual-router vr1 protocol bgp policy export rules A action community none'],
			},
			{
				id: 'secret/panos-factor-key',
				pattern:
					/(?:^|\s)(?:(?:duo|okta|ping|rsa)-\S*(?:key|token) value|scep-challenge fixed) (?:"(?<secret>[^"]+)"|(?<secret2>[^\s";]+))/d,
				reason:
					'keys of multi-factor authentication, and what a certificate is asked for with (from knowledge: PAN-OS CLI)',
				matches: [
					'set shared server-profile mfa-server-profile M mfa-config duo-secret-key value fictive',
					'set shared scep S scep-challenge fixed fictive',
				],
				spares: ['set shared server-profile mfa-server-profile M mfa-config duo-api-host value x.example'],
			},
			{
				id: 'secret/panos-factor-key-braces',
				pattern: /^(?:value|fixed) (?!\{)(?:"(?<secret>[^"]+)"|(?<secret2>[^\s";]+))/d,
				within: [/^(?:(?:duo|okta|ping|rsa)-\S*(?:key|token)|scep-challenge|challenge) \{$/],
				reason: 'the same in braces',
				matches: ['value fictive;', 'fixed fictive;'],
				spares: ['value {'],
			},
			{
				id: 'secret/panos-pin',
				pattern: /(?:^|\s)(?:sim-)?pin (?<secret>\d{4,8})(?=[;\s]|$)/d,
				reason: 'PIN of a SIM card',
				matches: ['pin 1234;', 'set network interface cellular cellular1/1 pin 1234'],
				spares: ['pin {'],
			},
			{
				id: 'secret/panos-http-value',
				pattern: /^value (?!\{)"?(?<secret>[^";]+)/d,
				within: [/^(?:headers|params|ddns-vendor-config) \{$/, /^\S.* \{$/],
				reason: 'what is sent to a web server or a name service with each message: a header, a parameter, a login',
				matches: ['value "fictive";', 'value fictive;'],
				spares: ['value {'],
			},
			{
				id: 'secret/panos-http-value-set',
				pattern:
					/\s(?:(?:headers|params|ddns-vendor-config) (?:"[^"]*"|\S+)|\S*(?:password|passcode)) value (?:"(?<secret>[^"]+)"|(?<secret2>[^\s";]+))/d,
				reason: 'the same in set lines',
				matches: ['set shared log-settings http H format traffic headers Authorization value "fictive"'],
				spares: ['set shared log-settings http H server S address x.example'],
			},
		]),
		...anyPlatformMasks,
	],

	spellings: [
		{
			kind: 'words',
			pattern:
				/ [\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?= |$)(?<=(?:^(?!\S*(?:id|key) )| rules )(?:"[^"]*"|[^\s"]+) [\da-f-]{36})/g,
			spelled: '',
			source: 'releases since 9.0 give every rule a number of its own, and show it behind the name (batfish#10219)',
		},
	],

	defaults: [
		{
			line: /^(version|detail-version|urldb) \S+$/,
			command: /^(version|detail-version|urldb) /,
			within: [/^config$/],
			source: 'the release that wrote the configuration; the XML API gives them as attributes (pango CleanRawXml)',
			matches: ['version 10.2.0', 'detail-version 10.2.3', 'urldb paloaltonetworks'],
			spares: ['version v2c {'],
		},
		...[
			{ path: '', within: [/^rules$/, /^\S/] },
			{ path: String.raw`set .*\brulebase \S+ rules (?:"[^"]*"|[^\s"]+) ` },
		].map(({ path, ...place }) => ({
			...place,
			line: new RegExp(`^${path}uuid [\\da-f-]{36}$`),
			command: new RegExp(`^(${path}uuid) `),
			source: 'the device gives every rule an identifier (PAN-OS 9.0, universally unique identifiers of rules)',
			matches: [`${path === '' ? '' : 'set rulebase security rules A '}uuid 0a1b2c3d-0000-51eb-0000-000000000001`],
			spares: ['uuid a'],
		})),
		...ruleDefaults(RULEBASES, {
			'disabled no': 'disabled yes',
			'negate-source no': 'negate-source yes',
			'negate-destination no': 'negate-destination yes',
		}),
		...ruleDefaults('security', { 'log-start no': 'log-start yes', 'log-end yes': 'log-end no' }),
	],

	clearing: [deletedPaths],

	order: [
		{ kind: 'children', within: [/^rules$/] },
		// The same in set lines: a rule has many lines and one destination zone, which stands for its place in the list. Rules
		// of policy-based forwarding have no such zone.
		{
			kind: 'siblings',
			pattern:
				/^set (.*\brulebase (?:security|nat|qos|decryption|authentication|application-override|tunnel-inspect|sdwan|dos) rules) (?:"[^"]*"|[^\s"]+)(?: [\da-f-]{36})? to /,
			entries: / rules ("[^"]*"|[^\s"]+)(?: [\da-f-]{36})? to (.+)/,
		},
		{
			kind: 'siblings',
			pattern:
				/^set (.*\bprofiles (?:spyware|vulnerability) (?:"[^"]*"|[^\s"]+) rules) (?:"[^"]*"|[^\s"]+) threat-name /,
		},
		{
			kind: 'siblings',
			pattern: /^set (.*\brulebase pbf rules) (?:"[^"]*"|[^\s"]+)(?: [\da-f-]{36})? from /,
			entries: / rules ("[^"]*"|[^\s"]+)(?: [\da-f-]{36})? from (.+)/,
		},
		// Rules of BGP have neither; one that no peer group uses does nothing.
		{
			kind: 'siblings',
			pattern: /^set (.*\bprotocol bgp policy (?:import|export) rules) (?:"[^"]*"|[^\s"]+) used-by /,
		},
		// Servers of a profile are tried from the first to the last (PAN-OS Administrator's Guide, server profiles).
		{ kind: 'children', within: [/^(?:radius|tacplus|ldap|kerberos)$/, /^\S/, /^server$/] },
		{
			kind: 'siblings',
			pattern:
				/^set (.*\bserver-profile (?:radius|tacplus|ldap|kerberos) (?:"[^"]*"|[^\s"]+)) server (?:"[^"]*"|[^\s"]+) (?:ip-address|address|host) /,
		},
	],

	// The order of these is a preference, and of the templates in a stack the first has priority (Panorama Administrator's Guide,
	// Templates and Template Stacks: "from top to bottom with higher templates having priority").
	lists: bracketLists(
		/(?:^|\s)(?:encryption|authentication|hash|dh-group|authentication-profiles|authentication-order|servers?|dns-suffix|suffix|import-rules|prepend|templates) $/,
	),
};
