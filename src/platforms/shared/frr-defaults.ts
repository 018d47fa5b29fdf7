import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';

const ISIS = [/^router isis /];
const OSPF = [/^router ospf(?: |$)/];
const RIP = [/^router rip(?:ng)?(?: |$)/];
const BGP = [/^router bgp /];
const BFD = [/^(?:peer|profile) /];
const INTERFACE = [/^interface \S/];

/**
 * What FRRouting 8.4 leaves out, entered into a real router: it shows such a line only where it is otherwise. Not here: `no
 * shutdown` of BFD and `is-type level-1-2`, as release 7 leaves out the contrary (its `bfd_cli_show_shutdown` and `router_isis`).
 */
const unsaid: readonly Omit<DefaultRule, 'leftOutBy' | 'source'>[] = [
	{
		line: /^(ip|ipv6) forwarding$/,
		command: /^no (ip|ipv6) forwarding$/,
		matches: ['ip forwarding', 'ipv6 forwarding'],
		spares: ['no ip forwarding'],
	},
	{
		line: /^ipv6 nd suppress-ra$/,
		command: /^no ipv6 nd suppress-ra$/,
		within: [/^interface \S/],
		matches: ['ipv6 nd suppress-ra'],
		spares: ['no ipv6 nd suppress-ra', 'ipv6 nd ra-interval 10'],
	},
	{
		line: /^ip ospf priority 1$/,
		command: /^(?:no )?ip ospf priority(?: |$)/,
		within: [/^interface \S/],
		matches: ['ip ospf priority 1'],
		spares: ['ip ospf priority 10', 'ip ospf priority 1 192.0.2.1'],
	},
	{
		line: /^refresh timer 10$/,
		command: /^(?:no )?refresh timer(?: |$)/,
		within: [/^router ospf(?: |$)/],
		matches: ['refresh timer 10'],
		spares: ['refresh timer 100'],
	},
	{
		line: /^segment-routing global-block 16000 23999$/,
		command: /^(?:no )?segment-routing global-block(?: |$)/,
		within: [/^router (?:ospf|isis)(?: |$)/],
		matches: ['segment-routing global-block 16000 23999'],
		spares: ['segment-routing global-block 20000 21000'],
	},
	{
		line: /^metric-style wide$/,
		command: /^(?:no )?metric-style(?: |$)/,
		within: ISIS,
		matches: ['metric-style wide'],
		spares: ['metric-style narrow'],
	},
];

/**
 * Commands with one value, or on as long as nothing says `no`. Those of PIM and IGMP switch it on, too, and say nothing where it
 * is on.
 */
const unsaidValues: readonly (readonly [line: string, within?: readonly RegExp[], beside?: RegExp])[] = [
	['log facility daemon'],
	['log timestamp precision 0'],
	['ip pim join-prune-interval 60'],
	['ip pim keep-alive-timer 210'],
	['ip pim packets 3'],
	['ip pim register-suppress-time 60'],
	['bgp fast-external-failover', BGP],
	['bgp client-to-client reflection', BGP],
	['bgp default local-preference 100', BGP],
	['bgp graceful-restart stalepath-time 360', BGP],
	['bgp graceful-restart restart-time 120', BGP],
	['bgp listen limit 100', BGP],
	['distance bgp 20 200 200', [/^address-family /]],
	['ospf abr-type cisco', OSPF],
	['proactive-arp', OSPF],
	['write-multiplier 20', OSPF],
	['graceful-restart helper strict-lsa-checking', OSPF],
	['aggregation timer 5', [/^router ospf6?(?: |$)/]],
	['timers throttle spf 0 50 5000', [/^router ospf6?(?: |$)/]],
	['timers throttle lsa all 5000', OSPF],
	['timers lsa min-arrival 1000', [/^router ospf6?(?: |$)/]],
	['lsp-mtu 1497', ISIS],
	['hostname dynamic', ISIS],
	['attached-bit send', ISIS],
	['timers basic 30 180 120', RIP],
	['default-metric 1', RIP],
	['detect-multiplier 3', BFD],
	['receive-interval 300', BFD],
	['transmit-interval 300', BFD],
	['echo receive-interval 50', BFD],
	['echo transmit-interval 50', BFD],
	['exec-timeout 10 0', [/^line vty$/]],
	['exec-timeout 10', [/^line vty$/]],
	['login', [/^line vty$/]],
	['ip ospf hello-interval 10', INTERFACE],
	['ip ospf retransmit-interval 5', INTERFACE],
	['ip ospf transmit-delay 1', INTERFACE],
	['ipv6 ospf6 hello-interval 10', INTERFACE],
	['ipv6 ospf6 dead-interval 40', INTERFACE],
	['ipv6 ospf6 retransmit-interval 5', INTERFACE],
	['ipv6 ospf6 transmit-delay 1', INTERFACE],
	['ipv6 ospf6 priority 1', INTERFACE],
	['ipv6 ospf6 instance-id 0', INTERFACE],
	['ip igmp version 3', INTERFACE, /^ip igmp$/],
	['ip igmp query-interval 125', INTERFACE, /^ip igmp$/],
	['ip igmp query-max-response-time 100', INTERFACE, /^ip igmp$/],
	['ip igmp last-member-query-count 2', INTERFACE, /^ip igmp$/],
	['ip pim hello 30', INTERFACE, /^ip pim$/],
	['ip pim drpriority 1', INTERFACE, /^ip pim$/],
	['ip pim bsm', INTERFACE, /^ip pim$/],
	['ip pim unicast-bsm', INTERFACE, /^ip pim$/],
];

const LSP_TIMES = [
	['lsp-gen-interval', '30'],
	['lsp-refresh-interval', '900'],
	['max-lsp-lifetime', '1200'],
] as const;

/** What IS-IS has for both levels unless it says otherwise: where one level does, both are shown. */
const ofLevels: readonly DefaultRule[] = [
	...(
		[
			['isis metric', 10],
			['isis hello-interval', 3],
			['isis hello-multiplier', 10],
		] as const
	).map(([command, value]) => ofLevel(command, `level-([12]) ${value}`, `(?:level-([12]) )?\\d+`)),
	...(
		[
			['isis csnp-interval', 10],
			['isis psnp-interval', 2],
			['isis priority', 64],
		] as const
	).map(([command, value]) => ofLevel(command, `${value} level-([12])`, `\\d+(?: level-([12]))?`)),
	...LSP_TIMES.map(ofLsps),
];

/** One line of all three is about every one of them. */
function ofLsps([command, value]: readonly [string, string]): DefaultRule {
	return {
		line: new RegExp(`^${command} level-([12]) ${value}$`),
		command: new RegExp(`^(?:no )?(?:${command}|lsp-timers)(?: level-([12]))?(?: |$)`),
		within: ISIS,
		source: 'shown for both levels as soon as one is otherwise (FRRouting 8.4)',
		matches: [`${command} level-1 ${value}`],
		spares: [`${command} ${value}`, `${command} level-1 77`],
	};
}

function ofLevel(command: string, said: string, any: string): DefaultRule {
	const example = said.replace('([12])', '2');
	return {
		line: new RegExp(`^${command} ${said}$`),
		command: new RegExp(`^(?:no )?${command} ${any}$`),
		within: INTERFACE,
		source: 'shown for both levels as soon as one is otherwise (FRRouting 8.4)',
		matches: [`${command} ${example}`],
		spares: [`${command} ${example.replace(/\d+(?= level|$)/, '77')}`],
	};
}

export const frrDefaults: readonly DefaultRule[] = [
	{
		line: /^(service password-encryption)$/,
		command: /^no service password-encryption$/,
		beside: /^(service password-encryption)$/,
		leftOutBy: 'intended',
		source: 'shown once for every daemon (FRRouting 8.4)',
		matches: ['service password-encryption'],
		spares: ['password 8 a1b2c3d4e5f6g'],
	},
	{
		line: /^(neighbor \S+|ip ospf|ipv6 ospf6) bfd$/,
		command: /^no (neighbor \S+|ip ospf|ipv6 ospf6) bfd(?: |$)/,
		beside: /^(neighbor \S+|ip ospf|ipv6 ospf6) bfd (?:profile|check-control-plane-failure)(?: |$)/,
		within: [/^(?:router bgp|interface) /],
		leftOutBy: 'intended',
		source: 'what is said of it switches BFD on, which is shown beside it (FRRouting 8.4)',
		matches: ['neighbor 192.0.2.1 bfd', 'ip ospf bfd'],
		spares: ['neighbor 192.0.2.1 bfd profile A', 'neighbor 192.0.2.1 bfd 3 300 300'],
	},
	{
		line: /^area (\S+) nssa$/,
		command: /^no area (\S+) nssa(?: |$)/,
		beside: /^area (\S+) nssa no-summary$/,
		within: OSPF,
		leftOutBy: 'intended',
		source: 'shown beside what makes the area totally stubby (FRRouting 8.4)',
		matches: ['area 1 nssa'],
		spares: ['area 1 nssa no-summary', 'area 1 stub'],
	},
	{
		line: /^interface (\S+)$/,
		command: /^(?:no )?interface (\S+)(?: |$)/,
		opens: true,
		source: 'a section that says nothing; one of an interface of the kernel cannot be taken away (FRRouting 8.4)',
		matches: ['interface eth0'],
		spares: ['interface eth0 vrf A'],
	},
	{
		line: /^segment-routing$/,
		command: /^no segment-routing$/,
		opens: true,
		source: 'a section that says nothing, which a running pathd shows (FRRouting 8.4)',
		matches: ['segment-routing'],
		spares: ['segment-routing on'],
	},
	{
		line: /^traffic-eng$/,
		command: /^no traffic-eng$/,
		within: [/^segment-routing$/],
		source: 'a section that says nothing, which a running pathd shows (FRRouting 8.4)',
		matches: ['traffic-eng'],
		spares: ['traffic-eng on'],
	},
	{
		line: /^enable$/,
		command: /^no enable$/,
		within: [/^link-params$/],
		leftOutBy: 'intended',
		source: 'the section switches itself on, and is not shown where it is off (FRRouting 8.4)',
		matches: ['enable'],
		spares: ['enable password fictive'],
	},
	{
		line: /^spf-interval 1$/,
		command: /^(?:no )?spf-interval(?: |$)/,
		within: ISIS,
		leftOutBy: 'running',
		source: 'not shown (FRRouting 8.4)',
		matches: ['spf-interval 1'],
		spares: ['spf-interval 10', 'spf-interval level-1 1'],
	},
	{
		line: /^frr defaults traditional$/,
		command: /^(?:no )?frr defaults /,
		leftOutBy: 'intended',
		source: 'the profile is shown whichever it is, and this one holds where none is named (FRRouting 8.4)',
		matches: ['frr defaults traditional'],
		spares: ['frr defaults datacenter'],
	},
	{
		line: /^line vty$/,
		command: /^no line vty$/,
		opens: true,
		source: 'a section that says nothing: not shown by FRRouting 8.4; shown by older releases (from knowledge)',
		matches: ['line vty'],
		spares: ['line vty 0 4'],
	},
	{
		line: /^(lsp-gen-interval(?= 30$)|lsp-refresh-interval(?= 900$)|max-lsp-lifetime(?= 1200$)) \d+$/,
		// One line of all three, or of each level, is about every one of them.
		command: /^(?:no )?(?:(lsp-gen-interval|lsp-refresh-interval|max-lsp-lifetime)|lsp-timers)(?: |$)/,
		within: ISIS,
		matches: ['lsp-gen-interval 30', 'lsp-refresh-interval 900', 'max-lsp-lifetime 1200'],
		spares: ['lsp-gen-interval 2', 'max-lsp-lifetime 900', 'lsp-gen-interval level-1 30'],
		source: 'the times of IS-IS, shown all three or none (FRRouting 8.4)',
	},
	{
		line: /^lsp-timers level-([12]) gen-interval 30 refresh-interval 900 max-lifetime 1200$/,
		command: /^(?:no )?(?:lsp-timers|lsp-gen-interval|lsp-refresh-interval|max-lsp-lifetime)(?: level-([12]))?(?: |$)/,
		within: ISIS,
		source: 'shown for both levels as soon as one is otherwise (FRRouting 8.4)',
		matches: ['lsp-timers level-1 gen-interval 30 refresh-interval 900 max-lifetime 1200'],
		spares: ['lsp-timers level-1 gen-interval 5 refresh-interval 900 max-lifetime 1200'],
	},
	...ofLevels,
	...unsaidValues.map(([text, within, beside]): DefaultRule => {
		const [, command = text] = /^(.*?)(?: \d[\d ]*| cisco| daemon)$/.exec(text) ?? [];
		return {
			line: new RegExp(`^${text}$`),
			command: new RegExp(`^(?:no )?${command}(?: |$)`),
			...(within === undefined ? {} : { within }),
			...(beside === undefined ? {} : { beside }),
			leftOutBy: 'running',
			source: 'not shown (FRRouting 8.4)',
			matches: [text],
			spares: [`no ${text}`],
		};
	}),
	...unsaid.map((rule): DefaultRule => ({ ...rule, leftOutBy: 'running', source: 'not shown (FRRouting 8.4)' })),
];
