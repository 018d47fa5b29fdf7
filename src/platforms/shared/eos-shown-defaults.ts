import type { DefaultRule } from '../../domain/platform/equivalence-rules.ts';

const SHOWN = 'every device shows it, configured or not (batfish lab-validation, labs of vEOS)';

/** What EOS shows although nobody said it, and what it leaves out. */
export const shownEosDefaults: readonly DefaultRule[] = [
	{
		line: /^no aaa root$/,
		command: /^aaa root /,
		source: SHOWN,
		matches: ['no aaa root'],
		spares: ['aaa root nopassword'],
	},
	{
		line: /^transceiver qsfp default-mode 4x10G$/,
		command: /^(?:no )?transceiver qsfp default-mode(?: |$)/,
		source: SHOWN,
		matches: ['transceiver qsfp default-mode 4x10G'],
		spares: ['transceiver qsfp default-mode 40G'],
	},
	{
		line: /^spanning-tree mode mstp$/,
		command: /^(?:no )?spanning-tree mode /,
		source: SHOWN,
		matches: ['spanning-tree mode mstp'],
		spares: ['spanning-tree mode rapid-pvst'],
	},
	{
		line: /^no ip routing((?: vrf \S+)?)$/,
		command: /^ip routing(?: ipv6 interfaces)?((?: vrf \S+)?)$/,
		source: SHOWN,
		matches: ['no ip routing', 'no ip routing vrf MGMT'],
		spares: ['ip routing'],
	},
	{
		line: /^lldp run$/,
		command: /^no lldp run$/,
		source: 'on, and not shown (from knowledge)',
		matches: ['lldp run'],
		spares: ['no lldp run'],
	},
	{
		line: /^vxlan udp-port 4789$/,
		command: /^(?:no )?vxlan udp-port(?: |$)/,
		within: [/^interface vx[a-z]* ?\d/i],
		source: `the port of VXLAN (RFC 7348), ${SHOWN}`,
		matches: ['vxlan udp-port 4789'],
		spares: ['vxlan udp-port 8472'],
	},
	{
		line: /^max-lsa 12000$/,
		command: /^(?:no )?max-lsa(?: |$)/,
		within: [/^router ospf /],
		source: 'the limit of OSPF, and shown (recorded shows of vEOS 4.29)',
		matches: ['max-lsa 12000'],
		spares: ['max-lsa 20000'],
	},
	{
		line: /^protocol https$/,
		command: /^(?:no )?protocol https(?: |$)/,
		within: [/^management api http-commands$/],
		source: 'on where the API is: "the switch accepts HTTPS requests" (CIS Arista EOS Benchmark 1.0.0, 2.9)',
		matches: ['protocol https'],
		spares: ['protocol http', 'no protocol https', 'protocol https port 8443'],
	},
];
