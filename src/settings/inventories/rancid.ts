import { delimitedLines } from './delimited-lines.ts';
import { type InventoryHost, type InventoryKind, unread } from './inventory-kind.ts';
import { missingFile } from './missing-file.ts';

/**
 * What rancid.types.base (3.13 and its repository) calls systems that have another name here. `f5` is not among them: a
 * BIG-IP before tmsh.
 */
const PLATFORM_NAMES = {
	bigip: 'f5_tmsh',
	bigip13: 'f5_tmsh',
	cisco: 'cisco_ios',
	'cisco-exr': 'cisco_xr',
	'cisco-ncs': 'cisco_xe',
	'cisco-nx': 'cisco_nxos',
	'cisco-xr': 'cisco_xr',
	'cisco-xr7': 'cisco_xr',
	dnos10: 'dell_os10',
	edgemax: 'ubiquiti_edgeos',
	edgerouter: 'ubiquiti_edgeos',
	edgerouterbird: 'ubiquiti_edgeos',
	fortigate: 'fortinet',
	'fortigate-full': 'fortinet',
	hp: 'hp_procurve',
	'ios-exr': 'cisco_xr',
	'ios-nx': 'cisco_nxos',
	'ios-xr': 'cisco_xr',
	'ios-xr7': 'cisco_xr',
	'juniper-srx': 'juniper_junos',
	'junos-evo': 'juniper_junos',
	paloalto: 'paloalto_panos',
	paloaltoxml: 'paloalto_panos',
	'sros-md': 'nokia_srosmd',
	zebra: 'frr',
} as const;

/** RANCID's router.db: `name;type;state`, with `:` before version 3. Only devices that are `up` are taken, as RANCID does. */
export const rancid: InventoryKind = {
	name: 'rancid',
	required: ['file'],
	optional: ['delimiter'],
	platformNames: PLATFORM_NAMES,
	isCounted: true,
	async read({ file: path = '', delimiter }, world) {
		const { file, text } = await world.read(path);
		if (text === null) return unread(missingFile(file));
		const lines = delimitedLines(text, delimiter ?? (text.includes(';') ? ';' : ':'));
		const hosts = lines.flatMap(({ number, fields }): readonly InventoryHost[] => {
			const [name, type, state] = fields;
			if (name === undefined || state?.text.toLowerCase() !== 'up') return [];
			const at = (column: number) => ({ file, line: number, column });
			return [
				{
					name: name.text,
					place: at(name.column),
					settings: {
						host: { value: name.text, place: at(name.column) },
						...(type === undefined ? {} : { platform: { value: type.text, place: at(type.column) } }),
					},
				},
			];
		});
		return { hosts, problems: [], warnings: [] };
	},
};
