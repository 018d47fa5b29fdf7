import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { checkServerIdentity, connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import { bounded } from '../connection/bounded.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { tlsFailure } from './tls-failure.ts';

/** A stream to a server, and by what that is verified. */
export interface OpenTlsOptions {
	/** The server in messages: `192.0.2.1:443`. */
	readonly where: string;
	readonly host: string;
	/** A stream to the server, which may still be connecting. */
	readonly socket: Duplex;
	/** PEM text of the certificates to trust instead of the public ones; null: those that Node comes with. */
	readonly authority: string | null;
	/** Where the user would write a `ca-file`: `devices.edge-01`. */
	readonly setting: string;
	/** From now to the end of the handshake. */
	readonly timeoutMs: number;
	readonly signal: AbortSignal;
}

/**
 * Makes a TLS connection and verifies the server's certificate. There is no way around that; an environment variable such
 * as NODE_TLS_REJECT_UNAUTHORIZED does not change it. Throws a `ConnectionFailure`.
 */
export async function openTls(options: OpenTlsOptions): Promise<TLSSocket> {
	const { where, host, socket, authority, timeoutMs, signal } = options;
	let stage: 'connecting' | 'securing' = 'connecting';
	const secure = connect({
		socket,
		servername: isIP(host) === 0 ? host : '',
		...(authority === null ? {} : { ca: authority }),
		rejectUnauthorized: true,
		ALPNProtocols: ['http/1.1'],
		checkServerIdentity: (_name, certificate) =>
			isPinned(certificate, authority) ? undefined : checkServerIdentity(host, certificate),
	});
	const timedOut = (): Error => {
		const what = stage === 'connecting' ? 'did not answer' : 'took the connection but did not finish the TLS handshake';
		const message = `${where} ${what} within ${timeoutMs / 1000} s. Check that it is up, or raise timeouts.connect`;
		return new ConnectionFailure(stage === 'connecting' ? 'ERR_UNREACHABLE' : 'ERR_TIMEOUT', message);
	};
	// A socket that fails after this function has given up has nobody else to hear of it.
	for (const stream of [socket, secure]) stream.on('error', () => undefined);
	try {
		await bounded<void>({ signals: [signal], timeoutMs, timedOut }, ({ resolve, reject }) => {
			const failed = (cause: unknown): void => reject(tlsFailure(cause, { ...options, stage }));
			// What comes through a bastion is connected already.
			if ('connecting' in socket && socket.connecting === true) {
				socket.once('connect', () => {
					stage = 'securing';
				});
			} else {
				stage = 'securing';
			}
			secure.once('secureConnect', resolve);
			socket.once('error', failed);
			secure.once('error', failed);
			secure.once('close', () => failed(null));
		});
	} catch (error) {
		secure.destroy();
		socket.destroy();
		throw error;
	}
	return secure;
}

/**
 * A `ca-file` that holds just this server's own certificate pins it, as `host-key` pins an SSH key: then its names say
 * nothing more. Devices make certificates for themselves, with names that nobody chose.
 */
function isPinned({ raw }: PeerCertificate, authority: string | null): boolean {
	const certificates = authority?.match(/-----BEGIN CERTIFICATE-----[\w+/=\s]+-----END CERTIFICATE-----/g) ?? [];
	const [only] = certificates;
	return only !== undefined && certificates.length === 1 && new X509Certificate(only).raw.equals(raw);
}
