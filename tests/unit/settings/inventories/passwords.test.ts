import { describe, expect, it } from 'vitest';
import { INVENTORY_SETTINGS } from '../../../../src/settings/inventories/inventory-kind.ts';
import { fleetWith, loadWithFiles } from '../../../support/inventory/load-with-files.ts';

/** Passwords that could be names as well, a different one for every device. */
const PASSWORDS = ['hunter2', 'Winter-2026', 'edge.secret_1'];
const PLATFORMS = ['ios', 'eos', 'junos'];
const ROUTERS = PASSWORDS.map((password, at) =>
	[`edge-0${at}`, `192.0.2.${at}`, PLATFORMS[at], 'ams', 'edge', 'prod', 'anna', password].map(String),
);

/** Where each of them stands, by what fleet.yml calls it. */
const RIGHT = { name: 0, host: 1, platform: 2, site: 3, role: 4, tags: 5, username: 6 };
const PASSWORD_COLUMN = 7;

const MISTAKEN = ['name', ...INVENTORY_SETTINGS] as const;

/** Everything that is said or that other places show of a fleet. */
async function shownOf(entry: string, files: Readonly<Record<string, string>>): Promise<string> {
	const { fleet, problems, warnings } = await loadWithFiles(fleetWith(`[${entry}]`), files);
	// With a problem no device is asked, and nothing else is shown.
	const shown = problems.length > 0 ? problems : fleet.devices.map((device) => JSON.stringify(device));
	return [...shown, ...warnings].join('\n');
}

function expectNoPassword(shown: string): void {
	expect(PASSWORDS.filter((password) => shown.toLowerCase().includes(password.toLowerCase()))).toEqual([]);
	expect(shown).not.toBe('');
}

describe('the column of passwords of a router.db', () => {
	const table = { 'router.db': ROUTERS.map((fields) => `${fields.join(':')}\n`).join('') };

	it.each(MISTAKEN)('is not shown where it is taken for that of %s', async (key) => {
		const columns = JSON.stringify({ ...RIGHT, [key]: PASSWORD_COLUMN });

		expectNoPassword(await shownOf(`{ from: oxidized, file: router.db, columns: ${columns} }`, table));
	});

	it.each(['name', 'platform', 'port', 'credentials', 'bastion', 'groups', 'transport'])(
		'is not shown by a mistake of another field, where it is taken for that of %s and every column is named',
		async (key) => {
			const columns = JSON.stringify({ ...RIGHT, site: 0, platform: 1, [key]: PASSWORD_COLUMN });
			const entry = `{ from: oxidized, file: router.db, columns: ${columns}, unread-columns: [0, 1, 2, 3] }`;

			expectNoPassword(await shownOf(entry, table));
		},
	);

	it.each([0, 1, 2, 3, 4])('is not shown by a map that is left out, at place %i', async (place) => {
		const text = ROUTERS.map(
			(fields) =>
				`${fields
					.slice(0, 4)
					.toSpliced(place, 0, fields[4] ?? '')
					.join(':')}\n`,
		).join('');

		expectNoPassword(await shownOf('{ from: oxidized, file: router.db }', { 'router.db': text }));
	});

	it.each([0, 1, 2, 3])('is not shown by the reader for RANCID, at place %i', async (place) => {
		const text = PASSWORDS.map((password, at) => {
			const fields = [`edge-0${at}`, 'cisco', 'up'].toSpliced(place, 0, password);
			return `${fields.join(';')}\n`;
		}).join('');

		const { fleet, problems } = await loadWithFiles(fleetWith('[{ from: rancid, file: router.db }]'), {
			'router.db': text,
		});
		const shown = [...problems, ...fleet.devices.map((device) => JSON.stringify(device))].join('\n');
		expect(PASSWORDS.filter((password) => shown.includes(password))).toEqual([]);
	});

	it('is told of by its place where several devices share it and it is taken for that of names', async () => {
		const { problems } = await loadWithFiles(
			fleetWith('[{ from: oxidized, file: router.db, columns: { name: 2, platform: 1 }, unread-columns: [0] }]'),
			{ 'router.db': 'edge-01:ios:hunter2\nedge-02:ios:hunter2\n' },
		);

		expect(problems).toEqual([
			expect.stringMatching(/^router\.db:2:13: an earlier line has the same name\. Check that/),
		]);
	});

	it('has to be named, or be said not to be read', async () => {
		const entry =
			'{ from: oxidized, file: router.db, columns: { name: 0, host: 1, platform: 2, site: 3, role: 4, tags: 5 } }';
		const { problems } = await loadWithFiles(fleetWith(`[${entry}]`), table);
		const { fleet } = await loadWithFiles(fleetWith(`[${entry.replace(' }', ' }, unread-columns: [6, 7]')}]`), table);

		expect(problems).toEqual([
			'router.db:1:37: columns does not say what column 6 is, nor 1 more. Columns are counted from 0. Name it, or say that it is not read, as one of passwords is: unread-columns: [6, 7]',
		]);
		expect(fleet.devices.map(({ name }) => name)).toEqual(['edge-00', 'edge-01', 'edge-02']);
	});
});

describe('the column of passwords of a CSV file', () => {
	const rows = ROUTERS.map((fields) => `${fields.join(',')}\n`).join('');
	const tables = {
		'with headings': { 'd.csv': `name,host,platform,site,role,tags,username,password\n${rows}` },
		'without headings': { 'd.csv': rows },
	};

	it.each(Object.entries(tables).flatMap(([name, files]) => MISTAKEN.map((key) => ({ name, files, key }))))(
		'is not shown where it is taken for that of $key, $name',
		async ({ files, key }) => {
			for (const wanted of [PASSWORD_COLUMN, '"password"', '"Passwort"']) {
				const columns = Object.entries({ ...RIGHT, [key]: wanted }).map(([of, at]) => `${of}: ${at}`);

				expectNoPassword(await shownOf(`{ from: csv, file: d.csv, columns: { ${columns.join(', ')} } }`, files));
			}
		},
	);
});
