import type { Platform } from '../domain/platform/platform.ts';
import { anyPlatformBlocks, anyPlatformMasks } from './shared/any-platform-masks.ts';
import { iosLikeClearing } from './shared/clearing.ts';
import { communitySets } from './shared/communities.ts';
import { frrDefaults } from './shared/frr-defaults.ts';
import { frrShorthands } from './shared/frr-shorthands.ts';
import { frrSpellings } from './shared/frr-spellings.ts';
import { frrTakesBack } from './shared/frr-takes-back.ts';
import { iosLikeFailures, iosLikePager } from './shared/ios-like-cli.ts';
import { noShutdown } from './shared/ios-like-defaults.ts';
import { ROUTE_MAP_NUMBER, SEQUENCE_NUMBER } from './shared/ios-like-order.ts';
import { secretsOf, surfacedLinesOf } from './shared/mask-tables.ts';
import { frrSequences } from './shared/numbered-lists.ts';
import { externalType2, prefixLengths, redistributeOptions } from './shared/options.ts';
import { ospfAreas } from './shared/ospf-areas.ts';
import { iosLikeSession } from './shared/session-commands.ts';
import { shortWords } from './shared/short-words.ts';
import { multihop, routeDistance } from './shared/static-routes.ts';

/** What brings a neighbor in, or a group of them: without it, nothing is so of it. */
const NEIGHBOR = /^neighbor (\S+) (?:remote-as|peer-group|interface)(?: |$)/;

/** FRRouting on a Linux host, read through its integrated shell. */
export const frr: Platform = {
	name: 'frr',
	title: 'FRRouting',
	aliases: ['frrouting', 'frr.frr.frr', 'free_range_routing'],

	cli: {
		channel: 'exec',
		prompt: /[$#>]\s?$/,
		enable: null,
		setup: [],
		showRunning: "vtysh -c 'show running-config'",
		failures: [
			...iosLikeFailures,
			/vtysh: (?:command )?not found/i,
			/failed to connect to any daemons/i,
			/^\S*sh: .*(?:not found|Permission denied)/i,
			/^Configuration file\[.*\] processing failure/,
		],
		pager: iosLikePager,
		questions: [],
		logout: null,
	},

	syntax: {
		style: 'indented',
		comments: ['!', '#'],
		negation: 'no ',
		shortInterface: true,
		closers: [/^exit(?:-[\w-]+)?$/],
		frame: [...iosLikeSession, /^Building configuration\.\.\.$/, /^Current configuration:$/, /^end$/],
		blocks: anyPlatformBlocks,
	},

	completeness: { proof: 'last-line', pattern: /^end$/ },

	// vtysh of FRR 8.4: `no address-family …`, `no line vty` and the like are unknown commands, `no interface …` is for what the
	// kernel lacks.
	remediation: {
		kind: 'sections',
		fixed: /^(?:address-family |interface (?!\S+ area )|(?:line vty|segment-routing|traffic-eng|pcep|link-params)$)/,
		// "Route cannot have blackhole and non-blackhole nexthops simultaneously" (FRR 8.4).
		discards: /^ip(?:v6)? route \S+ (?:Null0|blackhole|reject)(?: |$)/i,
		// Its negation takes the neighbor away with all that is said of it.
		overwritten: /^neighbor \S+ interface(?=(?: v6only)?(?: remote-as \S+)?$)/,
		takesBack: frrTakesBack,
	},

	masks: [
		...surfacedLinesOf('frr', [
			{
				id: 'volatile/frr-last-change',
				pattern: /^! Last [Cc]hanged?: (?<lastChangedAt>.+)$/,
				reason: 'when, not what (RANCID frr.pm)',
				matches: ['! Last Changed: 2026/01/05 10:12:13'],
				spares: ['! Last reviewed by anna'],
			},
			{
				id: 'volatile/frr-version',
				pattern: /^frr version (?<softwareVersion>\S+)/,
				reason: 'the version that prints, not one that was configured; told as a fact instead (RANCID frr.pm)',
				matches: ['frr version 8.4.4'],
				spares: ['frr defaults traditional'],
			},
		]),
		...secretsOf('frr', [
			{
				id: 'secret/frr-password',
				pattern: /^(?:enable )?password (?:8 )?(?<secret>\S+)/d,
				reason: 'logins of the daemons',
				matches: ['password fictive', 'enable password 8 a1b2c3d4e5f6g'],
				spares: ['service password-encryption'],
			},
			{
				id: 'secret/frr-neighbor',
				pattern: /^neighbor \S+ password (?<secret>\S+)/d,
				reason: 'TCP MD5 of BGP and LDP',
				matches: ['neighbor 192.0.2.1 password fictive', 'neighbor FABRIC password fictive'],
				spares: ['neighbor 192.0.2.1 remote-as 65001', 'neighbor 192.0.2.1 description password rotation'],
			},
			{
				id: 'secret/frr-ospf',
				pattern:
					/^(?:(?:ip )?ospf|area \S+) (?:.*? )??(?:authentication-key|message-digest-key \d+ md5) (?<secret>\S+)/d,
				reason: 'OSPF authentication on interfaces and virtual links',
				matches: [
					'ip ospf message-digest-key 1 md5 fictive',
					'area 1 virtual-link 192.0.2.1 authentication-key fictive',
				],
				spares: ['ip ospf authentication message-digest', 'area 0 authentication message-digest'],
			},
			{
				id: 'secret/frr-ospf6',
				pattern: /^ipv6 ospf6 authentication key-id \d+ hash-algo \S+ key (?<secret>\S+)/d,
				reason: 'OSPFv3 authentication trailer',
				matches: ['ipv6 ospf6 authentication key-id 1 hash-algo hmac-sha-256 key fictive'],
				spares: ['ipv6 ospf6 authentication keychain OSPF6'],
			},
			{
				id: 'secret/frr-isis',
				pattern: /^(?:(?:isis|openfabric|fabric) password|area-password|domain-password) (?:clear|md5) (?<secret>\S+)/d,
				reason: 'IS-IS authentication',
				matches: ['isis password md5 fictive', 'area-password clear fictive', 'openfabric password md5 fictive'],
				spares: ['isis metric 10'],
			},
			{
				id: 'secret/frr-rip',
				pattern: /^ip rip authentication string (?<secret>\S+)/d,
				reason: 'RIP authentication',
				matches: ['ip rip authentication string fictive'],
				spares: ['ip rip authentication mode md5', 'ip rip authentication key-chain RIP'],
			},
			{
				id: 'secret/frr-key-string',
				pattern: /^key-string (?<secret>\S.*)$/d,
				reason: 'key chains of routing protocols',
				matches: ['key-string fictive'],
				spares: ['key chain OSPF', 'key 1'],
			},
			{
				id: 'secret/frr-nhrp',
				pattern: /^ip(?:v6)? nhrp authentication (?<secret>\S+)/d,
				reason: 'DMVPN authentication in clear',
				matches: ['ip nhrp authentication fictive'],
				spares: ['ip nhrp network-id 1'],
			},
			{
				id: 'secret/frr-msdp',
				pattern: /^(?:ip )?msdp (?:peer|mesh-group) \S+ (?:.*? )??password (?<secret>\S+)/d,
				reason: 'TCP MD5 of MSDP',
				matches: ['msdp peer 192.0.2.1 password fictive'],
				spares: ['msdp peer 192.0.2.1 source 192.0.2.2'],
			},
			{
				id: 'secret/frr-pcep',
				pattern: /^tcp-md5-auth (?<secret>\S+)/d,
				reason: 'TCP MD5 of PCEP (FRRouting documentation)',
				matches: ['tcp-md5-auth fictive'],
				spares: ['sr-draft07'],
			},
		]),
		...anyPlatformMasks,
	],

	numbers: frrSequences,

	shorthands: [
		{
			pattern:
				/^(?<rest>(?:(?:network|aggregate-address|redistribute|maximum-paths|distance|table-map) .*|bgp dampening(?: .*)?|neighbor \S+ (?:activate|allowas-in|as-override|default-originate|distribute-list|filter-list|maximum-prefix|maximum-prefix-out|next-hop-self|prefix-list|remove-private-AS|route-map|route-reflector-client|send-community|soft-reconfiguration|unsuppress-map|weight)(?: .*)?))$/,
			section: 'address-family ipv4 unicast',
			lines: ['$<rest>'],
			within: [/^router bgp /],
			source: 'taken without a section, and shown in that of IPv4 unicast (FRRouting 8.4)',
			matches: ['network 10.0.0.0/8', 'neighbor 192.0.2.1 route-map A in'],
			spares: ['neighbor 192.0.2.1 remote-as 65001', 'bgp router-id 192.0.2.1'],
		},
		{
			pattern: /^(ip(?:v6)? route .*?) vrf (\S+)( .*)?$/,
			section: 'vrf $2',
			lines: ['$1$3'],
			source: 'taken with the name of the VRF, and shown in its section (FRRouting 8.4)',
			matches: ['ip route 10.0.0.0/8 192.0.2.1 vrf A'],
			spares: ['ip route 10.0.0.0/8 192.0.2.1'],
		},
		{
			pattern: /^debug bgp updates$/,
			lines: ['debug bgp updates in', 'debug bgp updates out'],
			source: 'shown as both directions (FRRouting 8.4)',
			matches: ['debug bgp updates'],
			spares: ['debug bgp updates in', 'debug bgp updates prefix 192.0.2.0/24'],
		},
		{
			pattern: /^neighbor (\S+) (interface(?: v6only)?) (remote-as|peer-group) (\S+)$/,
			lines: ['neighbor $1 $2', 'neighbor $1 $3 $4'],
			within: [/^router bgp /],
			source: 'two commands, shown in one line (FRRouting 8.4)',
			matches: ['neighbor eth0 interface remote-as external'],
			spares: ['neighbor eth0 interface', 'neighbor 192.0.2.1 remote-as 65001'],
		},
		{
			pattern: /^lsp-timers( level-[12])? gen-interval (\d+) refresh-interval (\d+) max-lifetime (\d+)$/,
			lines: ['lsp-gen-interval$1 $2', 'lsp-refresh-interval$1 $3', 'max-lsp-lifetime$1 $4'],
			within: [/^router isis /],
			source: 'three commands, shown in one line as soon as one of them is not its default (FRRouting 8.4)',
			matches: ['lsp-timers gen-interval 2 refresh-interval 900 max-lifetime 1200'],
			spares: ['lsp-gen-interval 2', 'lsp-mtu 1400'],
		},
		...frrShorthands,
	],

	clearing: iosLikeClearing,

	order: [
		{
			kind: 'siblings',
			pattern: /^(?:ip |ipv6 |mac )?access-list (\S+) /,
			numbers: /^\S+ (?:access-list )?\S+ seq (\d+) /,
		},
		{ kind: 'siblings', pattern: /^ip(?:v6)? prefix-list (\S+) (?:seq|permit|deny) /, numbers: SEQUENCE_NUMBER },
		{ kind: 'siblings', pattern: /^route-map (\S+)(?: |$)/, numbers: ROUTE_MAP_NUMBER },
		{ kind: 'siblings', pattern: /^(?:ip|bgp) as-path access-list (\S+) /, numbers: SEQUENCE_NUMBER },
		{
			kind: 'siblings',
			pattern: /^(?:ip|bgp) (?:ext|large-)?community-list ((?:standard |expanded )?\S+) /,
			numbers: SEQUENCE_NUMBER,
		},
		{ kind: 'children', within: [/^policy-map /] },
		{ kind: 'children', within: [/^segment-list /] },
	],

	defaults: [
		noShutdown,
		...frrDefaults,
		{
			line: /^address-family ((?:ipv[46]|l2vpn)(?: (?:unicast|multicast|labeled-unicast|vpn|flowspec|evpn))?)$/,
			command: /^address-family (.+)$/,
			opens: true,
			leftOutBy: 'running',
			within: [/^router bgp /],
			source: 'a section of which nothing is shown is not shown either (FRRouting 8.4)',
			matches: ['address-family ipv4 unicast', 'address-family l2vpn evpn'],
			spares: ['segment-routing srv6'],
		},
		{
			line: /^neighbor (\S+) activate$/,
			// A member of a group that takes no part takes part only where it says so: `no` of a name is one of all.
			command: /^no neighbor (?:([\d.]+|[\da-f]*:[\da-f:]*)|\S+) activate$/,
			leftOutBy: 'running',
			within: [/^address-family ipv4(?: unicast)?$/],
			unless: /^(?:no bgp default ipv4-unicast|frr defaults datacenter)$/,
			of: NEIGHBOR,
			source: 'neighbors take part in IPv4 unicast unless it says otherwise, and only that is shown (FRRouting 8.4)',
			matches: ['neighbor 192.0.2.1 activate'],
			spares: ['no neighbor 192.0.2.1 activate'],
		},
		{
			line: /^bgp default ipv4-unicast$/,
			command: /^no bgp default ipv4-unicast$/,
			leftOutBy: 'running',
			within: [/^router bgp /],
			source: 'only the negation is shown (FRRouting 8.4)',
			matches: ['bgp default ipv4-unicast'],
			spares: ['no bgp default ipv4-unicast', 'bgp default local-preference 200'],
		},
		{
			line: /^neighbor (\S+) send-community(?: (?:both|standard|extended|large|all))?$/,
			command: /^no neighbor (?:([\d.]+|[\da-f]*:[\da-f:]*)|\S+) send-community(?: |$)/,
			leftOutBy: 'running',
			within: [/^address-family /],
			of: NEIGHBOR,
			source: 'communities of all kinds are sent unless it says otherwise, and only that is shown (FRRouting 8.4)',
			matches: ['neighbor 192.0.2.1 send-community', 'neighbor 192.0.2.1 send-community both'],
			spares: ['no neighbor 192.0.2.1 send-community'],
		},
		{
			line: /^timers bgp 60 180$/,
			command: /^(?:no )?timers bgp(?: |$)/,
			within: [/^router bgp /],
			unless: /^frr defaults datacenter$/,
			leftOutBy: 'running',
			source: 'not shown under `frr defaults traditional` (FRRouting 8.4)',
			matches: ['timers bgp 60 180'],
			spares: ['timers bgp 3 9'],
		},
	],

	spellings: [
		...shortWords,
		ospfAreas,
		{
			kind: 'words',
			pattern: /^(log (?:file \S+|syslog|stdout)) debugging$/,
			spelled: '$1',
			source: 'the level of a log, and not shown (FRRouting 8.4, FRRouting/frr#15080)',
		},
		...frrSpellings,
		routeDistance,
		multihop,
		{
			kind: 'words',
			pattern: /^(address-family ipv[46]) unicast$/,
			spelled: '$1',
			source: 'unicast is meant where no other word stands, and is shown (FRRouting 8.4)',
		},
		{
			kind: 'words',
			pattern: /^(access-list \S+ (?:seq \d+ )?(?:permit|deny)) host (?=\d+\.\d+\.\d+\.\d+$)/,
			spelled: '$1 ',
			source: 'an address of a standard list is one host, and is shown without the word (FRRouting 8.4)',
		},
		{
			kind: 'words',
			pattern: /^(network \d+\.\d+\.\d+\.\d+) mask /,
			spelled: '$1 ',
			source: 'a mask is taken behind the word, and a prefix length shown (FRRouting 8.4)',
		},
		{
			kind: 'netmask',
			pattern: /^(?:ip route|network|aggregate-address) /,
			source: 'a mask is taken and a prefix length shown (FRRouting, Static Route Commands; FRRouting 8.4)',
		},
		{
			kind: 'words',
			pattern: /^(ip(?:v6)? route \S+) null0(?= |$)/i,
			spelled: '$1 Null0',
			source: 'the name of the interface that drops has no case, and is shown as Null0 (FRRouting 8.4)',
		},
		{
			kind: 'words',
			pattern: /^(ip pim (?:vrf \S+ )?rp \d+\.\d+\.\d+\.\d+) 224\.0\.0\.0\/4$/,
			spelled: '$1',
			source: 'every group is meant where none is named, and is shown (FRRouting 8.4)',
		},
		{
			kind: 'words',
			pattern: /^ospf router-id (?=\d)/,
			spelled: 'router-id ',
			within: [/^router ospf(?: |$)/],
			source: 'taken with and without the word, and shown with it (FRRouting 8.4)',
		},
		{
			kind: 'words',
			pattern: /^(graceful-restart) grace-period 120$/,
			spelled: '$1',
			within: [/^router ospf6?(?: |$)/],
			source: 'two minutes, and not shown (FRRouting 8.4)',
		},
		...communitySets,
		externalType2,
		redistributeOptions,
		prefixLengths,
		{
			kind: 'networks',
			pattern:
				/^(?:ip(?:v6)? route|ip mroute|network|aggregate-address|route|distance \d+|summary-address|area \S+ range(?= \d+\.)(?! .* substitute )|bgp listen range) |^(?:ip(?:v6)? prefix-list|(?:ipv6 )?access-list) \S+ (?:seq \d+ )?(?:permit|deny) [\da-f.:]+\//,
			source: 'bits of the host are taken and not shown (FRRouting 8.4)',
		},
	],
};
