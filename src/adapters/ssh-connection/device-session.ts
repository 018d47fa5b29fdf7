import { dial } from '../connection/dial.ts';
import { formatEndpoint } from '../connection/endpoint.ts';
import type { LoginFuse } from '../connection/login-fuse.ts';
import type { Visit } from '../connection/network-device-adapter.ts';
import type { Phase } from '../connection/phase.ts';
import type { Bastions, Tunnel } from './bastions.ts';
import { type Connected, connect } from './connect.ts';
import type { KnownHosts } from './host-keys.ts';
import { retryTransient } from './retry-transient.ts';
import { SshFailure } from './ssh-failure.ts';
import type { SshSession } from './ssh-session.ts';

/** A login on a device, with the way to it. */
export interface DeviceSession {
	readonly session: SshSession;
	/** What is left of the phase that ends where the first command can be sent. */
	readonly auth: Phase;
	/**
	 * Handshakes: 1, and 1 more for each bastion whose connection was opened for it. Resets: connections that ended before
	 * anything was negotiated; left out where there were none.
	 */
	readonly took: { readonly handshakes: number; readonly resets?: number };
}

/** How devices are logged in to over SSH, whichever protocol is spoken then. */
export interface SshAccess {
	/** Null: only pinned host keys are trusted. */
	readonly knownHosts: KnownHosts | null;
	/** Shared by adapters; whoever made them closes them. */
	readonly bastions: Bastions;
	/** Numbers in [0, 1), for pauses that should not fall together. */
	readonly random: () => number;
	/** Shared by adapters. Left out: every device is asked, whatever the others say. */
	readonly logins?: LoginFuse;
}

type DeviceSessionOptions = Visit & SshAccess;

/**
 * Logs in to a device, through its bastions where it has some, and has the session used. When a bastion drops its connection
 * meanwhile, all of it is done once more: the device has refused nothing, and what was read of it is forgotten.
 */
export async function withDeviceSession<T>(
	options: DeviceSessionOptions,
	use: (opened: DeviceSession) => Promise<T>,
): Promise<T> {
	const { connection, signal } = options;
	let handshakes = 0;
	let resets = 0;
	for (let attempt = 1; ; attempt += 1) {
		await using opened = await open(options);
		handshakes += opened.took.handshakes;
		resets += opened.took.resets ?? 0;
		try {
			return await use({ session: opened.session, auth: opened.auth, took: tookOf(handshakes, resets) });
		} catch (error) {
			if (signal.aborted || opened.tunnel === null || !opened.tunnel.lost.aborted) throw error;
			if (attempt === 1) continue;
			const message = `bastion ${connection.bastion?.name} dropped its connection twice before the config was complete. Check its log`;
			throw new SshFailure('ERR_INCOMPLETE', message, { cause: error });
		}
	}
}

interface OpenedSession extends DeviceSession, AsyncDisposable {
	readonly tunnel: Tunnel | null;
}

async function open(options: DeviceSessionOptions): Promise<OpenedSession> {
	const { endpoint, connection, bastions, random, signal } = options;
	const { bastion, timeouts } = connection;
	let handshakes = 1;
	let attempts = 0;

	return retryTransient(
		async () => {
			attempts += 1;
			const tunnel = bastion === null ? null : await bastions.open({ bastion, to: endpoint, timeouts, signal });
			handshakes += tunnel?.handshakes ?? 0;
			if (tunnel !== null) options.trace?.('bastion', `through ${bastion?.name}`);
			const { session, auth } = await login(options, tunnel);
			const took = tookOf(handshakes, attempts - 1);
			return { session, auth, tunnel, took, [Symbol.asyncDispose]: () => session[Symbol.asyncDispose]() };
		},
		{ random, signal },
	);
}

function tookOf(handshakes: number, resets: number): DeviceSession['took'] {
	return resets === 0 ? { handshakes } : { handshakes, resets };
}

async function login(options: DeviceSessionOptions, tunnel: Tunnel | null): Promise<Connected> {
	const { device, endpoint, connection, knownHosts, signal, trace, logins } = options;
	const { credentials, hostKey, acceptNewHostKey: acceptNew, sshAlgorithms, timeouts } = connection;
	const connected = await connect({
		where: formatEndpoint(endpoint),
		socket: tunnel?.socket ?? dial(endpoint, trace),
		trust: { setting: `devices.${device.name}`, endpoint, pin: hostKey, knownHosts, acceptNew },
		credentials,
		algorithms: sshAlgorithms,
		timeouts,
		signal,
		trace,
		logins,
	});
	signal.addEventListener('abort', () => connected.session.destroy(signal.reason), { once: true });
	return connected;
}
