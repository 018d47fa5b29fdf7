import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { testAuthority } from '../rest/rest-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Row, rowsOf } from './troubles.ts';
import { type FaultyDevice, WAYS, type Way } from './ways.ts';

/** Of a device that only time ends. */
const SHORT = { connect: '3s', command: '3s', device: '4s' };
/** Of every other: on a busy machine one process that is all these servers and the client is slow. */
const LONG = { connect: '60s', command: '60s', device: '60s' };

/** A device of the matrix: one trouble on one way. */
export interface Cell {
	readonly device: string;
	readonly way: Way;
	readonly row: Row;
}

export const CELLS: readonly Cell[] = WAYS.flatMap((way) =>
	rowsOf(way).map((row, at) => ({ device: `${way.name}-${String(at).padStart(2, '0')}`, way, row })),
);

/** Two of each way that nothing is wrong with. */
export const HEALTHY: readonly Omit<Cell, 'row'>[] = WAYS.flatMap((way) =>
	['a', 'b'].map((letter) => ({ device: `${way.name}-healthy-${letter}`, way })),
);

/** What only time ends. */
export const SLOW: ReadonlySet<string> = new Set(
	CELLS.filter(({ row }) => row.comesTo.includes('timed-out')).map(({ device }) => device),
);

/**
 * A repository with a fleet of all of them: in `impatient.yml` the slow ones have little time, in `patient.yml` nobody is
 * hurried.
 */
export interface FaultyFleet extends AsyncDisposable {
	readonly folder: string;
	/** Names of devices to which connections are open now. */
	open(): readonly string[];
}

/** Starts a server for every device and writes their fleet.yml and intended configs. */
export async function startFaultyFleet(): Promise<FaultyFleet> {
	await using starting = new AsyncDisposableStack();
	const folder = starting.use(await temporaryFolder('faults-')).path;
	const servers = new Map<string, FaultyDevice>();
	for (const { device, way } of HEALTHY) servers.set(device, starting.use(await way.start(device, {})));
	for (const { device, way, row } of CELLS) servers.set(device, starting.use(await way.start(device, row.trouble)));
	const devices = [...CELLS, ...HEALTHY].map(({ device, way: { platform, transport } }) => {
		const server = servers.get(device);
		const pin = server?.hostKey === null ? {} : { 'host-key': server?.hostKey };
		return [device, { host: '127.0.0.1', port: server?.port, platform, transport, ...pin }] as const;
	});
	const impatient = devices.map(([name, device]) => [name, SLOW.has(name) ? { ...device, timeouts: SHORT } : device]);
	await writeFile(join(folder, 'ca.pem'), testAuthority);
	await writeFile(join(folder, 'patient.yml'), fleetOf(Object.fromEntries(devices)));
	await writeFile(join(folder, 'impatient.yml'), fleetOf(Object.fromEntries(impatient)));
	for (const { device, way } of [...CELLS, ...HEALTHY]) {
		await writeFile(join(folder, `${device}.cfg`), way.config(device));
	}
	const started = starting.move();
	return {
		folder,
		open: () => [...servers].flatMap(([name, server]) => (server.open === 0 ? [] : [name])),
		[Symbol.asyncDispose]: () => started.disposeAsync(),
	};
}

function fleetOf(devices: Readonly<Record<string, unknown>>): string {
	return stringify({
		version: 1,
		intended: '{device}.cfg',
		defaults: { credentials: 'lab', 'ca-file': 'ca.pem', timeouts: LONG },
		credentials: { lab: { username: 'auditor', password: `\${PASSWORD}` } },
		concurrency: { fleet: 200 },
		devices,
	});
}
