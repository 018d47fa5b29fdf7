import { delimitedLines } from './delimited-lines.ts';
import type { InventoryHost, InventoryKind } from './inventory-kind.ts';
import { missingFile } from './missing-file.ts';

/** What rancid.types.base calls systems that have another name here. */
const PLATFORM_NAMES = {
	bigip: 'f5_tmsh',
	'cisco-nx': 'cisco_nxos',
	'cisco-xr': 'cisco_xr',
	cisco: 'cisco_ios',
	edgerouter: 'ubiquiti_edgeos',
	edgemax: 'ubiquiti_edgeos',
	fortigate: 'fortinet',
	'fortigate-full': 'fortinet',
	hp: 'hp_procurve',
	'juniper-srx': 'juniper_junos',
	paloalto: 'paloalto_panos',
	'sros-md': 'nokia_srosmd',
} as const;

/** RANCID's router.db: `name;type;state`, with `:` before version 3. Only devices that are `up` are taken, as RANCID does. */
export const rancid: InventoryKind = {
	name: 'rancid',
	required: ['file'],
	optional: ['delimiter'],
	platformNames: PLATFORM_NAMES,
	async read({ file: path = '', delimiter }, world) {
		const { file, text } = await world.read(path);
		if (text === null) return { hosts: [], problems: [missingFile(file)], warnings: [] };
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
