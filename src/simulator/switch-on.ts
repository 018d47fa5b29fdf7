import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import ssh2, { type Connection, type Server } from 'ssh2';
import { authenticate } from './authenticate.ts';
import { breakOffOf } from './break-off.ts';
import { delayInput } from './delay-input.ts';
import { createDeviceClock } from './device-clock.ts';
import { faultyLine } from './faults/faulty-line.ts';
import type { LiveDevice } from './live-device.ts';
import type { Personality } from './personality.ts';
import { refusePort } from './refused-port.ts';
import { serveExec } from './serve-exec.ts';
import { serveShell } from './serve-shell.ts';
import type { SessionLog } from './session-counters.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { hostKeyOf } from './simulated-keys.ts';

/** A device that listens, or refuses, on its port. */
export interface SwitchedOn {
	readonly port: number;
	close(): Promise<void>;
}

/** Where a device listens, and how it behaves. */
export interface SwitchOnOptions {
	readonly host: string;
	/** 0: any free one. */
	readonly port: number;
	readonly personality: Personality;
	readonly log: SessionLog;
}

/** Lets a device listen on a port of the loopback, or refuse there, as its fault has it. */
export async function switchOn(
	device: SimulatedDevice,
	{ host, port, personality, log }: SwitchOnOptions,
): Promise<SwitchedOn> {
	if (device.fault === 'unreachable') return refusePort(host, port);

	const off = new AbortController();
	const clock = createDeviceClock({ jumps: device.fault === 'clock-jumps' });
	const live: LiveDevice = { device, personality, clock, log, signal: off.signal };
	const sockets = new Set<Socket>();
	let ssh: Server | undefined;
	const listener = createServer({ noDelay: true }, (socket) => {
		log.connections += 1;
		log.open += 1;
		sockets.add(socket);
		socket.once('close', () => {
			sockets.delete(socket);
			log.open -= 1;
		});
		// A client that goes away rudely is no fault of the device.
		socket.on('error', () => {});
		if (device.fault === 'silent') {
			// It takes what is sent, or it would never hear that the client has left.
			socket.resume();
			return;
		}
		if (device.fault === 'resets-once' && log.connections === 1) {
			socket.resetAndDestroy();
			return;
		}
		// The first caller pays for the key: a large fleet starts at once.
		ssh ??= createSshServer(live);
		// ssh2 only uses what a socket has in common with any stream.
		ssh.injectSocket(lineTo(socket, device) as Socket);
	});
	listener.listen(port, host);
	await once(listener, 'listening');

	return {
		port: (listener.address() as AddressInfo).port,
		async close() {
			off.abort();
			listener.close();
			for (const socket of sockets) socket.destroy();
			await once(listener, 'close');
		},
	};
}

/** What stands between the device's end of a connection and the client. */
function lineTo(socket: Socket, { latencyMs, lineFault }: SimulatedDevice): Duplex {
	if (lineFault !== undefined) return faultyLine(socket, lineFault);
	return latencyMs > 0 ? delayInput(socket, latencyMs) : socket;
}

function createSshServer(live: LiveDevice): Server {
	const { device, personality } = live;
	const keyName = device.fault === 'wrong-host-key' ? `${device.name} after its replacement` : device.name;
	return new ssh2.Server(
		{
			hostKeys: [hostKeyOf(keyName).privateKey],
			ident: personality.ident,
			// ssh2 throws, past every handler, when a client that compresses breaks off.
			algorithms: { compress: ['none'] },
			...(device.banner === undefined ? {} : { banner: device.banner }),
		},
		(connection) => serveConnection(live, connection),
	);
}

function serveConnection(live: LiveDevice, connection: Connection): void {
	const breakOff = breakOffOf(connection);
	connection.once('handshake', () => {
		live.log.handshakes += 1;
	});
	connection.on('error', () => {
		// Clients that break off are seen by their own tests; the device waits for the next.
	});
	connection.on('authentication', (context) => authenticate(live, context));
	connection.on('session', (acceptSession) => {
		const session = acceptSession();
		session.on('pty', (accept) => accept?.());
		session.on('window-change', (accept) => accept?.());
		session.on('shell', (accept) => run(live, serveShell(live, accept(), breakOff)));
		session.on('exec', (accept, reject, { command }) => {
			if (!live.personality.exec) return reject();
			run(live, serveExec(live, { channel: accept(), command, breakOff }));
		});
	});
}

function run({ signal }: LiveDevice, session: Promise<void>): void {
	session.catch((error: unknown) => {
		// Switched off in the middle of a command.
		if (!signal.aborted) throw error;
	});
}
