import type { Change } from '../drift-report.ts';

/** Whether a change takes an interface to another VRF, or out of one. */
export function movesToVrf({ lineage, line }: Change): boolean {
	return lineage.at(-1)?.startsWith('interface ') === true && BINDS_TO_VRF.test(line);
}

const BINDS_TO_VRF = /^(?:ip )?vrf (?:forwarding|member) |^vrf \S+$|^ip binding vpn-instance /;

/**
 * Whether an interface that gets to another VRF loses this line of it: its addresses (IOS, EOS, VRP), and on NX-OS all that is
 * of its third layer.
 *
 * Source: Cisco IOS "vrf forwarding": "the IP address is removed from the interface"; NX-OS "vrf member": "deletes all Layer 3
 * configurations"; VRP "ip binding vpn-instance": "Layer 3 configurations are deleted".
 */
export function isLostWithVrf(text: string): boolean {
	return /^(?:ip|ipv6) /.test(text) && !BINDS_TO_VRF.test(text);
}
