import type { Connection } from '../../use-cases/ports.ts';
import { dial } from '../connection/dial.ts';
import { type Endpoint, formatEndpoint } from '../connection/endpoint.ts';
import type { Bastions, Tunnel } from './bastions.ts';
import { connect } from './connect.ts';
import type { KnownHosts } from './host-keys.ts';
import { onceMoreAfterReset } from './once-more.ts';
import type { SshSession } from './ssh-session.ts';

/** A login on a device, with the way to it. */
export interface DeviceSession extends AsyncDisposable {
	readonly session: SshSession;
	/** 1, and 1 more when the bastion's connection was opened for it. */
	readonly handshakes: number;
}

export interface DeviceSessionOptions {
	readonly device: string;
	readonly endpoint: Endpoint;
	readonly connection: Connection;
	readonly knownHosts: KnownHosts | null;
	readonly bastions: Bastions;
	/** Tears the session down at once, whenever it is aborted. */
	readonly signal: AbortSignal;
}

/** Logs in to a device, through its bastion where it has one. */
export async function openDeviceSession(options: DeviceSessionOptions): Promise<DeviceSession> {
	const { endpoint, connection, bastions, signal } = options;
	const { bastion, timeouts } = connection;
	let bastionHandshakes = 0;

	return onceMoreAfterReset(async () => {
		if (bastion === null) return login(options, null);
		const tunnel = await bastions.open({ bastion, to: endpoint, timeoutMs: timeouts.connectMs, signal });
		bastionHandshakes += tunnel.handshakes;
		return login(options, { ...tunnel, handshakes: bastionHandshakes, [Symbol.dispose]: tunnel[Symbol.dispose] });
	}, signal);
}

async function login(options: DeviceSessionOptions, tunnel: Tunnel | null): Promise<DeviceSession> {
	const { device, endpoint, connection, knownHosts, signal } = options;
	const { credentials, hostKey, sshAlgorithms, timeouts } = connection;
	try {
		const session = await connect({
			where: formatEndpoint(endpoint),
			socket: tunnel?.socket ?? dial(endpoint),
			trust: { setting: `devices.${device}`, endpoint, pin: hostKey, knownHosts },
			credentials,
			algorithms: sshAlgorithms,
			timeoutMs: timeouts.connectMs,
			signal,
		});
		signal.addEventListener('abort', () => session.destroy(signal.reason), { once: true });
		return {
			session,
			handshakes: 1 + (tunnel?.handshakes ?? 0),
			[Symbol.asyncDispose]: async () => {
				await session[Symbol.asyncDispose]();
				tunnel?.[Symbol.dispose]();
			},
		};
	} catch (error) {
		tunnel?.[Symbol.dispose]();
		throw error;
	}
}
