import type { SimulatedDevice } from '../simulated-device.ts';
import {
	addAfter,
	addBefore,
	type Edit,
	moveBefore,
	removeLine,
	removeLinesWith,
	replaceAll,
	replaceLine,
	within,
} from './edit-config.ts';

/** What makes a device of the sample fleet run something else than its intended text, if only to the eye. */
export interface DemoEdits {
	/** Changes that a person has to hear of. */
	readonly drift?: readonly Edit[];
	/** What no report may mention: counters, serial numbers, another order where order means nothing. */
	readonly noise?: readonly Edit[];
	readonly lastChange?: SimulatedDevice['lastChange'];
}

const twoNtpServersOnly = removeLine('ntp server vrf MGMT 10.20.0.123 key 1');
const noSecretTags = replaceAll(' ## SECRET-DATA', '');

/** By device name; who is not here runs its intended text to the letter, under the header of its platform. */
export const demoEdits: Readonly<Record<string, DemoEdits>> = {
	'ams-edge-01': { noise: [moveBefore('interface GigabitEthernet0/0/0/3', 'interface Bundle-Ether10')] },
	'ams-edge-02': {
		drift: [
			within('route-policy TRANSIT-IN', replaceLine('    set local-preference 90', '    set local-preference 130')),
		],
		lastChange: { at: new Date('2026-11-02T16:40:03Z'), by: 'rkaya' },
	},
	'ams-core-01': { noise: [noSecretTags] },
	'ams-core-02': {
		drift: [moveBefore('            term icmp {', '            term bgp {')],
		noise: [noSecretTags],
		lastChange: { at: new Date('2026-11-01T22:15:50Z'), by: 'mdupont' },
	},
	'ams-spine-01': {
		noise: [
			moveBefore('logging vrf MGMT host 10.20.0.51', 'logging vrf MGMT host 10.10.0.51'),
			moveBefore('interface Ethernet5', 'interface Ethernet1'),
		],
	},
	'ams-spine-02': { drift: [twoNtpServersOnly] },
	'ams-leaf-01': { drift: [twoNtpServersOnly] },
	'ams-leaf-02': { drift: [twoNtpServersOnly] },
	'ams-leaf-03': {
		drift: [within('interface Ethernet49', addAfter('   description ams-spine-01 Ethernet3', '   shutdown'))],
	},
	'ams-leaf-04': { drift: [twoNtpServersOnly] },
	'ams-branch-01': {
		drift: [replaceLine(' ip ospf cost 100', ' ip ospf cost 10')],
		noise: [addBefore('end', 'ntp clock-period 36029056')],
		lastChange: { at: new Date('2026-11-03T03:07:41Z'), by: 'jdoe' },
	},
	'ams-branch-02': {
		noise: [
			addBefore('end', 'ntp clock-period 36029124'),
			moveBefore('ntp server 10.30.0.123 key 1', 'ntp server 10.10.0.123 key 1 prefer'),
			moveBefore('interface GigabitEthernet0/2', 'interface Loopback0'),
		],
	},
	'fra-edge-01': {
		noise: [moveBefore(' neighbor 198.51.100.135', ' neighbor 198.51.100.131')],
	},
	'fra-core-01': {
		noise: [
			moveBefore('            neighbor 10.255.30.11 {', '            neighbor 10.255.10.11 {'),
			moveBefore('        interface ge-0/0/2.0 {', '        interface ge-0/0/0.0 {'),
		],
	},
	'fra-core-02': {
		noise: [
			replaceLine(
				'        encrypted-password "<removed>"; ## SECRET-DATA',
				'        encrypted-password "$6$LABONLY$FAKEfracore02root"; ## SECRET-DATA',
			),
		],
	},
	'fra-spine-01': {
		noise: [
			moveBefore('logging server 10.10.0.51 6 use-vrf management', 'logging server 10.20.0.51 6 use-vrf management'),
		],
	},
	'fra-leaf-01': {
		drift: [within('vrf context TENANT-1', addAfter('  vni 19999', '  ip route 0.0.0.0/0 10.20.64.254'))],
		lastChange: { at: new Date('2026-10-30T13:02:18Z'), by: 'rkaya' },
	},
	'fra-leaf-02': {
		noise: [
			moveBefore('ntp server 10.30.0.123 use-vrf management', 'ntp server 10.20.0.123 prefer use-vrf management'),
			moveBefore('interface Vlan130', 'interface Vlan110'),
		],
	},
	'fra-leaf-03': {
		drift: [replaceAll('0xFA4Eda92a2b44f6bd188f2c77aa4e023', '0xFA4E0ddba11c0ffee0ddba11c0ffee0d')],
	},
	'fra-branch-01': {
		drift: [
			within(
				'ip access-list extended OFFICE-IN',
				moveBefore(' deny   ip any any log', ' permit tcp 10.21.8.0 0.0.7.255 any eq 443'),
			),
		],
		noise: [addBefore('end', 'ntp clock-period 36029310')],
		lastChange: { at: new Date('2026-11-02T09:31:27Z'), by: 'jdoe' },
	},
	'lon-edge-01': { noise: [moveBefore('ip route 10.30.64.0/20 10.30.2.1', 'ip route 203.0.113.0/24 blackhole 250')] },
	'lon-edge-02': { drift: [removeLinesWith('198.51.100.211')] },
	'lon-branch-01': { noise: [addBefore('end', 'license udi pid ISR4331/K9 sn FDO2600LAB1')] },
	'lon-branch-02': {
		noise: [
			replaceLine('enable secret 9 <removed>', 'enable secret 9 $9$LAB.ONLY.77aa01$FAKE.lonbranch02enable'),
			addBefore('end', 'event manager environment _last_archive 20261103-0300'),
		],
	},
	// fleet.yml ignores this one until the carrier is done.
	'lon-branch-03': {
		drift: [
			addBefore(
				'interface GigabitEthernet0/0',
				'interface Tunnel900',
				' description carrier C line probe',
				' ip address 192.0.2.254 255.255.255.252',
				' tunnel source GigabitEthernet0/0',
				' tunnel destination 203.0.113.250',
				'!',
			),
		],
	},
};
