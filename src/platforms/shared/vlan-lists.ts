import type { ListRule } from '../../domain/platform/list-rules.ts';

/** VLANs as IOS and its relatives write them: collapsed into ranges, and wrapped with `add` where a line would get too long. */
export const iosLikeVlanLists: readonly ListRule[] = [
	{
		pattern: /^(?<head>switchport trunk allowed vlan )(?:add )?(?<values>(?:except )?\d[\d,\- ]*)$/,
		form: 'ranges',
		writing: 'keywords',
		source:
			'Cisco: the list is wrapped into lines with `add` that IOS and NX-OS write by themselves (ansible cisco.ios l2_interfaces)',
		matches: [
			'switchport trunk allowed vlan 1,10-20',
			'switchport trunk allowed vlan add 200-210',
			'switchport trunk allowed vlan except 1',
		],
		spares: ['switchport trunk allowed vlan none', 'switchport trunk native vlan 10'],
	},
	{
		pattern: /^(?<head>vlan )(?<values>\d[\d,\- ]*)$/,
		always: '1',
		form: 'ranges',
		writing: 'adds',
		source: 'VLANs without settings of their own are shown as one line of ranges (hier_config#264)',
		matches: ['vlan 10,20-25', 'vlan 10, 20', 'vlan 10'],
		spares: ['vlan internal order ascending range 1006 1199', 'vlan configuration 10'],
	},
	{
		pattern:
			/^(?<head>(?:no )?spanning-tree vlan )(?<values>\d[\d,-]*)(?<tail>|(?: priority \d+| hello-time \d+| forward-time \d+| max-age \d+))$/,
		form: 'ranges',
		writing: 'adds',
		source: 'the device groups the VLANs that have a setting in common (batfish grammar cisco_spanning_tree)',
		matches: ['spanning-tree vlan 1-100,200 priority 4096', 'no spanning-tree vlan 10,20'],
		spares: ['spanning-tree mode rapid-pvst', 'spanning-tree vlan 10 root primary diameter 5'],
	},
	{
		pattern: /^(?<head>spanning-tree mst )(?<values>\d[\d,-]*)(?<tail> priority \d+)$/,
		form: 'ranges',
		writing: 'adds',
		source: 'the device groups the instances that have a priority in common (ansible cisco.ios spanning_tree)',
		matches: ['spanning-tree mst 5,7-9 priority 4096', 'spanning-tree mst 0 priority 4096'],
		spares: ['spanning-tree mst max-hops 20', 'spanning-tree mst 1 root primary'],
	},
	{
		pattern: /^(?<head>instance \d+ vlan )(?<values>\d[\d,\- ]*)$/,
		within: [/^spanning-tree mst configuration$/],
		form: 'ranges',
		writing: 'adds',
		source: 'IEEE 802.1s: an instance is the set of its VLANs; IOS puts a blank behind every comma, NX-OS none',
		matches: ['instance 1 vlan 10, 20-25', 'instance 2 vlan 30'],
		spares: ['instance 1 priority 4096'],
	},
];

/** VLANs in which DHCP and ARP are looked at. */
export const protectedVlans: ListRule = {
	pattern: /^(?<head>(?:no )?ip (?:dhcp snooping|arp inspection) vlan )(?<values>\d[\d,-]*)$/,
	form: 'ranges',
	writing: 'adds',
	source: 'the command adds to the list, which is shown as ranges (from knowledge)',
	matches: ['ip dhcp snooping vlan 10,20-25', 'ip arp inspection vlan 10'],
	spares: ['ip dhcp snooping vlan 10 information option format-type circuit-id string a', 'ip dhcp snooping'],
};

const vlanNumbers = String.raw`(?<values>\d[\d ]*(?: to \d[\d ]*)*)`;

/** VRP and Comware write `10 20 to 30`, and wrap after ten entries. */
export const vrpLikeVlanLists: readonly ListRule[] = [
	{
		pattern: new RegExp(`^(?<head>(?:undo )?vlan (?:batch )?)${vlanNumbers}$`),
		always: '1',
		form: 'ranges-to',
		writing: 'adds',
		source: 'display current-configuration breaks the list into lines of ten entries (netbox-config-diff#83)',
		matches: ['vlan batch 10 20 to 30', 'vlan 10 to 20', 'vlan 10'],
		spares: ['vlan batch', 'vlan all'],
	},
	{
		pattern: new RegExp(`^(?<head>port trunk (?:allow-pass|permit) vlan )${vlanNumbers}$`),
		always: '1',
		form: 'ranges-to',
		writing: 'adds',
		source:
			'wrapped like `vlan batch` (netbox-config-diff#83); VLAN 1 is carried until `undo … vlan 1` is shown, and Comware lists it (outputs of devices)',
		matches: ['port trunk allow-pass vlan 10 20 to 30 40', 'port trunk permit vlan 1 10'],
		spares: ['port trunk permit vlan all', 'undo port trunk permit vlan 1'],
	},
	{
		pattern: new RegExp(
			`^(?<head>(?:undo port trunk (?:allow-pass|permit) vlan|(?:undo )?(?:port hybrid (?:tagged|untagged) vlan|port hybrid vlan)) )${vlanNumbers}(?<tail>| tagged| untagged)$`,
		),
		form: 'ranges-to',
		writing: 'adds',
		source: 'wrapped like `vlan batch` (netbox-config-diff#83)',
		matches: ['port hybrid vlan 5 tagged', 'undo port trunk permit vlan 1'],
		spares: ['port trunk permit vlan all', 'port trunk pvid vlan 10'],
	},
	{
		pattern: new RegExp(`^(?<head>instance \\d+ vlan )${vlanNumbers}$`),
		within: [/^stp region-configuration$/],
		form: 'ranges-to',
		writing: 'adds',
		source: 'IEEE 802.1s: an instance is the set of its VLANs',
		matches: ['instance 1 vlan 10 20 to 30'],
		spares: ['instance 1 root primary'],
	},
];
