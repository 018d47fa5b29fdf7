import type { DefaultRule } from '../domain/platform/equivalence-rules.ts';
import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { vrpLikeClearing } from './shared/clearing.ts';
import { vrpLikeInterruptions, vrpLikeMessageMasks } from './shared/interruptions.ts';
import { interfaceDefault } from './shared/ios-like-defaults.ts';
import { secretsOf } from './shared/mask-tables.ts';
import { vrpLikePortNames } from './shared/port-names.ts';
import { comwareInterfaceRanges } from './shared/section-ranges.ts';
import { comwareRemediation } from './shared/section-remediation.ts';
import { vrpLikeSession } from './shared/session-commands.ts';
import { comwarePorts } from './shared/untouched-ports.ts';
import { vrpLikeVlanLists } from './shared/vlan-lists.ts';
import { vrpLikeFailures, vrpLikePager } from './shared/vrp-like-cli.ts';
import {
	briefInterfaces,
	numberedRules,
	serviceTypes,
	shortInterfaces,
	snmpAgentOn,
	vrpLikeSpellings,
} from './shared/vrp-like-equivalences.ts';

const LAB = 'a lab of H3C Comware 7.1, evgzol/OTUS-Network-Engineer';

/** HPE Comware (H3C). */
export const hpComware: Platform = {
	name: 'hp_comware',
	title: 'HPE Comware (H3C)',
	aliases: ['comware', 'h3c', 'h3c_comware'],

	cli: {
		channel: 'shell',
		prompt: /^<[^<>\n]{1,64}>\s?$/,
		enable: null,
		// `_cmdline-mode on` of the small-business models changes the mode of the CLI and takes a password: it is not sent.
		setup: ['screen-length disable'],
		showRunning: 'display current-configuration',
		failures: vrpLikeFailures,
		pager: vrpLikePager,
		questions: [
			{ prompt: /Press (?:Y or )?ENTER to (?:continue|get started)[^\n]{0,40}$/i, answer: '\n' },
			// "Change now? [Y/N]" and whatever else asks: no is the answer that changes nothing.
			{ prompt: /\[[Yy]\/[Nn]\] ?[:?]?\s*$/, answer: 'n\n' },
		],
		logout: 'quit',
	},

	syntax: {
		style: 'indented',
		comments: [],
		negation: 'undo ',
		takesCapitals: true,
		shortInterface: true,
		// A `#` ends every section that is indented as deep as it stands: global settings below it are indented, too.
		closers: [/^#/, /^(?:quit|public-key-code end|peer-public-key end)$/],
		frame: [...vrpLikeSession, /^return$/, ...vrpLikeInterruptions],
		blocks: [
			{
				id: 'banner',
				start: /^header (?:motd|login|shell|incoming|legal) (?<delimiter>\^C|[^\s^])/,
				end: 'delimiter',
				prose: true,
			},
			{ id: 'public-key', start: /^public-key-code begin$/, end: /^public-key-code end$/, key: true },
			...anyPlatformBlocks,
		],
	},

	remediation: comwareRemediation,

	completeness: { proof: 'last-line', pattern: /^return$/ },

	masks: [
		...vrpLikeMessageMasks,
		...secretsOf('hp_comware', [
			{
				id: 'secret/comware-form',
				pattern: /(?:^|\s)(?<secret>\$[ch]\$\d\$\S+)/d,
				reason:
					'reversible ($c$) and hashed ($h$) passwords wherever they stand; salted when they are entered. That they stay the same from show to show is not confirmed by any source',
				matches: [
					'password hash $h$6$fictive',
					'key authentication cipher $c$3$fictive',
					'peer A password $c$3$fictive',
				],
				spares: ['description costs $c$', 'undo password-control aging enable'],
			},
			{
				id: 'secret/comware-number-in-front',
				pattern:
					/^(?:bfd authentication-mode \S+ \d{1,3}|md5-password (?:cipher|plain) \S+) (?!\$[ch]\$)(?:(?:cipher|plain) )?(?<secret>[^\s$]\S*)$/d,
				reason: 'a number or a peer stands between the word and the key (from knowledge: H3C, BFD and MPLS)',
				matches: ['bfd authentication-mode simple 1 plain fictive', 'md5-password cipher 192.0.2.1 fictive'],
				spares: ['bfd authentication-mode'],
			},
			{
				id: 'secret/comware-password',
				pattern:
					/^(?!ssh2? |ssl |.*\bpassword-control\b)(?:.*?\s)??(?:cipher|simple|hash|plain|plaintext|ciphertext) (?!\$[ch]\$|authentication-mode |plain |cipher |secret[\s>]|<secret|\d{1,3} <secret)(?<secret>\S+)/d,
				reason: 'accounts, AAA, routing protocols and tunnels (oxidized comware.rb)',
				matches: [
					'password simple fictive',
					'super password role network-admin hash fictive',
					'ospf authentication-mode md5 1 cipher fictive',
					'pre-shared-key address 192.0.2.1 255.255.255.255 key simple fictive',
					'ntp-service authentication-keyid 1 authentication-mode md5 simple fictive',
				],
				spares: [
					'ssh2 algorithm cipher aes256-ctr',
					'authentication-mode scheme',
					'ssl ciphersuite rsa_aes_256_cbc_sha',
				],
			},
			{
				id: 'secret/comware-snmp-community',
				pattern:
					/^snmp-agent (?:community (?:(?:read|write) |(?=\S+ user-role ))|community-map |usm-user v(?:1|2c) )(?!cipher |simple )(?<secret>\S+)/d,
				reason: 'a community is a password in clear (oxidized comware.rb)',
				matches: [
					'snmp-agent community read fictive acl 2000',
					'snmp-agent community write fictive',
					'snmp-agent usm-user v2c fictive ops',
					'snmp-agent community-map fictive context ops',
					'snmp-agent community fictive user-role network-operator',
				],
				spares: ['snmp-agent sys-info contact community', 'snmp-agent community-map'],
			},
			{
				id: 'secret/comware-snmp-trap',
				pattern: /^snmp-agent target-host .*?\bsecurityname (?<secret>\S+)/d,
				reason: 'the community that traps are sent with',
				matches: ['snmp-agent target-host trap address udp-domain 192.0.2.3 params securityname fictive v2c'],
				spares: ['snmp-agent trap enable'],
			},
			{
				id: 'secret/comware-snmp-user',
				pattern:
					/^snmp-agent usm-user v3 .*?authentication-mode \S+ (?<secret>\S+)(?: privacy-mode \S+ (?<secret2>\S+))?/d,
				reason: 'keys of SNMPv3',
				matches: [
					'snmp-agent usm-user v3 noc ops cipher authentication-mode sha fictive1 privacy-mode aes128 fictive2',
				],
				spares: ['snmp-agent usm-user v3 noc ops', 'snmp-agent group v3 ops privacy'],
			},
			{
				id: 'secret/comware-aaa-key',
				pattern: /^key (?:authentication|authorization|accounting) (?!cipher |simple )(?<secret>\S+)/d,
				reason: 'shared secrets of older releases, in clear',
				matches: ['key authentication fictive'],
				spares: ['key chain BGP'],
			},
			{
				id: 'secret/comware-server-key',
				pattern:
					/^(?:(?:primary|secondary) (?:authentication|authorization|accounting)|client ip|radius session-control client|radius-server client|local-server nas-ip|portal server|ip) .*?\bkey (?!cipher |simple |<secret)(?<secret>\S+)/d,
				reason: 'shared secrets of single servers and of clients that may change sessions, as people write them',
				matches: ['primary authentication 192.0.2.1 key fictive', 'client ip 192.0.2.1 key fictive'],
				spares: ['primary authentication 192.0.2.1 key cipher $c$3$fictive', 'primary authentication 192.0.2.1'],
			},
			{
				id: 'secret/comware-any-password',
				pattern:
					/^(?:mac-authentication|cwmp|cloud-management|profile|proxy|ddns|nqa|dot1x|archive|ftp|sftp|ppp|sms|smtp) .*?\bpassword (?!(?:cipher|simple|hash|plain|plaintext|ciphertext) |<secret)(?<secret>\S+)/d,
				reason: 'logins of the device elsewhere, as people write them (from knowledge: H3C)',
				matches: ['cwmp acs password fictive', 'mac-authentication user-name-format fixed account a password fictive'],
				spares: ['cwmp acs username anna', 'cwmp acs password cipher $c$3$fictive'],
			},
			{
				id: 'secret/comware-script-variable',
				pattern: /^rtm environment (?=\S*(?:pass|pw|secret|token|key|community))\S+ (?<secret>\S.*)$/di,
				reason: 'a policy of the command line is given its passwords in variables (from knowledge: Comware, RTM)',
				matches: ['rtm environment ftp_password fictive'],
				spares: ['rtm environment ftp_server 192.0.2.1'],
			},
			{
				id: 'secret/comware-clear',
				pattern:
					/^(?:super password (?:(?:role \S+|level \d+) )?|(?:login-)?password |set authentication password |peer \S+ password |pre-shared-key |(?:(?:port-security )?preshared-key|wep (?:default-)?key \d \S+) (?:pass-phrase|raw-key) |pin verify |app-(?:key|secret) |sa (?:string-key|(?:authentication|encryption)-hex|hex-key \S+) \S+ \S+ |(?:(?:ospf|isis|rip) |vrrp vrid \d+ |s?ntp(?:-service)? authentication-keyid \d+ |area-|domain-)?authentication-mode (?:md5|simple|hmac-\S+) (?:rfc\d+ )?(?:\d{1,3} )?)(?!cipher |simple |hash |plain |plaintext |ciphertext |role |level |address |hostname |local |remote |control|\d{1,3} |\$[ch]\$|<secret)(?<secret>\S+)(?: \d{1,3})?$/d,
				reason: 'what older releases take in clear (H3C command references)',
				matches: [
					'super password level 3 fictive',
					'peer 192.0.2.1 password fictive',
					'isis authentication-mode md5 fictive',
					'set authentication password fictive',
					'wep key 1 wep104 raw-key fictive',
					'port-security preshared-key pass-phrase fictive',
				],
				spares: [
					'password control length 8',
					'authentication-mode scheme',
					'super password role network-admin hash $h$6$fictive',
					'set authentication password cipher fictive',
				],
			},
		]),
		...anyPlatformMasks,
	],

	spellings: [
		{
			kind: 'words',
			pattern: /^(address-family ipv[46]) unicast$/,
			spelled: '$1',
			source:
				'unicast is meant where no other word stands, and is shown (a lab of H3C Comware 7.1; that it may be left out, from knowledge)',
		},
		{
			kind: 'words',
			pattern: /^(local-user \S+)$/,
			spelled: '$1 class manage',
			source:
				'an account is one for the device unless it says otherwise, and release 7 shows the class (from knowledge)',
		},
		{
			kind: 'netmask',
			pattern: /^(?:undo )?(?:ip address|ip route-static|network) /,
			source: 'a length is taken, with a blank in front, and a mask is shown',
		},
		{
			kind: 'words',
			pattern: /^(acl (?:ipv6 )?)(?:number|basic|advanced|mac) (?=\d{4}(?: |$))/,
			spelled: '$1',
			source: 'the number tells the kind, which newer releases show (HPE Comware ACL and QoS Command Reference, acl)',
		},
		...briefInterfaces({
			GE: 'GigabitEthernet',
			XGE: 'Ten-GigabitEthernet',
			FGE: 'FortyGigE',
			HGE: 'HundredGigE',
			BAGG: 'Bridge-Aggregation',
			RAGG: 'Route-Aggregation',
		}),
		...shortInterfaces([
			'G|igabitEthernet',
			'Te|n-GigabitEthernet',
			'Lo|opBack',
			'Vlan|-interface',
			'Bridge|-Aggregation',
		]),
		vrpLikePortNames,
		...vrpLikeSpellings,
	],

	clearing: vrpLikeClearing,

	order: [
		{ kind: 'children', within: [/^acl /], numbers: /^rule (\d+) / },
		{ kind: 'siblings', pattern: /^route-policy (\S+) /, numbers: / node (\d+)$/ },
		{ kind: 'siblings', pattern: /^ip(?:v6)? (prefix-list \S+|ip-prefix \S+) /, numbers: / index (\d+) / },
		{ kind: 'siblings', pattern: /^ip (as-path \S+|(?:ext|large-)?community-list \S+) / },
		{ kind: 'children', within: [/^qos policy /] },
		{ kind: 'children', within: [/^(?:object-policy|security-policy) /] },
		{ kind: 'children', within: [/^nat (?:global-)?policy$/] },
		// Asked one after the other (HPE Comware Layer 3 Command Reference, dns server).
		{ kind: 'siblings', pattern: /^((?:ipv6 )?dns server|dns domain) / },
		// Of several secondary servers the first that was entered is tried first (HPE Comware Security Command Reference).
		{
			kind: 'siblings',
			pattern: /^(secondary (?:authentication|authorization|accounting)) /,
			within: [/^(?:hwtacacs|radius) scheme /],
		},
	],

	ranges: [comwareInterfaceRanges],

	numbers: [numberedRules],

	lists: [...vrpLikeVlanLists, serviceTypes('adds')],

	ports: comwarePorts,

	defaults: [
		snmpAgentOn,
		{
			line: /^version \d[\w.]*, \w+ \S+$/,
			command: /^version /,
			source: 'the release that wrote the configuration (outputs of `display current-configuration`)',
			matches: ['version 7.1.070, Release 6126P20'],
			spares: ['version'],
		},
		interfaceDefault({
			line: /^port trunk permit vlan 1$/,
			command: /^undo port trunk permit vlan /,
			source: 'a trunk carries VLAN 1, and is shown so, until `undo port trunk permit vlan 1` is (outputs of devices)',
			matches: ['port trunk permit vlan 1'],
			spares: ['port trunk permit vlan 10', 'undo port trunk permit vlan 1'],
		}),
		{
			...interfaceDefault({
				line: /^port link-type access$/,
				command: /^(?:undo )?port link-type /,
				source: 'a port is one of access unless it says otherwise (from knowledge)',
				matches: ['port link-type access'],
				spares: ['port link-type trunk', 'port access vlan 10'],
			}),
			leftOutBy: 'running',
		},
		{
			...interfaceDefault({
				line: /^vrrp (vrid \d+) priority 100$/,
				command: /^(?:undo )?vrrp (vrid \d+) priority(?: |$)/,
				source: `100 is the priority of VRRP, and not shown (${LAB})`,
				matches: ['vrrp vrid 1 priority 100'],
				spares: ['vrrp vrid 1 priority 120', 'vrrp vrid 1 virtual-ip 192.0.2.1'],
			}),
			leftOutBy: 'running',
		},
		...['password-recovery enable', 'domain default enable system', 'scheduler logfile size 16'].map(
			(text): DefaultRule => {
				const command = text.replace(/ \S+$/, '');
				return {
					line: new RegExp(`^${text}$`),
					command: new RegExp(`^(?:undo )?${command}(?: |$)`),
					leftOutBy: 'intended',
					source: `shown although nobody said it (${LAB})`,
					matches: [text],
					spares: [`undo ${text}`, `${command} other`],
				};
			},
		),
		interfaceDefault({
			line: /^undo shutdown$/,
			command: /^(?:undo )?shutdown$/,
			source:
				'an interface is up unless it shows `shutdown` (HPE FlexFabric 5700 command reference, shutdown, of Ethernet; HPE 7500, of aggregate interfaces; HPE 5940, of VFC; H3C interface configuration guides, of loopbacks)',
			matches: ['undo shutdown'],
			spares: ['shutdown'],
		}),
	],
};
