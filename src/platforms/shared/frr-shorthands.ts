import type { ShorthandRule } from '../../domain/platform/equivalence-rules.ts';

/** Lines that FRRouting 8.4 shows as several, entered into a real router. */
export const frrShorthands: readonly ShorthandRule[] = [
	{
		pattern: /^rt vpn both (?<rest>\S.*)$/,
		lines: ['rt vpn import $<rest>', 'rt vpn export $<rest>'],
		within: [/^address-family /],
		source: 'two commands, shown in one line where their lists are one (FRRouting 8.4)',
		matches: ['rt vpn both 65001:1'],
		spares: ['rt vpn import 65001:1', 'rd vpn export 65001:1'],
	},
	{
		pattern: /^echo-interval (\d+)$/,
		lines: ['echo transmit-interval $1', 'echo receive-interval $1'],
		within: [/^(?:peer|profile) /],
		source: 'taken for both directions, which are shown (FRRouting 8.4)',
		matches: ['echo-interval 100'],
		spares: ['echo transmit-interval 100', 'echo-mode'],
	},
	{
		pattern:
			/^(fast-reroute (?:load-sharing disable|priority-limit \S+|remote-lfa prefix-list \S+|lfa tiebreaker \S+ index \d+))$/,
		lines: ['$1 level-1', '$1 level-2'],
		within: [/^router isis /],
		source: 'meant for both levels, and shown for each (FRRouting 8.4)',
		matches: ['fast-reroute load-sharing disable', 'fast-reroute lfa tiebreaker downstream index 5'],
		spares: ['fast-reroute load-sharing disable level-1', 'fast-reroute remote-lfa prefix-list A level-2'],
	},
	{
		pattern: /^(no )?passive-interface (?!default$)(\S+)( \d+\.\d+\.\d+\.\d+)?$/,
		section: 'interface $2',
		lines: ['$1ip ospf passive$3'],
		atTop: /^(?:no )?ip ospf passive(?: |$)/,
		within: [/^router ospf$/],
		source: 'taken, and shown in the interface (FRRouting 8.4)',
		matches: ['passive-interface eth0', 'no passive-interface eth0', 'passive-interface eth0 192.0.2.1'],
		spares: ['passive-interface default'],
	},
	{
		pattern: /^interface (\S+) area (\S+)$/,
		section: 'interface $1',
		lines: ['ipv6 ospf6 area $2'],
		atTop: /^ipv6 ospf6 area /,
		within: [/^router ospf6$/],
		source: 'taken, and shown in the interface (FRRouting 8.4)',
		matches: ['interface eth0 area 0.0.0.0'],
		spares: ['interface eth0'],
	},
];
