import type { Platform } from '../../src/domain/platform/platform.ts';
import { platformsIn } from '../../src/domain/platform/platform-registry.ts';
import { platforms } from '../../src/platforms/index.ts';
import { markdownTable } from './markdown-table.ts';

/** Lines that say what is so anyway, with the platforms that know them and where the fact comes from. */
export function defaultsTable(): string {
	return tableOf(['Line', 'Where', 'May be missing from', 'Platforms', 'Source'], ({ defaults = [] }) =>
		defaults.map(({ matches, within = [], leftOutBy, source }) => [
			matches.map((line) => `\`${line}\``).join(', '),
			within.length === 0 ? 'top level' : within.map(({ source: header }) => inWords(header)).join(' > '),
			leftOutBy ?? 'either',
			source,
		]),
	);
}

/** Ports that a device shows although nobody touched them. */
export function portsTable(): string {
	return tableOf(['For example', 'Its lines', 'Platforms', 'Source'], ({ ports = [] }) =>
		ports.map(({ matches, says = [], source }) => [
			matches.map((line) => `\`${line}\``).join(', '),
			says.length === 0 ? 'nothing' : says.map((line) => `\`${line}\``).join(', '),
			source,
		]),
	);
}

/** Lists that are compared as sets. */
export function listsTable(): string {
	return tableOf(['For example', 'Platforms', 'Source'], ({ lists = [] }) =>
		lists.map(({ matches, source }) => [matches.map((line) => `\`${line}\``).join(', '), source]),
	);
}

/** One row per fact; the platforms that share it stand in front of its source. */
function tableOf(headings: readonly string[], factsOf: (platform: Platform) => readonly (readonly string[])[]): string {
	const rows = new Map<string, { readonly cells: readonly string[]; readonly names: string[] }>();
	for (const platform of platformsIn(platforms)) {
		for (const cells of factsOf(platform)) {
			const key = JSON.stringify(cells);
			const row = rows.get(key) ?? { cells, names: [] };
			if (!row.names.includes(platform.name)) row.names.push(platform.name);
			rows.set(key, row);
		}
	}
	const written = [...rows.values()].map(({ cells, names }) => [
		...cells.slice(0, -1),
		names.map((name) => `\`${name}\``).join(', '),
		cells.at(-1) ?? '',
	]);
	return markdownTable([...headings], written);
}

/** `^interface \S` as people say it. */
function inWords(header: string): string {
	return `\`${header.replace(/^\^/, '').replace(/ ?(?:\\S)?$/, ' …')}\``;
}
