/** A process of its own for a device whose answer has no end. Counts what is taken of it; ends with the one that forked it. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { answerEndlessly } from '../../tests/support/faults/answer-endlessly.ts';
import { type Trouble, WAYS } from '../../tests/support/faults/ways.ts';
import { testAuthority } from '../../tests/support/rest/rest-server.ts';

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

const LINE = `${'flood '.repeat(1_365)}!\n`;

const way = WAYS.find(({ name }) => name === process.argv[2]);
if (way === undefined) throw new Error(`there is no way called ${process.argv[2]}`);
const trouble: Trouble = {
	session: 'floods',
	// A chunk of RFC 6242.
	netconf: () => ({ endless: `\n#${LINE.length}\n${LINE}` }),
	rest: (response) => answerEndlessly(response, LINE),
};
await using device = await way.start('device', trouble);

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
