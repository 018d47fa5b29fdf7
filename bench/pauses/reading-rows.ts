import { readFleet } from '../../src/composition/fleet/read-fleet.ts';
import { keepHeapSmall } from '../../src/composition/run/keep-heap-small.ts';
import { systemClock } from '../../src/composition/system-clock.ts';
import type { NetBoxDevice } from '../../tests/support/inventory/netbox-server.ts';
import { distributionOf } from '../support/distribution.ts';
import type { ResultRow } from '../support/result-row.ts';
import { longestPiece } from './longest-piece.ts';
import { startNetBoxBeside } from './netbox-beside.ts';
import type { NetBoxAddress } from './netbox-thread.ts';

const DEVICES = 10_000;
const GOAL_MS = 50;

const TOKEN = '0123456789abcdef0123456789abcdef01234567';

interface BenchDevice {
	readonly name: string;
	readonly host: string;
	readonly site: string;
}

const devices: readonly BenchDevice[] = Array.from({ length: DEVICES }, (_, index) => ({
	name: `edge-${index}`,
	host: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
	site: `site-${index % 100}`,
}));

interface Source {
	readonly what: string;
	readonly files: Readonly<Record<string, string>>;
	/** null: it is known not to be reached, and docs/performance.md says why. */
	readonly goalMs: number | null;
}

/** How long others wait while a large fleet is read, checked and merged, before the first device is asked. */
export async function readingRows(repeats: number): Promise<readonly ResultRow[]> {
	keepHeapSmall();
	const rows: ResultRow[] = [];
	await using netbox = await startNetBoxBeside({ devices: devices.map(asInNetBox), authorization: `Token ${TOKEN}` });
	for (const { what, files, goalMs } of sources(netbox)) {
		const pieces: number[] = [];
		// The first time the compiler is part of it.
		for (let run = 0; run <= repeats; run += 1) {
			const { longestMs, result } = await longestPiece(() => read(files));
			if (result.fleet.devices.length !== DEVICES) throw new Error(`${what}: ${result.fleet.devices.length} devices`);
			if (run > 0) pieces.push(longestMs);
		}
		rows.push({
			what: `reading ${DEVICES.toLocaleString('en')} devices from ${what}`,
			unit: 'ms CPU',
			ours: distributionOf(pieces),
			beside: null,
			goal: goalMs === null ? null : { bound: goalMs, ratio: null },
		});
	}
	return rows;
}

function asInNetBox({ name, host, site }: BenchDevice): NetBoxDevice {
	return { name, address: `${host}/24`, platform: 'cisco-ios', site, role: 'edge' };
}

function read(files: Source['files']): ReturnType<typeof readFleet> {
	return readFleet({
		fleetFile: 'fleet.yml',
		trusted: {
			read: async (path) => files[path] ?? null,
			list: async () => [],
		},
		root: '.',
		select: '',
		source: { from: 'nowhere' },
		env: { NETBOX_TOKEN: TOKEN },
		clock: systemClock,
		signal: new AbortController().signal,
		registerSecrets: () => {},
	});
}

function sources(netbox: NetBoxAddress): readonly Source[] {
	const block = devices.map(({ name, host, site }) => `  ${name}:\n    host: ${host}\n    site: ${site}\n`).join('');
	const head = 'version: 1\nintended: intended/{device}.cfg\n';
	const defaults = 'defaults: { platform: cisco_ios }\n';
	const inventoried = (entry: string): string => `${head}${defaults}inventory:\n  - ${entry}\n`;
	const asJson = {
		version: 1,
		intended: 'intended/{device}.cfg',
		defaults: { platform: 'cisco_ios' },
		devices: Object.fromEntries(devices.map(({ name, ...settings }) => [name, settings])),
	};
	const csv = `name,host,site\n${devices.map(({ name, host, site }) => `${name},${host},${site}\n`).join('')}`;
	const ini = [...Map.groupBy(devices, ({ site }) => site)].map(
		([site, some]) => `[${site}]\n${some.map(({ name, host }) => `${name} ansible_host=${host}\n`).join('')}`,
	);
	const rancid = devices.map(({ name }) => `${name};cisco;up\n`).join('');
	return [
		{ what: 'fleet.yml', goalMs: GOAL_MS, files: { 'fleet.yml': `${head}${defaults}devices:\n${block}` } },
		{ what: 'fleet.yml as JSON', goalMs: GOAL_MS, files: { 'fleet.yml': JSON.stringify(asJson, null, 2) } },
		{
			what: 'fleet.yml with an anchor',
			goalMs: null,
			files: { 'fleet.yml': `${head}${defaults}devices:\n${block.replace('site: site-0', 'site: &first site-0')}` },
		},
		{
			what: 'CSV',
			goalMs: GOAL_MS,
			files: { 'fleet.yml': inventoried('{ from: csv, file: devices.csv }'), 'devices.csv': csv },
		},
		{
			what: 'RANCID',
			goalMs: GOAL_MS,
			files: { 'fleet.yml': inventoried('{ from: rancid, file: router.db }'), 'router.db': rancid },
		},
		{
			what: 'Ansible, INI',
			goalMs: GOAL_MS,
			files: { 'fleet.yml': inventoried('{ from: ansible, file: hosts.ini }'), 'hosts.ini': ini.join('') },
		},
		{
			what: 'NetBox',
			goalMs: GOAL_MS,
			files: {
				'fleet.yml': inventoried(
					`{ from: netbox, url: "https://127.0.0.1:${netbox.port}", token: "\${NETBOX_TOKEN}", ca-file: ca.pem }`,
				),
				'ca.pem': netbox.authority,
			},
		},
	];
}
