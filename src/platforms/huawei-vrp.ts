import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { vrpLikeClearing } from './shared/clearing.ts';
import { vrpLikeInterruptions, vrpLikeMessageMasks } from './shared/interruptions.ts';
import { interfaceDefault } from './shared/ios-like-defaults.ts';
import { secretsOf, surfacedLinesOf, volatileLinesOf } from './shared/mask-tables.ts';
import { commandsOfOneValue } from './shared/one-value.ts';
import { vrpLikePortNames } from './shared/port-names.ts';
import { vrpRemediation } from './shared/section-remediation.ts';
import { vrpLikeSession } from './shared/session-commands.ts';
import { unsaidVrpDefaults } from './shared/unsaid-defaults.ts';
import { vrpPorts } from './shared/untouched-ports.ts';
import { vrpLikeVlanLists } from './shared/vlan-lists.ts';
import { vrpLikeFailures, vrpLikePager } from './shared/vrp-like-cli.ts';
import {
	numberedRules,
	serviceTypes,
	shortInterfaces,
	snmpAgentOn,
	vrpLikeSpellings,
} from './shared/vrp-like-equivalences.ts';

/** Huawei VRP. */
export const huaweiVrp: Platform = {
	name: 'huawei_vrp',
	title: 'Huawei VRP',
	aliases: ['vrp', 'huawei', 'huawei_vrpv8', 'ce', 'community.network.ce'],

	cli: {
		channel: 'shell',
		// Firewalls in a hot-standby pair show their role: HRP_M<fw-01>.
		prompt: /^(?:HRP_[AMS])?<[^<>\n]{1,246}>\s?$/i,
		enable: null,
		setup: ['screen-length 0 temporary'],
		showRunning: 'display current-configuration',
		failures: vrpLikeFailures,
		pager: vrpLikePager,
		// "The password needs to be changed. Change now? [Y/N]", "There are security risks in the configuration file. … save?
		// [y/n]": no is the answer that changes nothing (netmiko answers the second with Y, and saves).
		questions: [{ prompt: /\[[Yy]\/[Nn]\] ?[:?]?\s*$/, answer: 'n\n' }],
		logout: 'quit',
	},

	syntax: {
		style: 'indented',
		comments: ['!'],
		negation: 'undo ',
		takesCapitals: true,
		shortInterface: true,
		// A `#` ends every section that is indented as deep as it stands.
		closers: [/^#/, /^(?:quit|peer-public-key end|public-key-code end|end-(?:filter|list|set))$/],
		frame: [...vrpLikeSession, /^return$/, /^\[V\d{3}R\d{3}\w*\]$/, ...vrpLikeInterruptions],
		blocks: [
			{ id: 'banner', start: /^header (?:login|shell) information (?<delimiter>")/, end: 'delimiter', prose: true },
			{
				id: 'banner-any',
				start: /^header (?:login|shell) information (?<delimiter>[^\s"])/,
				end: 'delimiter',
				prose: true,
			},
			{ id: 'public-key', start: /^public-key-code begin$/, end: /^public-key-code end$/, key: true },
			...anyPlatformBlocks,
		],
		programs: [
			{ start: /^xpl route-filter /, end: /^end-filter$/ },
			{ start: /^xpl \S+-list /, end: /^end-list$/ },
		],
	},

	remediation: vrpRemediation,

	completeness: { proof: 'last-line', pattern: /^return$/ },

	masks: [
		...vrpLikeMessageMasks,
		...surfacedLinesOf('huawei_vrp', [
			{
				id: 'volatile/vrp-last-saved',
				pattern:
					/^!\s?Last configuration was (?:updated|saved) at (?<lastChangedAt>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\S*(?: [+-]\d\d:\d\d)?(?: UTC| DST)?)(?: by (?<lastChangedBy>\S+))?/,
				reason: 'who and when, not what',
				matches: ['!Last configuration was updated at 2026-01-05 10:12:13+00:00 by anna'],
				spares: ['!Software Version V200R019C10SPC800'],
			},
		]),
		...volatileLinesOf('huawei_vrp', [
			{
				id: 'volatile/vrp-clock',
				pattern: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?(?: [+-]\d\d:\d\d)?(?: \w{1,5})?$/,
				reason: 'the clock at the moment of the show (RANCID vrp.pm)',
				matches: ['2026-01-05 10:12:13', '2026-01-05 10:12:13.123 +01:00'],
				spares: ['clock daylight-saving-time summer 2026-03-29'],
			},
		]),
		...secretsOf('huawei_vrp', [
			{
				id: 'secret/vrp-encrypted',
				pattern: /(?<secret>%\^%#.*%\^%#|%\$%\$.*%\$%\$|%@%@.*%@%@|%#%#.*%#%#|%\+%##.*%\+%#)/d,
				reason:
					'reversible encryption wherever it stands (oxidized vrp.rb). That it stays the same from show to show is not confirmed by any source',
				matches: [
					'pre-shared-key %^%#Fic"tive;Key%^%#',
					'ospf authentication-mode md5 1 cipher %@%@fictive%@%@',
					'password cipher %$%$fictive%$%$',
				],
				spares: ['description 100%^%', 'description rate 50% # see noc'],
			},
			{
				id: 'secret/vrp-md5-peer',
				pattern: /^(?:mpls ldp )?md5-password (?:cipher|plain) (?:peer-group )?\S+ (?<secret>\S+)/d,
				reason: 'LDP sessions; the peer stands between the word and the key',
				matches: ['md5-password cipher 192.0.2.1 fictive'],
				spares: ['md5-password enable'],
			},
			{
				id: 'secret/vrp-cipher',
				pattern:
					/^(?!ssh |ssl )(?:.*?\s)??(?<!\bmd5-password )(?:irreversible-cipher|(?:shared-key-)?cipher|simple|plain|plain-text) (?!authentication-mode |cipher |plain |secret[\s>]|<secret)(?<secret>\S+)/d,
				reason: 'accounts, keys and passwords of every feature (RANCID vrp.pm, netconan)',
				matches: [
					'local-user anna password irreversible-cipher $1a$fictive$hash$',
					'local-user anna password simple fictive',
					'peer 192.0.2.1 password cipher fictive',
					'radius-server shared-key cipher fictive',
					'set authentication password cipher fictive',
					'key-string plain fictive',
				],
				spares: ['ssh server cipher aes256_ctr', 'ssl cipher-suite-list default', 'authentication-mode password'],
			},
			{
				id: 'secret/vrp-snmp-community',
				pattern:
					/^(?:snmp-agent )?(?:proxy )?community (?:(?:read|write) |(?<=proxy community ))(?!cipher |simple )(?<secret>\S+)/d,
				reason: 'a community is a password in clear',
				matches: [
					'snmp-agent community read fictive',
					'snmp-agent community write fictive mib-view iso',
					'snmp-agent proxy community fictive remote-engineid 0a1b',
				],
				spares: ['snmp-agent community complexity-check disable', 'snmp-agent sys-info version v3'],
			},
			{
				id: 'secret/vrp-snmp-trap',
				pattern: /^snmp-agent target-host .*?\bsecurityname (?!cipher )(?<secret>\S+)/d,
				reason: 'the community that traps are sent with',
				matches: ['snmp-agent target-host trap address udp-domain 192.0.2.3 params securityname fictive v2c'],
				spares: ['snmp-agent target-host trap-paramsname noc'],
			},
			{
				id: 'secret/vrp-snmp-user',
				pattern:
					/^snmp-agent (?:remote-engineid \S+ )?usm-user v3 \S+ .*?authentication-mode \S+ (?!cipher )(?<secret>\S+)(?: privacy-mode \S+ (?<secret2>\S+))?/d,
				reason: 'keys of SNMPv3, localised with the engine ID',
				matches: [
					'snmp-agent usm-user v3 noc ops authentication-mode sha 0f1e2d privacy-mode aes128 3c4b5a',
					'snmp-agent usm-user v3 noc authentication-mode sha2-256 fictive',
				],
				spares: ['snmp-agent usm-user v3 noc group ops', 'snmp-agent group v3 ops privacy'],
			},
			{
				id: 'secret/vrp-authentication-mode',
				pattern:
					/^(?:(?:ospf|ospfv3|isis|rip|dldp) |vrrp vrid \d+ |ntp(?:-service)? authentication-keyid \d+ |area-|domain-)?authentication-mode (?:md5|hmac-\S+|simple|plain)(?: usual| nonstandard)? (?:(?:key-id )?\d{1,3} )?(?!cipher |password |plain |keychain |key-id |\d{1,3} |<secret)(?<secret>\S+)/d,
				reason: 'routing protocols and VRRP with a key in clear',
				matches: [
					'isis authentication-mode md5 fictive',
					'vrrp vrid 1 authentication-mode md5 fictive',
					'isis authentication-mode hmac-sha256 key-id 1 fictive',
				],
				spares: ['ospf authentication-mode md5', 'authentication-mode aaa'],
			},
			{
				id: 'secret/vrp-pin',
				pattern: /\bpin verify (?:auto )?(?<secret>\S+)/d,
				reason: 'PIN of a SIM card (oxidized vrp.rb)',
				matches: ['pin verify auto 1234'],
				spares: ['pin verify'],
			},
			{
				id: 'secret/vrp-pre-shared-key',
				pattern:
					/^(?:(?:radius|hwtacacs)(?:-| )server (?:.*? )??)?(?:pre-shared-key|shared-key|string) (?!cipher |simple |%|<secret)(?<secret>\S+)/d,
				reason: 'IKE and AAA keys in clear',
				matches: ['pre-shared-key fictive', 'radius-server shared-key fictive'],
				spares: ['authentication-method pre-share'],
			},
			{
				id: 'secret/vrp-privacy',
				pattern:
					/^snmp-agent (?:remote-engineid \S+ )?usm-user v3 \S+ .*?privacy-mode \S+ (?!cipher |localized-configuration |<secret)(?<secret>\S+)/d,
				reason: 'the second key of SNMPv3, on a line of its own in VRP 8',
				matches: ['snmp-agent usm-user v3 noc privacy-mode aes128 fictive'],
				spares: ['snmp-agent usm-user v3 noc privacy-mode aes128 cipher %^%#fictive%^%#'],
			},
			{
				id: 'secret/vrp-password-clear',
				pattern:
					/^(?:super password (?:level \d+ )?|(?:ftp-)?password |sftp .*?\bpassword |set save-configuration .*?\bpassword |security \S+ psk pass-phrase |.*\bauth-code |hrp authentication-key |nhrp authentication |sa (?:string-key|authentication-hex|encryption-hex) \S+ \S+ |(?:ldap|ad)-server authentication manager \S+ |cmp-request message-authentication-code \S+ |wep key \d \S+ hex )(?!cipher |simple |irreversible-cipher |hash |level |policy|control|recover|complexity|expire|history|min|alert|%|<secret|\*)(?<secret>\S+)/d,
				reason: 'what these commands take in clear (oxidized vrp.rb, Huawei command references)',
				matches: [
					'super password level 15 fictive',
					'security wpa2 psk pass-phrase fictive aes',
					'nhrp authentication fictive',
					'wep key 0 wep-104 hex fictive',
					'set save-configuration backup-to-server server 192.0.2.9 transport-type sftp user anna password fictive',
				],
				spares: [
					'password policy STRONG',
					'super password level 3 cipher %^%#fictive%^%#',
					'authentication-mode password',
					'password *****',
				],
			},
			{
				id: 'secret/vrp-any-word',
				pattern:
					/(?:^|[\s-])(?:password|shared-key|psk(?: hex| pass-phrase)?|pass-phrase|key-string|cak|pre-shared-key(?! cak)|vlink-peer \S+ (?:md5|hmac-\S+) \d{1,3}) (?!(?:cipher|simple|plain|irreversible-cipher|hash|level|policy|control|recover|complexity|complexity-check|expire|history|min|min-length|alert|length|hex|pass-phrase|modify|change|authentication-mode|is:?|was:?|=|:|[-=]>|md5|hmac-\S+|reset|key|rotation|of|for|and|or|to|in|on|at|with|not|may|can|be|only|are|by|from|must|has) |<secret|%|\*)(?<secret>\S+)/d,
				reason: 'the same in features that are rare, and as people write them (from knowledge: VRP)',
				matches: [
					'local-user anna password fictive',
					'capwap dtls psk fictive',
					'key-string fictive',
					'cwmp acs password fictive',
					'mka cak-mode static ckn 0a1b cak fictive',
				],
				spares: [
					'local-aaa-user password policy administrator',
					'ssh user anna authentication-type password',
					'description the password rotation of the LAN',
					'password alert before-expire 30',
					'local-user anna password irreversible-cipher $1a$fictive$hash$',
				],
			},
			{
				id: 'secret/vrp-script-variable',
				pattern: /^environment (?=\S*(?:pass|pw|secret|token|key|community))\S+ (?<secret>\S.*)$/di,
				within: [/^ops$/],
				reason: 'a script is given its passwords in variables (from knowledge: VRP, OPS)',
				matches: ['environment ftp_password fictive'],
				spares: ['environment ftp_server 192.0.2.1'],
			},
			{
				id: 'secret/vrp-ldap-manager',
				pattern: /^(?:ldap|ad)-server authentication manager \S+ \S+ (?!%)(?<secret>\S+)$/d,
				reason: 'the password of the directory is typed twice',
				matches: ['ldap-server authentication manager cn=audit fictive fictive'],
				spares: ['ldap-server authentication base-dn dc=example'],
			},
		]),
		...anyPlatformMasks,
	],

	clearing: vrpLikeClearing,

	order: [
		{ kind: 'children', within: [/^acl /], numbers: /^rule (\d+) / },
		{ kind: 'siblings', pattern: /^route-policy (\S+) /, numbers: / node (\d+)$/ },
		{ kind: 'siblings', pattern: /^ip (ip(?:v6)?-prefix \S+) /, numbers: / index (\d+) / },
		{
			kind: 'siblings',
			pattern: /^ip (as-path-filter \S+|(?:ext|large-)?community-filter (?:basic |advanced )?\S+|rd-filter \S+) /,
		},
		{ kind: 'whole-body', within: [/^xpl (?:route-filter|ip-prefix-list|as-path-list|community-list) /] },
		{ kind: 'children', within: [/^explicit-path /] },
		{ kind: 'siblings', pattern: /^(classifier) /, within: [/^traffic policy /], numbers: / precedence (\d+)/ },
		{
			kind: 'children',
			within: [/^(?:(?:security|nat|traffic|auth|audit|quota|decryption)-policy|policy-based-route)$/],
		},
		// Asked one after the other (Huawei IP Service Command Reference, dns server).
		{ kind: 'siblings', pattern: /^(dns server(?: ipv6)?|dns domain) / },
	],

	ports: vrpPorts,

	defaults: [
		...unsaidVrpDefaults,
		snmpAgentOn,
		{
			...interfaceDefault({
				line: /^port trunk allow-pass vlan 1$/,
				command: /^portswitch$|^undo port trunk allow-pass vlan /,
				source:
					'a trunk carries VLAN 1 until `undo port trunk allow-pass vlan 1` is shown (Huawei USG command reference, port trunk allow-pass); of ports of routers, which show `portswitch`, no source says so',
				matches: ['port trunk allow-pass vlan 1'],
				spares: ['port trunk allow-pass vlan 10', 'undo port trunk allow-pass vlan 1'],
			}),
			leftOutBy: 'running',
		},
		{
			line: /^(?:(?:authentication|authorization|accounting)-scheme default|domain default(?:_admin)?)$/,
			opens: true,
			command: /^undo (?:(?:authentication|authorization|accounting)-scheme default|domain default(?:_admin)?)$/,
			within: [/^aaa$/],
			source:
				'every device has them, and they cannot be deleted (from knowledge: Huawei, AAA; outputs of `display current-configuration`)',
			matches: ['authentication-scheme default', 'domain default_admin'],
			spares: ['authentication-scheme radius', 'domain default_x', 'default-domain admin huawei'],
		},
		{
			line: /^undo synchronization$/,
			command: /^synchronization$/,
			within: [/^ipv4-family /],
			source:
				'shown of every address family although it is the default (HP HSR6600 and H3C S5820X command references, synchronization, which VRP has in common with them)',
			matches: ['undo synchronization'],
			spares: ['synchronization'],
		},
	],

	overwritten: commandsOfOneValue,

	numbers: [numberedRules],

	lists: [...vrpLikeVlanLists, serviceTypes('replaces')],

	spellings: [
		{
			kind: 'netmask',
			pattern: /^(?:undo )?(?:ip address|ip route-static|network) /,
			source: 'a length is taken, with a blank in front, and a mask is shown',
		},
		{
			kind: 'words',
			pattern: /^(acl (?:ipv6 )?)number (?=\d{4,5}$)/,
			spelled: '$1',
			source:
				'the word may be left out, `acl [ number ] basic-acl-number` (Huawei NetEngine 8000 F1A command reference, acl number), and is shown',
		},
		{
			kind: 'words',
			pattern: /^vlan batch (?=(?:\d{1,4})?$)/,
			spelled: 'vlan ',
			source:
				'`vlan 10` creates a VLAN as `vlan batch 10` does, and the device shows all of them behind `vlan batch` (outputs of devices)',
		},
		{
			kind: 'caseless',
			pattern: /^(?:undo )?ipv6 nd ra /i,
			source: 'the command is shown as `Min-interval` or `min-interval`, by release (annet huawei_ndcase)',
		},
		{
			kind: 'words',
			pattern: /^interface (X?)GE ?(?=\d)/i,
			spelled: 'interface $1GigabitEthernet',
			source:
				'what the tables of S switches call a port that the configuration names in full (display interface brief)',
		},
		...shortInterfaces(['G|igabitEthernet', 'X|GigabitEthernet', 'Lo|opBack', 'Vlan|if', 'ME|th', 'Eth-T|runk']),
		vrpLikePortNames,
		...vrpLikeSpellings,
	],
};
