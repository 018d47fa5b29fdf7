import { didYouMean } from '../findings/closest.ts';
import { quote } from '../findings/path-label.ts';
import type { Finding } from '../findings/problem-list.ts';
import { INVENTORY_SETTINGS, type InventoryEntry, type InventorySetting } from './inventory-kind.ts';

/** What a column may hold. */
export type Column = InventorySetting | 'name';

/** The first line of a table, and which columns fleet.yml names. */
interface Table {
	readonly columns: NonNullable<InventoryEntry['columns']>;
	readonly titles: readonly string[];
}

/** Headings that exports of spreadsheets and inventories have, compared without case and punctuation. */
const HEADINGS: Readonly<Partial<Record<Column, readonly string[]>>> = {
	name: ['hostname', 'device', 'devicename', 'node', 'inventoryhostname'],
	host: ['ip', 'ipaddress', 'address', 'managementip', 'mgmtip', 'primaryip', 'fqdn'],
	platform: ['os', 'nos', 'networkos', 'devicetype', 'model', 'system'],
	site: ['location'],
	role: ['devicerole', 'function'],
	tags: ['tag', 'labels'],
	username: ['user', 'login'],
};

/** Where a field stands, counted from 0; -1: there is none. */
export function columnOf(key: Column, { columns, titles }: Table): number {
	const wanted = columns[key];
	if (typeof wanted === 'number') return wanted;
	const names = wanted === undefined ? [key, ...(HEADINGS[key] ?? [])] : [fold(wanted)];
	return titles.findIndex((title) => names.includes(fold(title)));
}

/** What keeps the columns of a table from being found. */
export function columnFindings(table: Table): readonly Finding[] {
	const lacking = [
		...namedColumns(table),
		...(table.columns.name === undefined && columnOf('name', table) < 0 ? [NO_NAME] : []),
	];
	return [
		...(lacking.length === 0 ? [] : (dividedOtherwise(table) ?? lacking)),
		...secretColumns(table),
		...(isWithoutHeading(table) ? [NO_HEADING] : []),
	];
}

/** Columns of fleet.yml that the table does not have. */
function namedColumns({ columns, titles }: Table): readonly Finding[] {
	return Object.values(columns).flatMap((wanted) =>
		typeof wanted !== 'string' || titles.some((title) => fold(title) === fold(wanted))
			? []
			: [
					{
						message: `there is no column ${quote(wanted)}`,
						// Without a heading that we know the first line may be a device, with its password.
						fix: titles.some(isHeading)
							? `${didYouMean(wanted, titles)}Columns: ${titles.map(quote).join(', ')}`
							: 'The first line has to hold the headings; none of the usual ones is in it',
					},
				],
	);
}

/** Headings of fields that nothing may be read from: what a setting holds is shown. */
const SECRET_HEADING = /pass(?:word|wd|phrase)?$|secret|token|community|privatekey|^enable$|^p(?:w|wd|sk)$/;

function secretColumns({ columns, titles }: Table): readonly Finding[] {
	return Object.entries(columns).flatMap(([key, wanted]) => {
		const title = typeof wanted === 'number' ? (titles[wanted] ?? '') : (wanted ?? '');
		if (!SECRET_HEADING.test(fold(title))) return [];
		return [
			{
				message: `columns.${key} is a column of secrets`,
				fix: 'Say which one it is; logins come from credentials. Take passwords out of this file',
			},
		];
	});
}

const KNOWN_HEADINGS: ReadonlySet<string> = new Set([
	'name',
	...INVENTORY_SETTINGS,
	...Object.values(HEADINGS).flatMap((headings) => headings ?? []),
]);

function isHeading(title: string): boolean {
	return KNOWN_HEADINGS.has(fold(title));
}

const NO_NAME: Finding = {
	message: 'no column holds the names of devices',
	fix: 'Give it the heading "name", or say which it is: columns: { name: HEADING }',
};

/** A spreadsheet writes semicolons where the comma is that of numbers: then no column is found, whichever is asked for. */
function dividedOtherwise({ titles }: Table): readonly Finding[] | null {
	const [only = '', ...others] = titles;
	const delimiter = others.length === 0 ? /[;|\t]/.exec(only)?.[0] : undefined;
	if (delimiter === undefined) return null;
	const fix = `Say what separates two fields, under this inventory: delimiter: ${JSON.stringify(delimiter)}`;
	return [{ message: 'the first line is a single field', fix }];
}

/** Numbers alone, and a first line that may as well be a device: then nothing says which column holds passwords. */
function isWithoutHeading({ columns, titles }: Table): boolean {
	const wanted = Object.values(columns);
	return wanted.length > 0 && wanted.every((one) => typeof one === 'number') && !titles.some(isHeading);
}

const NO_HEADING: Finding = {
	message: 'the first line holds no heading that says what a column is',
	fix: 'Write the headings into it, and name at least one of the columns by its own',
};

function fold(title: string): string {
	return title.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
