import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { flatMapInSteps } from '../../domain/steps.ts';
import type { Problem } from '../../errors.ts';
import { didYouMean } from '../findings/closest.ts';
import { inTurns } from '../findings/in-turns.ts';
import { quote } from '../findings/path-label.ts';
import type { Finding } from '../findings/problem-list.ts';
import {
	INVENTORY_SETTINGS,
	type InventoryEntry,
	type InventoryHost,
	type InventoryKind,
	type InventorySetting,
	unread,
} from './inventory-kind.ts';
import { listed } from './listed.ts';
import { missingFile } from './missing-file.ts';

type Column = InventorySetting | 'name';

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

/** A table with a heading (RFC 4180): the columns are found by their headings, or named by `columns`. */
export const csv: InventoryKind = {
	name: 'csv',
	required: ['file'],
	optional: ['delimiter', 'columns'],
	async read({ file: path = '', delimiter = ',', columns = {} }, world) {
		const { file, text } = await world.read(path);
		if (text === null) return unread(missingFile(file));
		const rows = await readRows(text, { file, delimiter });
		if ('message' in rows) return unread(rows);
		const [heading, ...records] = rows;
		const titles = heading?.fields ?? [];
		const problems = [
			...namedColumns(columns, titles),
			...secretColumns(columns, titles),
			...(columns.name === undefined && columnOf('name', { columns, titles }) < 0 ? [NO_NAME] : []),
			...(isWithoutHeading(columns, titles) ? [NO_HEADING] : []),
		];
		if (problems.length > 0) {
			return unread(...problems.map((finding) => ({ file, line: 1, column: 1, ...finding })));
		}
		const places = new Map(
			(['name', ...INVENTORY_SETTINGS] as const).map((key) => [key, columnOf(key, { columns, titles })]),
		);
		const hostOf = ({ line, fields }: Row): InventoryHost => {
			const place = { file, line, column: 1 };
			const fieldOf = (key: Column): string => fields[places.get(key) ?? -1]?.trim() ?? '';
			const settings = INVENTORY_SETTINGS.flatMap((key) => {
				const field = fieldOf(key) || (key === 'host' ? fieldOf('name') : '');
				if (field === '') return [];
				return [[key, { value: listed(key, key === 'host' ? bareAddress(field) : field), place }] as const];
			});
			return { name: fieldOf('name'), place, settings: Object.fromEntries(settings) };
		};
		const hosts = await inTurns(flatMapInSteps(records, (row) => [hostOf(row)]));
		return { hosts, problems: [], warnings: [] };
	},
};

/** NetBox and others export an address with the length of its prefix. */
function bareAddress(host: string): string {
	const [, address = host] = /^(.+)\/\d{1,3}$/.exec(host) ?? [];
	return isIP(address) === 0 ? host : address;
}

const NO_NAME: Finding = {
	message: 'no column holds the names of devices',
	fix: 'Give it the heading "name", or say which it is: columns: { name: HEADING }',
};

/** Numbers alone, and a first line that may as well be a device: then nothing says which column holds passwords. */
function isWithoutHeading(columns: NonNullable<InventoryEntry['columns']>, titles: readonly string[]): boolean {
	const wanted = Object.values(columns);
	return wanted.length > 0 && wanted.every((one) => typeof one === 'number') && !titles.some(isHeading);
}

const NO_HEADING: Finding = {
	message: 'the first line holds no heading that says what a column is',
	fix: 'Write the headings into it, and name at least one of the columns by its own',
};

interface Row {
	/** 1-based. */
	readonly line: number;
	readonly fields: readonly string[];
}

async function readRows(
	text: string,
	{ file, delimiter }: { readonly file: string; readonly delimiter: string },
): Promise<readonly Row[] | Problem> {
	try {
		const options = {
			delimiter,
			bom: true,
			info: true,
			skip_empty_lines: true,
			relax_column_count: true,
			comment: '#',
		};
		const parser = Readable.from(inTurnWithOthers(text)).pipe(parse({ ...options, comment_no_infix: true }));
		const rows: Row[] = [];
		for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
			rows.push({ line: info.lines, fields: record });
		}
		return rows;
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		// The library's message quotes the field.
		const line = typeof error.lines === 'number' ? error.lines : null;
		return { file, line, column: null, message: 'this is not CSV', fix: 'Close every quote, and double those inside' };
	}
}

/** As the library tells it. */
interface ParsedRow {
	readonly record: readonly string[];
	readonly info: { readonly lines: number };
}

/** A table in pieces of whole lines, with a turn of timers and sockets in front of each. */
async function* inTurnWithOthers(text: string): AsyncGenerator<string> {
	for (let start = 0; start < text.length; ) {
		await setImmediate();
		const end = text.indexOf('\n', start + PIECE_CHARACTERS) + 1;
		yield text.slice(start, end === 0 ? text.length : end);
		start = end === 0 ? text.length : end;
	}
}

/** Some hundreds of devices, which take some milliseconds. */
const PIECE_CHARACTERS = 32 * 1024;

/** Columns of fleet.yml that the table does not have. */
function namedColumns(
	columns: Readonly<Record<string, string | number | undefined>>,
	titles: readonly string[],
): readonly Finding[] {
	return Object.values(columns).flatMap((wanted) =>
		typeof wanted !== 'string' || titles.some((title) => fold(title) === fold(wanted))
			? []
			: [
					{
						message: `there is no column ${quote(wanted)}`,
						// Without a heading that we know the first line may be a device, with its password.
						fix: titles.some(isHeading)
							? `${didYouMean(wanted, titles)}Columns: ${titles.map(quote).join(', ')}`
							: 'The first line has to hold the headings; none of those that are usual stands in it',
					},
				],
	);
}

/** Headings of fields that nothing may be read from: what a setting holds is shown. */
const SECRET_HEADING = /pass(?:word|wd|phrase)?$|secret|token|community|privatekey|^enable$|^p(?:w|wd|sk)$/;

function secretColumns(
	columns: Readonly<Record<string, string | number | undefined>>,
	titles: readonly string[],
): readonly Finding[] {
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

/** Counted from 0; -1: there is none. */
function columnOf(
	key: Column,
	{
		columns,
		titles,
	}: {
		readonly columns: Readonly<Record<string, string | number | undefined>>;
		readonly titles: readonly string[];
	},
): number {
	const wanted = columns[key];
	if (typeof wanted === 'number') return wanted;
	const names = wanted === undefined ? [key, ...(HEADINGS[key] ?? [])] : [fold(wanted)];
	return titles.findIndex((title) => names.includes(fold(title)));
}

function fold(title: string): string {
	return title.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
