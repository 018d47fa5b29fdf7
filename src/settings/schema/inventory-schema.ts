import { z } from 'zod';
import { INVENTORY_KINDS } from '../inventories/all-kinds.ts';
import { INVENTORY_SETTINGS } from '../inventories/inventory-kind.ts';
import { caFile, inventoryUrl, matching, nonEmpty, platform, secretReference, wholeNumber } from './fleet-fields.ts';

const kinds = INVENTORY_KINDS.map((kind) => kind.name);
const inventoryPath = nonEmpty('Write a path relative to the folder of this file');
const COLUMN = 'Write the number of the column from 0, or its heading';
const column = z.union([nonEmpty(COLUMN), wholeNumber(0, 1000)], { error: COLUMN });
const filterValue = z.union([z.string(), z.number(), z.boolean()], {
	error: 'Write a text, a number, or a list of them',
});

/** One entry of `inventory`: a tool that keeps devices. */
export const inventory = z.strictObject({
	from: z.enum(kinds, { error: `Write one of ${kinds.join(', ')}` }).describe('Which tool keeps it.'),
	file: inventoryPath
		.optional()
		.describe(
			'Path, relative to the folder of this file: the hosts of Nornir, the inventory of Ansible, a router.db, a CSV file.',
		),
	'groups-file': inventoryPath.optional().describe('Nornir: the groups. Default: groups.yaml beside the hosts.'),
	'defaults-file': inventoryPath.optional().describe('Nornir: the defaults. Default: defaults.yaml beside the hosts.'),
	groups: z
		.array(nonEmpty('Write the name of a group'))
		.min(1, { error: 'Name at least one group, or leave the key out to take all hosts' })
		.optional()
		.describe('Nornir and Ansible: take only hosts of these groups, groups below them included.'),
	delimiter: matching(/^.{1,3}$/, 'Write what separates two fields, such as ";"')
		.optional()
		.describe('Between two fields. Default: "," in CSV, ":" for Oxidized, and what the file has for RANCID.'),
	columns: z
		.partialRecord(z.enum(['name', ...INVENTORY_SETTINGS]), column)
		.optional()
		.describe(
			'Oxidized: the number of each column, from 0, as in its `map`; default { name: 0, platform: 1 }. CSV: the heading of each.',
		),
	'unread-columns': z
		.array(column)
		.optional()
		.describe('Oxidized: numbers of the columns that `columns` does not name, such as that of passwords.'),
	url: inventoryUrl.optional().describe('NetBox: its address, with https.'),
	token: secretReference.optional().describe(`NetBox: reference to a token that may read, such as "\${NETBOX_TOKEN}".`),
	'ca-file': caFile
		.optional()
		.describe('NetBox: path of a PEM file with the certificates that TLS is verified by, instead of the public ones.'),
	filter: z
		.record(
			z.string(),
			z.union([filterValue, z.array(filterValue)], { error: 'Write a text, a number, or a list of them' }),
		)
		.optional()
		.describe(
			'NetBox: query of its device list, such as { site: [ams, fra], role: edge }. status is active unless it is named.',
		),
	'virtual-machines': z
		.boolean({ error: 'Write true or false' })
		.optional()
		.describe('NetBox: take virtual machines, too. Default false.'),
	platforms: z
		.record(z.string(), platform.nullable())
		.optional()
		.describe(
			'Names of the inventory that mean another platform, such as { ios-15: cisco_ios }; null leaves such hosts out.',
		),
});
