import type { Problem } from '../../errors.ts';
import { asSetting } from './as-setting.ts';
import { type DelimitedLine, delimitedLines } from './delimited-lines.ts';
import {
	INVENTORY_SETTINGS,
	type InventoryEntry,
	type InventoryHost,
	type InventoryKind,
	type InventorySetting,
	unread,
} from './inventory-kind.ts';
import { missingFile } from './missing-file.ts';

/** The map of Oxidized's own example (docs/Sources.md, "CSV"): name and model. */
const DEFAULT_COLUMNS: InventoryEntry['columns'] = { name: 0, platform: 1 };

/** Oxidized's router.db. `columns` says what its `map` says, counted from 0 like there: `ip` is host, `model` is platform. */
export const oxidized: InventoryKind = {
	name: 'oxidized',
	required: ['file'],
	optional: ['delimiter', 'columns', 'unread-columns'],
	isCounted: true,
	async read({ file: path = '', delimiter = ':', columns = DEFAULT_COLUMNS, 'unread-columns': others = [] }, world) {
		const { file, text } = await world.read(path);
		if (text === null) return unread(missingFile(file));
		const lines = delimitedLines(text, delimiter);
		const otherwise = otherDelimiter(lines, { file, delimiter });
		if (otherwise !== null) return unread(otherwise);
		const unnamed = columns === DEFAULT_COLUMNS ? null : unnamedColumns(lines, [...Object.values(columns), ...others]);
		if (unnamed !== null) return unread({ file, ...unnamed });
		const hosts = lines.map(({ number, fields }): InventoryHost => {
			const fieldOf = (key: InventorySetting | 'name') => {
				const field = fields[Number(columns[key])];
				return field === undefined || field.text === '' ? undefined : field;
			};
			const name = fieldOf('name');
			const settings = INVENTORY_SETTINGS.flatMap((key) => {
				// Without an address of its own a device is reached by its name.
				const field = fieldOf(key) ?? (key === 'host' ? name : undefined);
				if (field === undefined) return [];
				return [
					[key, { value: asSetting(key, field.text), place: { file, line: number, column: field.column } }] as const,
				];
			});
			return {
				name: name?.text ?? '',
				place: { file, line: number, column: name?.column ?? 1 },
				settings: Object.fromEntries(settings),
			};
		});
		return { hosts, problems: [], warnings: [] };
	},
};

/**
 * Columns of which nobody said what they are. Passwords are in one of them most often, and one that was counted wrongly would
 * be shown as a name or a site: where all are named no other can be meant.
 */
function unnamedColumns(
	lines: readonly DelimitedLine[],
	named: readonly (string | number | undefined)[],
): Omit<Problem, 'file'> | null {
	const known = new Set(named.map(Number));
	const width = lines.reduce((widest, { fields }) => Math.max(widest, fields.length), 0);
	const unnamed = Array.from({ length: width }, (_, index) => index).filter((index) => !known.has(index));
	const [first] = unnamed;
	if (first === undefined) return null;
	const line = lines.find(({ fields }) => fields.length > first);
	return {
		line: line?.number ?? null,
		column: line?.fields[first]?.column ?? null,
		message: `columns does not say what column ${first} is${unnamed.length === 1 ? '' : `, nor ${unnamed.length - 1} more`}`,
		fix: `Columns are counted from 0. Name it, or say that it is not read, as one of passwords is: unread-columns: [${unnamed.join(', ')}]`,
	};
}

/**
 * Lines that hold something, but not this delimiter. Nothing of them is quoted: Oxidized keeps passwords in such files.
 */
function otherDelimiter(
	lines: readonly DelimitedLine[],
	{ file, delimiter }: { readonly file: string; readonly delimiter: string },
): Problem | null {
	const whole = lines.filter(({ fields }) => fields.length === 1 && /[;,|:\s]/.test(fields[0]?.text ?? ''));
	const [first] = whole;
	if (first === undefined) return null;
	const others = [';', ':', ',', '|', '\t', ' '];
	const meant = others.find((other) => whole.every(({ fields }) => fields[0]?.text.includes(other))) ?? ';';
	return {
		file,
		line: first.number,
		column: 1,
		message: `there is no ${JSON.stringify(delimiter)} in this line${whole.length === 1 ? '' : ` and ${whole.length - 1} more`}`,
		fix: `Say what separates the fields, as Oxidized's own configuration does: delimiter: ${JSON.stringify(meant)}; and columns, where its map is not name and model`,
	};
}
