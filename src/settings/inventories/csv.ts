import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { flatMapInSteps } from '../../domain/steps.ts';
import type { Problem } from '../../errors.ts';
import { stepByStep } from '../step-by-step.ts';
import { asSetting } from './as-setting.ts';
import { type Column, columnFindings, columnOf } from './csv-columns.ts';
import { INVENTORY_SETTINGS, type InventoryHost, type InventoryKind, unread } from './inventory-kind.ts';
import { missingFile } from './missing-file.ts';

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
		const problems = columnFindings({ columns, titles });
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
				return [[key, { value: asSetting(key, key === 'host' ? bareAddress(field) : field), place }] as const];
			});
			return { name: fieldOf('name'), place, settings: Object.fromEntries(settings) };
		};
		const hosts = await stepByStep(flatMapInSteps(records, (row) => [hostOf(row)]));
		return { hosts, problems: [], warnings: [] };
	},
};

/** NetBox and others export an address with the length of its prefix. */
function bareAddress(host: string): string {
	const [, address = host] = /^(.+)\/\d{1,3}$/.exec(host) ?? [];
	return isIP(address) === 0 ? host : address;
}

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
