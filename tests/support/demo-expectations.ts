import type { Change } from '../../src/domain/drift-report.ts';
import type { DeviceReport, DeviceStatus } from '../../src/domain/fleet-report.ts';
import type { UnknownReason } from '../../src/errors.ts';

/** What an audit of the sample fleet has to say about one of its devices. */
export interface DemoExpectation {
	readonly status: DeviceStatus;
	readonly reason?: UnknownReason;
	readonly changes?: readonly ExpectedChange[];
	readonly ignored?: number;
}

/** A change without line numbers; `<secret>` stands for any fingerprint. */
export interface ExpectedChange {
	readonly kind: Change['kind'];
	readonly lineage: readonly string[];
	readonly line: string;
	/** For `changed`. */
	readonly runningText?: string;
}

const inSync: DemoExpectation = { status: 'in-sync' };
const ntpServerGone: DemoExpectation = {
	status: 'drifted',
	changes: [{ kind: 'missing', lineage: [], line: 'ntp server vrf MGMT 10.20.0.123 key 1' }],
};

const bgp = ['router bgp 64500'];
const bgpIpv4 = [...bgp, 'address-family ipv4 unicast'];

/** By device name, in the order of fleet.yml: who is in sync, who is not, and every line of it. */
export const demoExpectations: Readonly<Record<string, DemoExpectation>> = {
	'ams-edge-01': inSync,
	'ams-edge-02': {
		status: 'drifted',
		changes: [
			{
				kind: 'changed',
				lineage: ['route-policy TRANSIT-IN'],
				line: '    set local-preference 90',
				runningText: '    set local-preference 130',
			},
		],
	},
	'ams-core-01': inSync,
	'ams-core-02': {
		status: 'drifted',
		changes: [{ kind: 'moved', lineage: ['firewall', 'family inet', 'filter PROTECT-RE'], line: 'term icmp' }],
	},
	'ams-spine-01': inSync,
	'ams-spine-02': ntpServerGone,
	'ams-leaf-01': ntpServerGone,
	'ams-leaf-02': ntpServerGone,
	'ams-leaf-03': {
		status: 'drifted',
		changes: [{ kind: 'extra', lineage: ['interface Ethernet49'], line: 'shutdown' }],
	},
	'ams-leaf-04': ntpServerGone,
	'ams-branch-01': {
		status: 'drifted',
		changes: [
			{
				kind: 'changed',
				lineage: ['interface Tunnel100'],
				line: 'ip ospf cost 100',
				runningText: 'ip ospf cost 10',
			},
		],
	},
	'ams-branch-02': inSync,
	'fra-edge-01': inSync,
	'fra-edge-02': inSync,
	'fra-core-01': inSync,
	'fra-core-02': inSync,
	'fra-spine-01': inSync,
	'fra-spine-02': inSync,
	'fra-leaf-01': {
		status: 'drifted',
		changes: [{ kind: 'extra', lineage: ['vrf context TENANT-1'], line: 'ip route 0.0.0.0/0 10.20.64.254' }],
	},
	'fra-leaf-02': inSync,
	'fra-leaf-03': {
		status: 'drifted',
		changes: [
			{
				kind: 'changed',
				lineage: [],
				line: 'snmp-server user netops network-admin auth sha <secret> priv aes-128 <secret> localizedkey',
				runningText: 'snmp-server user netops network-admin auth sha <secret> priv aes-128 <secret> localizedkey',
			},
		],
	},
	'fra-leaf-04': { status: 'unknown', reason: 'auth-failed' },
	'fra-branch-01': {
		status: 'drifted',
		changes: [{ kind: 'moved', lineage: ['ip access-list extended OFFICE-IN'], line: 'deny   ip any any log' }],
	},
	'fra-branch-02': { status: 'unknown', reason: 'unreachable' },
	'lon-edge-01': inSync,
	'lon-edge-02': {
		status: 'drifted',
		changes: [
			{ kind: 'missing', lineage: bgp, line: 'neighbor 198.51.100.211 remote-as 64508' },
			{ kind: 'missing', lineage: bgp, line: 'neighbor 198.51.100.211 description Harbour Cloud' },
			{ kind: 'missing', lineage: bgp, line: 'neighbor 198.51.100.211 password <secret>' },
			{ kind: 'missing', lineage: bgp, line: 'neighbor 198.51.100.211 timers 10 30' },
			{ kind: 'missing', lineage: bgpIpv4, line: 'neighbor 198.51.100.211 activate' },
			{ kind: 'missing', lineage: bgpIpv4, line: 'neighbor 198.51.100.211 soft-reconfiguration inbound' },
			{ kind: 'missing', lineage: bgpIpv4, line: 'neighbor 198.51.100.211 maximum-prefix 500 90' },
			{ kind: 'missing', lineage: bgpIpv4, line: 'neighbor 198.51.100.211 route-map IX-IN in' },
			{ kind: 'missing', lineage: bgpIpv4, line: 'neighbor 198.51.100.211 route-map IX-OUT out' },
		],
	},
	'lon-rr-01': inSync,
	'lon-core-01': inSync,
	'lon-core-02': { status: 'unknown', reason: 'incomplete' },
	'lon-branch-01': inSync,
	'lon-branch-02': inSync,
	'lon-branch-03': { status: 'in-sync', ignored: 5 },
};

type Judged = Pick<DeviceReport, 'status' | 'reason' | 'ignored'> & { readonly changes: readonly JudgedChange[] };
type JudgedChange = Pick<Change, 'kind' | 'lineage' | 'line'> & { readonly runningText?: string | null };

/** A device's report, brought to the shape of the table above. */
export function asExpectation({ status, reason, changes, ignored }: Judged): DemoExpectation {
	return {
		status,
		...(reason === null ? {} : { reason }),
		...(changes.length === 0 ? {} : { changes: changes.map(withoutFingerprints) }),
		...(ignored === 0 ? {} : { ignored }),
	};
}

function withoutFingerprints({ kind, lineage, line, runningText }: JudgedChange): ExpectedChange {
	const blank = (text: string): string => text.replaceAll(/<secret:[0-9a-f]+>/g, '<secret>');
	return {
		kind,
		lineage: lineage.map(blank),
		line: blank(line),
		...(typeof runningText === 'string' ? { runningText: blank(runningText) } : {}),
	};
}
