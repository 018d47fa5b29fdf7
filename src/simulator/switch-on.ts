import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import ssh2, { type Connection, type Server } from 'ssh2';
import { authenticate } from './authenticate.ts';
import type { LiveDevice } from './command-line.ts';
import { delayInput } from './delay-input.ts';
import { createDeviceClock } from './device-clock.ts';
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

export interface SwitchOnOptions {
	readonly host: string;
	/** 0: any free one. */
	readonly port: number;
	readonly personality: Personality;
	readonly log: SessionLog;
}

export async function switchOn(
	device: SimulatedDevice,
	{ host, port, personality, log }: SwitchOnOptions,
): Promise<SwitchedOn> {
	if (device.fault === 'unreachable') return refusePort(host, port);

	const off = new AbortController();
	const live: LiveDevice = { device, personality, clock: createDeviceClock(), log, signal: off.signal };
	const sockets = new Set<Socket>();
	let ssh: Server | undefined;
	const listener = createServer({ noDelay: true }, (socket) => {
		log.connections += 1;
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		// A client that goes away rudely is no fault of the device.
		socket.on('error', () => {});
		if (device.fault === 'silent') return;
		if (device.fault === 'resets-once' && log.connections === 1) {
			socket.resetAndDestroy();
			return;
		}
		// The first caller pays for the key: a large fleet starts at once.
		ssh ??= createSshServer(live);
		// ssh2 only uses what a socket has in common with any stream.
		ssh.injectSocket(device.latencyMs > 0 ? (delayInput(socket, device.latencyMs) as Socket) : socket);
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
	const drop = (): void => {
		connection.end();
	};
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
		session.on('shell', (accept) => run(live, serveShell(live, accept(), drop)));
		session.on('exec', (accept, reject, { command }) => {
			if (!live.personality.exec) return reject();
			run(live, serveExec(live, { channel: accept(), command, drop }));
		});
	});
}

function run({ signal }: LiveDevice, session: Promise<void>): void {
	session.catch((error: unknown) => {
		// Switched off in the middle of a command.
		if (!signal.aborted) throw error;
	});
}
