import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';

const ISIS = [/^router isis /];

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

export const frrDefaults: readonly DefaultRule[] = [
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
	...unsaid.map((rule): DefaultRule => ({ ...rule, leftOutBy: 'running', source: 'not shown (FRRouting 8.4)' })),
];
