import type { AlgorithmList } from 'ssh2';
import { describe, expect, it } from 'vitest';
import { algorithmsToOffer } from '../../../src/adapters/ssh-connection/ssh-algorithms.ts';
import { platformFacts } from '../../../src/composition/platform-facts.ts';
import {
	fleetStateSchema,
	latestSchema,
	summarySchema,
} from '../../../src/infrastructure/results-branch/history-schema.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { findFiles, readFile } from '../../support/docs/documents.ts';

/** Rows of the tables of one section, as their cells. */
function rowsOf(path: string, heading: string): readonly (readonly string[])[] {
	const section = readFile(path).split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
	return section
		.split('\n')
		.filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
		.map((line) => line.slice(2, -2).split(' | '));
}

const codesIn = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** What comes on top of ssh2's own list, or instead of it. */
function offered(list: AlgorithmList<string> | undefined): readonly string[] {
	if (list === undefined || Array.isArray(list)) return list ?? [];
	return [list.append].flat();
}

describe('tables of the documents that are written by hand', () => {
	it('name what ssh-algorithms: legacy adds', () => {
		const told = rowsOf('docs/fleet.md', 'Old devices').map(([, cell]) => codesIn(cell));
		const trust = {
			setting: 'devices.edge-01',
			endpoint: { host: '192.0.2.1', port: 22 },
			pin: null,
			knownHosts: null,
			acceptNew: false,
		};
		const modern = algorithmsToOffer('modern', trust);
		const legacy = algorithmsToOffer('legacy', trust);
		const added = (['kex', 'serverHostKey', 'cipher', 'hmac'] as const).map((list) => {
			const there = offered(modern[list]);
			return offered(legacy[list]).filter((name) => !there.includes(name));
		});

		expect(told.filter((codes) => codes.length > 0)).toEqual(added);
	});

	it('name every platform that has NETCONF or REST, with its format', () => {
		const told = rowsOf('docs/fleet.md', 'NETCONF and REST')
			.slice(1)
			.flatMap(([names, transport, format]) => codesIn(names).map((name) => `${name} ${transport} ${format}`));
		const there = platformFacts(platforms).flatMap(({ name, transports }) =>
			transports
				.filter(({ transport }) => transport !== 'ssh')
				.map(({ transport, format }) => `${name} ${transport} ${format === 'text' ? 'command line' : format}`),
		);

		expect(told.toSorted()).toEqual(there.toSorted());
	});

	it('name every variable of the environment that the command line reads', () => {
		const sources = findFiles('src/{cli.ts,commands/**/*.ts,composition/examine-github.ts}').map(readFile).join('\n');
		const read = [...sources.matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map(([, name = '']) => name);
		const told = rowsOf('docs/cli.md', 'Environment').flatMap(([names]) => codesIn(names));

		expect([...new Set(read)].filter((name) => !told.includes(name))).toEqual([]);
	});

	it('tell the schema versions of the results branch', () => {
		const told = Object.fromEntries(
			rowsOf('docs/history.md', 'What lies on the branch').map(([path = '', what = '']) => [
				codesIn(path)[0],
				Number(/Schema version (\d+)/.exec(what)?.[1] ?? 1),
			]),
		);

		for (const [path, schema] of [
			['data/latest.json', latestSchema],
			['data/fleet.json', fleetStateSchema],
			['data/runs/2026-11.ndjson', summarySchema],
		] as const) {
			const version = told[path];
			const faults = (schemaVersion: unknown) =>
				schema.safeParse({ schemaVersion }).error?.issues.filter(({ path: [key] }) => key === 'schemaVersion');

			expect(faults(version), path).toEqual([]);
			expect(faults(Number(version) + 1), path).toHaveLength(1);
		}
	});
});
