import { delimitedLines } from './delimited-lines.ts';
import {
	INVENTORY_SETTINGS,
	type InventoryEntry,
	type InventoryHost,
	type InventoryKind,
	type InventorySetting,
} from './inventory-kind.ts';
import { listed } from './listed.ts';
import { missingFile } from './missing-file.ts';

/** The map of Oxidized's own example (docs/Sources.md, "CSV"): name and model. */
const DEFAULT_COLUMNS: InventoryEntry['columns'] = { name: 0, platform: 1 };

/** Oxidized's router.db. `columns` says what its `map` says, counted from 0 like there: `ip` is host, `model` is platform. */
export const oxidized: InventoryKind = {
	name: 'oxidized',
	required: ['file'],
	optional: ['delimiter', 'columns'],
	async read({ file: path = '', delimiter = ':', columns = DEFAULT_COLUMNS }, world) {
		const { file, text } = await world.read(path);
		if (text === null) return { hosts: [], problems: [missingFile(file)], warnings: [] };
		const hosts = delimitedLines(text, delimiter).map(({ number, fields }): InventoryHost => {
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
					[key, { value: listed(key, field.text), place: { file, line: number, column: field.column } }] as const,
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
