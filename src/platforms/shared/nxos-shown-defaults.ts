import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';

/** What a Nexus has without anybody having said so, and shows as long as it holds. */
const shown: readonly Omit<DefaultRule, 'leftOutBy'>[] = [
	{
		line: /^copp profile strict$/,
		command: /^(?:no )?copp profile(?: |$)/,
		source: 'the policy of the first setup (recorded shows of NX-OS 7.0, 7.3, 9.2 and 9.3)',
		matches: ['copp profile strict'],
		spares: ['copp profile dense'],
	},
	{
		line: /^icam monitor scale$/,
		command: /^no icam monitor scale$/,
		source: 'on since 9.3, and shown (recorded shows of NX-OS 9.3)',
		matches: ['icam monitor scale'],
		spares: ['icam monitor interval 1 history 168'],
	},
	{
		line: /^no (ip|ipv6) redirects$/,
		command: /^(ip|ipv6) redirects$/,
		within: [/^interface vl[a-z]* ?\d/i],
		// It may leave out VLANs behind `exclude-vlan`.
		where: /^peer-gateway$/,
		source:
			'a gateway for its vPC peer "automatically disables IP redirects" on interfaces of VLANs (Cisco, vPC Peer-Gateway; a recorded show of NX-OS 9.3)',
		matches: ['no ip redirects', 'no ipv6 redirects'],
		spares: ['ip redirects', 'no ip proxy-arp'],
	},
	{
		line: /^vrf context management$/,
		command: /^no vrf context management$/,
		source: 'the VRF of the management port, without anything in it (recorded shows of NX-OS)',
		matches: ['vrf context management'],
		spares: ['vrf context MANAGEMENT', 'vrf context A'],
	},
];

export const shownNxosDefaults: readonly DefaultRule[] = shown.map(
	(rule): DefaultRule => ({ ...rule, leftOutBy: 'intended' }),
);
