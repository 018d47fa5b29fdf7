import { INPUTS } from '../../src/settings/action/inputs.ts';
import { OUTPUTS } from '../../src/settings/action/outputs.ts';
import { code, markdownTable, prose } from './markdown-table.ts';

/** The inputs of the Action. */
export function inputsTable(): string {
	const rows = Object.entries(INPUTS).map(([name, { description, default: value }]) => [
		code(name),
		code(value),
		prose(description),
	]);
	return markdownTable(['Input', 'Default', 'Meaning'], rows);
}

/** The outputs of the Action. */
export function outputsTable(): string {
	return markdownTable(
		['Output', 'Meaning'],
		Object.entries(OUTPUTS).map(([name, description]) => [code(name), prose(description)]),
	);
}
