import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { aChange, aDevice, aReport } from './report-fixtures.ts';

/** A small fleet in which everything happens that a renderer has to show. */
export function aRichReport(): FleetReport {
	const ntp = aChange({ line: 'ntp server 192.0.2.1', intendedLine: 21 });
	const uplink = { lineage: ['interface Ethernet1'] };
	const family = { lineage: ['router bgp 65001', 'address-family ipv4'] };
	const acl = { lineage: ['ip access-list MGMT'] };
	return aReport({
		devices: [
			aDevice({
				name: 'edge-01',
				changes: [
					ntp,
					aChange({ ...uplink, line: 'description uplink to core-01', intendedLine: 40 }),
					aChange({ ...uplink, kind: 'extra', line: 'shutdown', runningLine: 44 }),
					aChange({
						...family,
						kind: 'changed',
						line: 'neighbor 10.0.0.1 remote-as 65010',
						runningText: 'neighbor 10.0.0.1 remote-as 65011',
						intendedLine: 120,
						runningLine: 122,
					}),
					aChange({
						...acl,
						kind: 'moved',
						line: '10 permit tcp 192.0.2.0/24 any eq ssh',
						intendedLine: 151,
						runningLine: 153,
					}),
				],
				ignored: 2,
				ignoredBy: [{ reason: 'moves to DHCP in March', changes: 2 }],
				metadata: { lastChangedBy: 'anna', lastChangedAt: '2026-11-22 16:04:11', handshakes: 1, commands: 3 },
			}),
			aDevice({ name: 'edge-02', platform: 'cisco_ios', site: 'fra', changes: [ntp] }),
			aDevice({ name: 'edge-03', platform: 'cisco_nxos', site: 'fra', changes: [{ ...ntp, intendedLine: 7 }] }),
			aDevice({
				name: 'core-01',
				platform: 'juniper_junos',
				role: 'core',
				changes: [
					aChange({
						kind: 'changed',
						lineage: ['system', 'login', 'user anna', 'authentication'],
						line: 'encrypted-password <secret:1f3a9c>;',
						runningText: 'encrypted-password <secret:77b0e1>;',
						intendedLine: 9,
						runningLine: 11,
					}),
				],
			}),
			aDevice({
				name: 'core-02',
				platform: 'cisco_xr',
				role: 'core',
				ignored: 4,
				ignoredBy: [
					{ reason: 'the <b>lab</b> of @anna', changes: 3 },
					{ reason: 'moves to DHCP in March', changes: 1 },
				],
			}),
			aDevice({
				name: 'core-03',
				platform: 'cisco_xr',
				role: 'core',
				status: 'unknown',
				reason: 'host-key-mismatch',
				message:
					'the SSH server showed a host key that known_hosts does not list; check it, then add it or pin it with host-key',
			}),
			aDevice({ name: 'lab-01', platform: 'frr', site: null, role: null, status: 'unknown' }),
			...Array.from({ length: 17 }, (_, index) =>
				aDevice({ name: `access-${String(index + 1).padStart(2, '0')}`, platform: 'cisco_ios', role: 'access' }),
			),
		],
		secretsNotCompared: 12,
		warnings: [
			'the ignore rule for lab-* expired on 2026-10-31 and suppresses nothing; remove it or give it a new date',
		],
	});
}

/** A pull request whose devices have every class of change. */
export function aPreflightReport(): FleetReport {
	const mtu = { lineage: ['interface Ethernet2'], line: 'mtu 9214' };
	return aReport({
		mode: 'preflight',
		devices: [
			aDevice({ name: 'edge-01', changes: [aChange({ ...mtu, class: 'planned', intendedLine: 31 })] }),
			aDevice({
				name: 'edge-02',
				changes: [
					aChange({
						...mtu,
						class: 'conflict',
						kind: 'changed',
						runningText: 'mtu 1500',
						intendedLine: 30,
						runningLine: 33,
					}),
					aChange({ kind: 'extra', line: 'snmp-server community <secret:1f3a9c> rw', class: 'drift', runningLine: 70 }),
				],
			}),
			aDevice({
				name: 'edge-03',
				diff: '',
				changes: [aChange({ ...mtu, kind: 'extra', class: 'applied', intendedLine: 31, runningLine: null })],
			}),
			aDevice({ name: 'edge-04', changes: [aChange({ line: 'hostname edge-4', class: 'drift', intendedLine: 1 })] }),
			aDevice({ name: 'edge-05', status: 'unknown' }),
		],
	});
}

/** Forty daily audits that end in the rich report. */
export function fortyAudits(): readonly FleetReport[] {
	const latest = aRichReport();
	const last = Date.parse(latest.startedAt);
	const earlier = Array.from({ length: 39 }, (_, index) => {
		const devices = latest.devices.map((device, position) => {
			const ill = (index * 7 + position * 3) % 29 < (index < 20 ? 1 : 2);
			if (index > 33 && device.status !== 'in-sync') return device;
			return ill ? aDevice({ name: device.name, changes: [aChange()] }) : aDevice({ name: device.name });
		});
		const startedAt = new Date(last - (39 - index) * 86_400_000).toISOString();
		return aReport({ devices, startedAt, runId: `run-${index}`, durationMs: 10_000 + index * 100 });
	});
	return [...earlier, latest];
}
