/** A process of its own for a device that sends far too much. Counts what is taken of it; ends with the one that forked it. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { WAYS } from '../../tests/support/faults/ways.ts';
import { testAuthority } from '../../tests/support/rest/rest-server.ts';
import { FLOODS, troubleOf } from './floods.ts';

/** Where it listens. */
export interface FloodingDevice {
	readonly port: number;
	readonly hostKey: string | null;
	/** Who vouches for its certificate, in PEM. */
	readonly authority: string;
}

/** The answer to any message. */
export interface TakenBytes {
	readonly taken: number;
}

const way = WAYS.find(({ name }) => name === process.argv[2]);
if (way === undefined) throw new Error(`there is no way called ${process.argv[2]}`);
const flood = FLOODS.find((name) => name === process.argv[3]);
if (flood === undefined) throw new Error(`there is no flood called ${process.argv[3]}`);
await using device = await way.start('device', troubleOf(flood, way));

let taken = 0;
// Counted on the line: what is held in a buffer of the device was not taken.
const line = createServer((client) => {
	const server = connect(device.port, '127.0.0.1');
	server.on('data', (chunk) => {
		taken += chunk.length;
	});
	server.pipe(client).pipe(server);
	client.on('error', () => {}).once('close', () => server.destroy());
	server.on('error', () => {}).once('close', () => client.destroy());
}).listen(0, '127.0.0.1');
await once(line, 'listening');

const { port } = line.address() as AddressInfo;
const listening: FloodingDevice = { port, hostKey: device.hostKey, authority: testAuthority };
process.send?.(listening);
process.on('message', () => {
	const answer: TakenBytes = { taken };
	process.send?.(answer);
	taken = 0;
});
process.once('disconnect', () => process.exit(0));
await once(process, 'disconnect');
