import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';

/** A default that an interface shows only where it is otherwise. */
export function interfaceDefault(
	rule: Pick<DefaultRule, 'line' | 'command' | 'source' | 'matches' | 'spares'>,
): DefaultRule {
	return { ...rule, within: [/^interface \S/] };
}

/**
 * Defaults of interfaces that take settings from elsewhere: where the other side's interface does, too, a line that would
 * state a default overrules what is said there.
 *
 * @param by - matches the line that names where settings are taken from
 */
export function unlessInherited(by: RegExp, rules: readonly DefaultRule[]): readonly DefaultRule[] {
	return rules.map((rule) => ({ ...rule, command: new RegExp(`${rule.command.source}|${by.source}`) }));
}

export const noShutdown: DefaultRule = interfaceDefault({
	line: /^no shut(?:down)?$/,
	command: /^(?:no )?shut(?:down)?$/,
	source:
		'an interface is up unless it shows `shutdown`; the device leaves the negation out (netutils#111, ansible cisco.ios)',
	matches: ['no shutdown', 'no shut'],
	spares: ['shutdown', 'no shutdown force'],
});

export const vlan1: DefaultRule = {
	line: /^vlan 1$/,
	command: /^no vlan 1$/,
	source: 'VLAN 1 is always there; shown by itself, in the list of all VLANs or not at all',
	matches: ['vlan 1'],
	spares: ['vlan 10', 'vlan 1,10'],
};

/** The size that Ethernet has without a word about it. */
export const mtu1500: DefaultRule = interfaceDefault({
	line: /^mtu 1500$/,
	command: /^(?:no )?mtu(?: |$)/,
	source: '1500 bytes are not shown (annet implicit.py, cisco.nxos#1102)',
	matches: ['mtu 1500'],
	spares: ['mtu 9216', 'ip mtu 1500'],
});

/** An access port is in VLAN 1 unless it shows another one. */
export const accessVlan1: DefaultRule = interfaceDefault({
	line: /^switchport access vlan 1$/,
	command: /^(?:no )?switchport access vlan /,
	source:
		'not shown (Cisco IOS command reference); EOS lists it in `show running-config all` only (batfish grammar tests)',
	matches: ['switchport access vlan 1'],
	spares: ['switchport access vlan 10'],
});

/** What a trunk does unless it says otherwise, on IOS, NX-OS and EOS alike. */
export const trunkDefaults: readonly DefaultRule[] = [
	interfaceDefault({
		line: /^switchport trunk allowed vlan (?:all|1-4094)$/,
		command: /^(?:no )?switchport trunk allowed vlan /,
		source: 'a trunk carries all VLANs, and does not say so (Cisco IOS command reference, switchport trunk)',
		matches: ['switchport trunk allowed vlan all', 'switchport trunk allowed vlan 1-4094'],
		spares: ['switchport trunk allowed vlan none', 'switchport trunk allowed vlan 1-100'],
	}),
	interfaceDefault({
		line: /^switchport trunk native vlan 1$/,
		command: /^(?:no )?switchport trunk native vlan /,
		source: 'VLAN 1 goes without a tag, and the trunk does not say so (Cisco IOS command reference, switchport trunk)',
		matches: ['switchport trunk native vlan 1'],
		spares: ['switchport trunk native vlan 10', 'switchport trunk native vlan tag'],
	}),
];

/** An interface without an address is shown with or without the words. */
export const noIpAddress: DefaultRule = interfaceDefault({
	line: /^no ip address$/,
	command: /^ip (?:address|unnumbered) /,
	source:
		'IOS and ASA show it at interfaces that have no address, and so do files that were taken from a device (ansible cisco.ios, outputs of its tests)',
	matches: ['no ip address'],
	spares: ['no ip address 192.0.2.1 255.255.255.0', 'ip address dhcp'],
});

const iosInterface = (command: string, line: RegExp, others: RegExp, source: string): DefaultRule =>
	interfaceDefault({ line, command: others, source, matches: [command], spares: [`no ${command}`] });

/** What no device shows while it is so. */
const hiddenOnInterface = (command: string): DefaultRule => ({
	...iosInterface(command, new RegExp(`^${command}$`), new RegExp(`^no ${command}$`), hidden),
	leftOutBy: 'running',
});

const hidden = 'on by default on interfaces of that kind; only the negation is shown (Cisco IOS command reference)';

const ETHERNET = /^interface (?:Fast|\S*Gig|Eth|Port-channel)/i;

/** What IOS does not show unless it is otherwise. */
export const hiddenIosDefaults: readonly DefaultRule[] = [
	noShutdown,
	vlan1,
	// Switches count the size for all ports together.
	{ ...mtu1500, within: [/^interface (?:Fast|\S*Gig|Eth|Port-channel|Vlan)/i], unless: /^system (?:jumbo)?mtu / },
	iosInterface(
		'duplex auto',
		/^duplex auto$/,
		/^(?:no )?duplex |^(?:full|half)-duplex$/,
		'shown by some models and left out by others',
	),
	iosInterface('speed auto', /^speed auto$/, /^(?:no )?speed /, 'shown by some models and left out by others'),
	// Tunnels and multipoint interfaces start without it, and so does every interface of routers that show `cdp run`: it is off
	// there.
	{
		...hiddenOnInterface('cdp enable'),
		within: [ETHERNET],
		unless: /^cdp run$/,
	},
	...['ip redirects', 'ip unreachables', 'ip proxy-arp'].map(hiddenOnInterface),
	accessVlan1,
	...trunkDefaults,
	noIpAddress,
	iosInterface(
		'negotiation auto',
		/^negotiation auto$/,
		/^(?:no )?negotiation auto$/,
		'shown by routers and left out by switches; only the negation turns it off (Cisco IOS Interface Command Reference)',
	),
	interfaceDefault({
		line: /^standby((?: \d+)?) priority 100$/,
		command: /^(?:no )?standby((?: \d+)?) priority /,
		source: '100 is the priority of HSRP (Cisco IOS in a Nutshell, 2nd edition, standby priority)',
		matches: ['standby 1 priority 100', 'standby priority 100'],
		spares: ['standby 1 priority 110', 'standby 1 ip 192.0.2.1'],
	}),
	interfaceDefault({
		line: /^tunnel mode gre ip$/,
		command: /^(?:no )?tunnel mode /,
		source: 'a tunnel is one of GRE unless it says otherwise (Cisco IOS in a Nutshell, 2nd edition, tunnel mode)',
		matches: ['tunnel mode gre ip'],
		spares: ['tunnel mode ipsec ipv4', 'tunnel mode gre multipoint'],
	}),
	{
		line: /^logging trap (?:informational|6)$/,
		command: /^(?:no )?logging trap(?: |$)/,
		source: 'the level of messages to servers: 6 unless it says otherwise (Catalyst configuration manual, page 195)',
		matches: ['logging trap informational', 'logging trap 6'],
		spares: ['logging trap debugging', 'logging trap 16'],
	},
	{
		line: /^hash sha$/,
		command: /^hash /,
		within: [/^crypto isakmp policy /],
		source: 'SHA-1 is the hash of a policy (output of show crypto isakmp policy: the default protection suite)',
		matches: ['hash sha'],
		spares: ['hash sha256', 'hash md5'],
	},
	{
		line: /^exec-timeout 10(?: 0)?$/,
		command: /^(?:no )?exec-timeout(?: |$)/,
		within: [/^line /],
		source: "ten minutes are the default (Cisco's own text of the command, as others quote it)",
		matches: ['exec-timeout 10 0'],
		spares: ['exec-timeout 10 30', 'exec-timeout 0 0'],
	},
	{
		line: /^ip (?:classless|subnet-zero)$/,
		command: /^no ip (?:classless|subnet-zero)$/,
		source: 'on by default since 12.0, shown by older releases only (Cisco IOS command reference)',
		matches: ['ip classless', 'ip subnet-zero'],
		spares: ['no ip classless', 'ip source-route'],
	},
];
