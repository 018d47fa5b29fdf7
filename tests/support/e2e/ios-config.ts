/** What a test varies about an otherwise equal router. */
export interface IosFacts {
	readonly mtu?: number;
	readonly timers?: string;
	/** Further lines of the uplink interface. */
	readonly uplink?: readonly string[];
	/** Further lines at the top level. */
	readonly lines?: readonly string[];
}

/** A small configuration of Cisco IOS, whole as `show running-config` ends it. */
export function iosConfig(
	name: string,
	{ mtu = 1500, timers = '10 30', uplink = [], lines = [] }: IosFacts = {},
): string {
	return [
		'version 15.9',
		`hostname ${name}`,
		'!',
		'interface Ethernet0/0',
		' description uplink',
		` mtu ${mtu}`,
		...uplink.map((line) => ` ${line}`),
		'!',
		'router bgp 65001',
		' neighbor 192.0.2.0 remote-as 65002',
		` neighbor 192.0.2.0 timers ${timers}`,
		'!',
		...lines,
		'end',
		'',
	].join('\n');
}
