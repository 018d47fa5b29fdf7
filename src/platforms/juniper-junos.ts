import type { SequenceRule } from '../domain/platform/list-rules.ts';
import type { Platform } from '../domain/platform/platform.ts';
import type { SpellingRule } from '../domain/platform/spelling-rules.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { bracketLists } from './shared/bracket-lists.ts';
import { activatedPaths, deletedPaths } from './shared/clearing.ts';
import { reversibleSecretsOf, surfacedLinesOf, volatileSecretsOf } from './shared/mask-tables.ts';
import { candidateSession } from './shared/session-commands.ts';

/** Matches a statement that begins so, also one that is inactive or protected. */
function stated(beginning: string): RegExp {
	return new RegExp(`^(?:(?:inactive|protect): )?${beginning}`);
}

/** Statements whose values are tried one after the other. */
const CHAINS = String.raw`(?:(?:vrf-|instance-)?(?:import|export)|(?:input|output)-list|domain-search|apply-groups|authentication-order|accounting-order|proposals|as-path-prepend|dns-servers?|name-server|order|path|import-rib|(?:[\w-]+-)?policy)`;

/** `import [ a b ]` is `import a` and `import b`, in that order. */
const chain: SequenceRule = {
	pattern: new RegExp(
		String.raw`^(?<head>(?:.* )?${CHAINS} )(?:\[ ?(?<values>[^[\]\s](?:[^[\]]*[^[\]\s])?) ?\]|(?<values>[^\s[\]{}]+))(?<tail>)$`,
	),
	source: 'values in brackets are set one by one in their order (batfish JuniperListPaths)',
	matches: ['import [ a b ]', 'set protocols bgp group A import [a b]', 'set apply-groups a', 'export a'],
	spares: ['description "import [ a b ]"', 'members [ a b ]', 'import'],
};

/** What an action is about. */
const ACTIONS = /^()(?:(?:inactive|protect): )?(\S+)/;

/** Protocols that run on logical interfaces; others, such as LLDP, have ports. */
const OF_UNITS = '(?:ospf3?|isis|ldp|rsvp|mpls|pim|igmp)';
const PORT = '(?:[a-z]{2}-\\d+/\\d+/\\d+(?::\\d+)?|ae\\d+|lo0)';
const IN_BRACES = new RegExp(`^((?:inactive: )?interface ${PORT})$`);

/**
 * Juniper Junos. The patterns find their keyword anywhere in a line, because the same statement is a short line inside
 * braces and the tail of a long one after `| display set`.
 */
export const juniperJunos: Platform = {
	name: 'juniper_junos',
	title: 'Juniper Junos',
	aliases: ['junos', 'juniper', 'junipernetworks.junos.junos'],

	cli: {
		channel: 'exec',
		prompt: /^[\w.\-@/:()]{1,63}[>#%]\s?$/,
		enable: null,
		setup: [],
		// `display omit` also shows what carries `apply-flags omit` (oxidized junos.rb).
		showRunning: 'show configuration | display omit | no-more',
		failures: [
			/^\s*(?:unknown command|syntax error|missing argument|invalid value)\b/,
			/^\s*error: /,
			/^\s*(?:permission denied|Could not connect to|command is not valid)/i,
			// root lands in a shell instead of the CLI
			/^\S*sh: (?:show|cli): (?:Command )?not found/i,
		],
		pager: { prompt: /---\(more(?: \d{1,3}%)?\)---\s?$/, answer: ' ' },
		questions: [],
		logout: null,
	},

	// Without `database` Junos gives the candidate. Its REST API is left out: how that attribute is written in a path next
	// to another one is not documented, and one that is not understood gives the candidate too.
	netconf: {
		yields: 'braces',
		request: '<get-configuration database="committed" format="text"/>',
		text: '/rpc-reply/configuration-text',
		enabledBy: 'set system services netconf ssh',
	},

	syntax: {
		style: 'braces',
		comments: ['#'],
		negation: 'delete ',
		closers: [],
		inlineBraces: true,
		keepsNodes: true,
		// Entries that have a name, or a family: a path that ends with the word in front of it is not whole, nor is one that ends
		// with a word in the place of a name: `interfaces interface-range`, `then community add` (from knowledge).
		wholeNodes:
			/ (?:interfaces|unit|family|route|user|class|group|neighbor|term|policy-statement|prefix-list|filter|vlans|routing-instances|security-zone|from-zone \S+ to-zone|policy|area|interface|server|community|rule-set|rule|address-book) (?!(?:add|delete|set|address|address-set|interface-range|interface-set)$)(?:"[^"]*"|[^\s"]+)$/,
		states: /^(?:inactive|protect): /,
		// Chassis clusters and dual routing engines print their role above every prompt.
		frame: [
			...candidateSession,
			/^(?:exit|quit)(?: configuration-mode)?$/,
			/^\{(?:master|backup|primary|secondary|linecard|hold|disabled|lost)(?::[\w-]+)?\}(?:\[edit\])?$/,
			/^\[edit\]$/,
		],
		blocks: anyPlatformBlocks,
	},

	remediation: 'set-statements',

	completeness: { proof: 'balanced-braces', minLines: 3 },
	// One for each hierarchy that the class of the account may not see; in quotes it is what somebody wrote.
	withheld: /(?<=^[^"\n]{0,200})\/\* ACCESS-DENIED \*\//m,
	unseen: '/* SECRET-DATA */',

	masks: [
		...surfacedLinesOf('juniper_junos', [
			{
				id: 'volatile/junos-last-commit',
				pattern: /^## Last commit: (?<lastChangedAt>.+?)(?: by (?<lastChangedBy>.+))?$/,
				reason: 'who and when, not what (RANCID junos.pm)',
				matches: ['## Last commit: 2026-01-05 10:12:13 UTC by anna', '## Last commit: 2026-01-05 10:12:13 CET'],
				spares: ['## Last commit', 'description "## Last commit: never";'],
			},
			{
				id: 'volatile/junos-last-change',
				pattern: /^## Last changed: (?<lastChangedAt>.+)$/,
				reason: 'stands above any section since its last change (RANCID junos.pm)',
				matches: ['## Last changed: 2026-01-05 10:12:13 UTC'],
				spares: ['## Last changed'],
			},
		]),
		...volatileSecretsOf('juniper_junos', [
			{
				id: 'volatile-secret/junos-unseen',
				// As it stands in a config that is masked already, too.
				pattern: /(?<secret>\/\* SECRET-DATA \*\/|<secret:000000>)/d,
				reason:
					'what an account without the permission `secret` is shown: it equals any secret in that place (RANCID junos.pm)',
				matches: ['encrypted-password /* SECRET-DATA */; ## SECRET-DATA', 'ssh-rsa /* SECRET-DATA */;'],
				spares: ['encrypted-password "<removed>"; ## SECRET-DATA'],
			},
		]),
		...reversibleSecretsOf('juniper_junos', 'juniper-9', [
			{
				id: 'secret/junos-password',
				pattern:
					/(?:^|\s)(?:encrypted-password|plain-text-password-value|simple-password|authentication-password|privacy-password|pap-password|local-password) "?(?<secret>[^"\s;]+)/d,
				reason: 'accounts, IGP and SNMP passwords (oxidized junos.rb)',
				matches: [
					'encrypted-password "$6$fictive$hash"; ## SECRET-DATA',
					'set system root-authentication encrypted-password "$6$fictive$hash"',
					'simple-password fictive;',
				],
				spares: ['minimum-changes 1;', 'set system login password format sha512'],
			},
			{
				id: 'secret/junos-quoted-password',
				pattern:
					/(?:^|[\s-])(?:password|passphrase|secret|token|shared-key|radius-key|snmp-community) "(?<secret>[^"]+)"/d,
				reason: 'servers, archive sites and access profiles; Junos quotes what it encrypts (oxidized junos.rb)',
				matches: [
					'secret "$9$ficTive"; ## SECRET-DATA',
					'"ftp://anna@203.0.113.11/backup/" password "$9$ficTive"; ## SECRET-DATA',
					'set access profile PPP client anna chap-secret "two words"',
					'auth-token "fictive"; ## SECRET-DATA',
				],
				spares: ['permissions [ clear secret view ];', 'description "password rotation"'],
			},
			{
				id: 'secret/junos-bare-secret',
				pattern:
					/(?:^|[\s-])(?:secret|password|passphrase|(?:auth|reconfigure)[- ]token|(?:(?<!pre-)shared-key|radius-key)(?= [^"\s;[\]{}]+ ?(?:[;"]|$))|version-v\S+ snmp-community) (?<!\bpermissions\b.*)(?!(?:format|change-type|minimum-\S+|maximum-\S+|is:?|was:?|(?:for|of) [\w.@-]{1,64}(?::| (?:is|was):?)|=|:|[-=]>)[ ;]|<secret)(?<secret>[^"\s;[\]{}]+)/d,
				reason: 'what people write into intended configs before Junos encrypts and quotes it',
				matches: [
					'secret fictive;',
					'set system services dhcp-local-server reconfigure token fictive',
					'set snmp proxy P version-v2c snmp-community fictive',
					'set system radius-server 192.0.2.1 secret fictive',
					'radius-server 192.0.2.1 { secret fictive; timeout 3; }',
					'set system radius-server 192.0.2.1 secret fictive timeout 3',
					'set access profile PPP client anna chap-secret fictive',
					'plain-text-password fictive;',
				],
				spares: [
					'permissions secret;',
					'set system login class ops permissions secret',
					'set system login password format sha512',
					'description "top secret";',
				],
			},
			{
				id: 'secret/junos-pre-shared-key',
				pattern: /(?:^|\s)(?:ascii-text|hexadecimal) "?(?<secret>[^"\s;]+)/d,
				reason: 'IKE and manual IPsec keys (oxidized junos.rb)',
				matches: [
					'pre-shared-key ascii-text "$9$ficTive"; ## SECRET-DATA',
					'set security ike policy P pre-shared-key hexadecimal "0a1b2c"',
				],
				spares: ['authentication-method pre-shared-keys;'],
			},
			{
				id: 'secret/junos-authentication-key',
				pattern:
					/(?:^|\s)(?:hello-authentication-key|authentication-key|privacy-key) (?!\d+ (?:type|value) )"?(?<secret>[^"\s;{]+)/d,
				reason: 'routing protocols, VRRP and SNMPv3 (oxidized junos.rb)',
				matches: [
					'authentication-key "$9$ficTive"; ## SECRET-DATA',
					'set protocols isis interface ae0.0 level 2 hello-authentication-key "$9$ficTive"',
				],
				spares: [
					'authentication-key-chains key-chain kc0 key 10',
					'authentication-key-chain BGP;',
					'set system ntp authentication-key 1 type md5',
				],
			},
			{
				id: 'secret/junos-ntp-key',
				pattern: /(?:^|\s)(?:type \S+|authentication-key \d+) value "?(?<secret>[^"\s;]+)/d,
				reason: 'NTP keys',
				matches: [
					'authentication-key 1 type md5 value "$9$ficTive"; ## SECRET-DATA',
					'set system ntp authentication-key 1 value fictive type sha256',
				],
				spares: ['trusted-key 1;', 'type external;'],
			},
			{
				id: 'secret/junos-quoted-key',
				pattern: /(?:^|\s)key "(?<secret>[^"]+)"/d,
				reason: 'OSPF MD5 keys and licence keys (netconan)',
				matches: ['md5 1 key "$9$ficTive"; ## SECRET-DATA', 'set system license keys key "JUNOS000001 fictive"'],
				spares: ['key 10 {', 'authentication-key-chains key-chain kc0 key 10'],
			},
			{
				id: 'secret/junos-bare-md5-key',
				pattern: /(?:^|\s)(?:authentication-selective-|multi-active-)?md5 \d+ key (?<secret>[^"\s;]+)/d,
				reason: 'the same as people write it, and RIP (from knowledge: authentication-selective-md5)',
				matches: [
					'set protocols ospf area 0 interface ae0.0 authentication md5 1 key fictive',
					'set protocols rip group G neighbor ae0.0 authentication-selective-md5 1 key fictive',
				],
				spares: ['authentication md5 1;'],
			},
			{
				id: 'secret/junos-bare-key',
				pattern:
					/\s(?:dns-filter(?:-template \S+)? hash-key|wpa-personal(?: wpa-common)? key|security-association \d key|license keys key) (?!"|<secret)(?<secret>[^\s;]+)/d,
				reason:
					'keys of the web filter, of wireless networks and of licences as people write them (from knowledge: Junos CLI)',
				matches: [
					'set services web-filter profile P dns-filter hash-key fictive',
					'set system license keys key fictive',
					'set security macsec connectivity-association C secure-channel S security-association 0 key fictive',
				],
				spares: ['set forwarding-options hash-key family inet layer-3', 'set system license autoupdate url x'],
			},
			{
				id: 'secret/junos-commit-peer',
				pattern:
					/^(?:set (?:.*? )??peers \S+ user \S+ authentication "?(?<secret>[^"\s;]+)|authentication "(?<secret2>[^"]+)")/d,
				reason: 'the account by which two devices commit together (Junos: system commit peers)',
				matches: [
					'set system commit peers B user anna authentication "fictive"',
					'authentication "$9$ficTive"; ## SECRET-DATA',
				],
				spares: ['authentication {', 'authentication-order [ radius password ];'],
			},
			{
				id: 'secret/junos-macsec-key',
				pattern: /(?:^|\s)cak "?(?<secret>[^"\s;]+)/d,
				reason: 'connectivity association key of MACsec; the name (ckn) is no secret',
				matches: ['cak "$9$ficTive"; ## SECRET-DATA'],
				spares: ['ckn 0a1b2c;'],
			},
			{
				id: 'secret/junos-snmp-community-set',
				pattern:
					/^"?(?:set|delete|deactivate|activate|protect|insert|rename|copy) (?:.*? )??snmp (?:community|trap-group) (?:"(?<secret>[^"]+)"|(?<secret2>[^\s";]+))/d,
				reason: 'a community is a password in clear, and the name of a trap group is the community of its traps',
				matches: [
					'set snmp community fictive authorization read-only',
					'set groups G snmp trap-group "two words" targets 192.0.2.1',
				],
				spares: ['set policy-options community YELLOW members 65001:1', 'set snmp contact noc'],
			},
			{
				id: 'secret/junos-snmp-community',
				pattern: /^(?:(?:inactive|protect): )?(?:community|trap-group) (?:"(?<secret>[^"]+)"|(?<secret2>[^\s";{]+))/d,
				within: [/^(?:inactive: |protect: )?snmp(?: |$)/],
				reason: 'the same in braces; policy communities carry the same keyword and stay',
				matches: ['community fictive {', 'community "two words" {', 'trap-group fictive {'],
				spares: ['community-name-index 1;', 'contact noc;'],
			},
			{
				id: 'secret/junos-snmp-community-name',
				pattern: /(?:^|\s)community-name "?(?<secret>[^"\s;]+)/d,
				reason: 'communities of SNMPv3 (oxidized junos.rb)',
				matches: ['community-name "$9$ficTive"; ## SECRET-DATA'],
				spares: ['snmp-community index1 {'],
			},
		]),
		...anyPlatformMasks,
	],

	clearing: [deletedPaths, activatedPaths],

	order: [
		{ kind: 'siblings', pattern: stated('(term) '), within: [stated('policy-statement ')] },
		// `then { community delete ALL; community add A; }` is a sequence of steps. Actions about different things are shown in
		// an order of their own, whatever they were entered in (batfish lab-validation, junos_then_action_conflicts: measured on
		// 25.4).
		{ kind: 'siblings', pattern: /^/, entries: ACTIONS, within: [stated('policy-statement '), stated('then$')] },
		{
			kind: 'siblings',
			pattern: /^/,
			entries: ACTIONS,
			within: [stated('policy-statement '), stated('term '), stated('then$')],
		},
		{ kind: 'siblings', pattern: stated('(term) '), within: [stated('(?:service-|simple-)?filter ')] },
		{ kind: 'siblings', pattern: stated('(policy) '), within: [stated('from-zone \\S+ to-zone \\S+$')] },
		{ kind: 'siblings', pattern: stated('(policy) '), within: [/^policies$/, stated('global$')] },
		{ kind: 'siblings', pattern: stated('(rule) '), within: [stated('rule-set ')] },
		{ kind: 'children', within: [/^mpls$/, stated('path ')] },
		{ kind: 'children', within: [stated('segment-list ')] },
		// Asked one after the other, and shown as they were entered (`ordered-by user` in the YANG modules of Junos).
		{ kind: 'children', within: [stated('(?:name-server|(?:tacplus|radius)-server)$')] },
		{ kind: 'children', within: [/^execute-commands$/, /^commands$/] },
		// Rules of a services card hold terms, those of intrusion prevention and of the application firewall stand in a list.
		{
			kind: 'siblings',
			pattern: stated('(term) '),
			within: [/^(?:stateful-firewall|nat|ids|cos|ipsec-vpn)$/, stated('rule ')],
		},
		{ kind: 'siblings', pattern: stated('(rule) '), within: [stated('(?:rulebase-(?:ips|exempt)|rule-sets \\S+)$')] },
		// The same after `| display set`. What a term matches on has no order there either: the actions stand for the terms.
		{
			kind: 'siblings',
			pattern: /^set (?:.* )?policy-statement (\S+) (?:term \S+ )?then /,
			entries: / policy-statement \S+ (?:term (\S+) )?then (\S+)/,
		},
		{
			kind: 'siblings',
			pattern: /^set (?:.* )?firewall (?:family \S+ )?((?:service-|simple-)?filter \S+) term \S+ then /,
			entries: / term (\S+) then (.+)/,
		},
		{
			kind: 'siblings',
			pattern: /^set (?:.* )?security policies (from-zone \S+ to-zone \S+|global) policy \S+ then /,
			entries: / policy (\S+) then (.+)/,
		},
		{
			kind: 'siblings',
			pattern: /^set (?:.* )?security nat (\S+ rule-set \S+) rule \S+ then /,
			entries: / rule (\S+) then (.+)/,
		},
		{
			kind: 'siblings',
			pattern: /^set (?:.* )?services ((?:stateful-firewall|nat|ids|cos|ipsec-vpn) rule \S+) term \S+ then /,
			entries: / term (\S+) then (.+)/,
		},
		{
			kind: 'siblings',
			pattern: /^set (?:.* )?idp-policy (\S+ rulebase-ips) rule \S+ then /,
			entries: / rule (\S+) then (.+)/,
		},
		{ kind: 'siblings', pattern: /^set (?:.* )?mpls path (\S+) / },
		{ kind: 'siblings', pattern: /^set (?:.* )?segment-list (\S+) / },
		{ kind: 'siblings', pattern: /^set ((?:.* )?(?:vrf-|instance-)?(?:import|export)) \S+$/ },
		{
			kind: 'siblings',
			pattern:
				/^set ((?:.* )?(?:apply-groups|authentication-order|accounting order|domain-search|proposals|import-rib|import-policy)) \S+$/,
		},
		// A chain of policies: the first that decides ends it.
		{ kind: 'siblings', pattern: /^set ((?:.* )?(?:aggregate|generate) route \S+ policy) \S+$/ },
		{ kind: 'siblings', pattern: /^set ((?:.* )?filter (?:input|output)-list) \S+$/ },
		{ kind: 'siblings', pattern: /^set ((?:.* )?name-server) \S+(?: routing-instance \S+)?$/ },
		{ kind: 'siblings', pattern: /^set ((?:.* )?(?:tacplus|radius)-server) \S+ secret / },
		{ kind: 'siblings', pattern: /^set (.*\bexecute-commands commands) / },
	],

	// What Junos writes into its configuration by itself.
	defaults: [
		...[{}, { within: [/^login$/, /^user \S+$/] }].map((place) => ({
			...place,
			line: /^(?:set ((?:.* )?system login user \S+) )?uid \d+$/,
			command: /^(?:set ((?:.* )?system login user \S+) )?uid /,
			source: 'an account gets a number when it is committed (batfish lab-validation, labs of vJunos)',
			matches: ['uid 2000', 'set system login user anna uid 2000'],
			spares: ['uid-x 1', 'set system login user anna class operator'],
		})),
		{
			line: /^(?:set )?version \S+$/,
			command: /^(?:set )?version /,
			source: 'the release that wrote the configuration (RANCID junos.pm)',
			matches: ['version 23.4R2-S2.1', 'set version 23.4R2-S2.1'],
			spares: ['set snmp v3', 'version'],
		},
	],

	spellings: [
		{
			kind: 'words',
			pattern:
				/(?<=(?:^|\s)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})\/32(?= |$)|(?<=(?:^|\s)[\da-f]{0,4}:[\da-f:]{1,36})\/128(?= |$)/g,
			spelled: '',
			source:
				'an address without a length is a host, and shown with it (Junos CLI: prefix lists, interface addresses, routes)',
		},
		{
			kind: 'words',
			pattern: /(?<=(?:^|\s)area )0\.0\.0\.(?=\d{1,3}(?: |$))/g,
			spelled: '',
			source: 'a number is taken and four are shown (Junos CLI reference, area)',
		},
		{
			kind: 'words',
			pattern: /^((?:set|delete|deactivate) (?:(?:groups|logical-systems) \S+ )?interfaces [a-z][\w:/-]*)\.(\d+)(?= )/,
			spelled: '$1 unit $2',
			source: 'a logical interface is taken by its name, and shown as a unit (from knowledge: Junos, ge-0/0/0.0)',
		},
		...[
			// No further than a quote: what stands in it is a text.
			{ pattern: new RegExp(`^(set (?:[^"]* )?protocols ${OF_UNITS} (?:[^"]* )?interface ${PORT})(?= |$)`) },
			{ pattern: IN_BRACES, within: [new RegExp(`^${OF_UNITS}$`)] },
			{ pattern: IN_BRACES, within: [new RegExp(`^${OF_UNITS}$`), /^area /] },
		].map(
			(place): SpellingRule => ({
				...place,
				kind: 'words',
				spelled: '$1.0',
				source: 'a port in the place of a logical interface is its unit 0, and shown so (from knowledge: Junos)',
			}),
		),
		{
			kind: 'words',
			pattern: /^replace: /,
			spelled: '',
			source: 'how a file is loaded, which nothing shows (Junos CLI User Guide, load replace)',
		},
	],

	// The order of these is their meaning: tried one after the other.
	lists: bracketLists(new RegExp(`(?:^|\\s)${CHAINS} $`)),

	sequences: [chain, { ...chain, within: [/^/] }],
};
