import type { Duplex } from 'node:stream';
import type { Bastion, Timeouts } from '../../domain/connection.ts';
import type { Trace } from '../../use-cases/ports.ts';
import { dial } from '../connection/dial.ts';
import { type Endpoint, formatEndpoint } from '../connection/endpoint.ts';
import type { Bastions } from '../ssh-connection/bastions.ts';
import { openTls } from './open-tls.ts';

/** Where the device is, the way there, and by what it is verified. */
export interface OpenConnectionOptions {
	readonly endpoint: Endpoint;
	/** null: the device is reached directly. */
	readonly bastion: Bastion | null;
	readonly bastions: Bastions;
	/** See `OpenTlsOptions`. */
	readonly authority: string | null;
	/** See `OpenTlsOptions`. */
	readonly setting: string;
	readonly timeouts: Timeouts;
	readonly signal: AbortSignal;
	readonly trace?: Trace;
	/** Told of every handshake, that of the bastion included. */
	readonly shookHands: (handshakes: number) => void;
}

/** A verified TLS connection to a device, through its bastion where it has one. */
export async function openConnection(options: OpenConnectionOptions): Promise<Duplex> {
	const { endpoint, bastion, bastions, timeouts, signal, trace, shookHands } = options;
	const where = formatEndpoint(endpoint);
	const tls = { ...options, where, host: endpoint.host, timeoutMs: timeouts.connectMs };
	if (bastion === null) {
		const direct = await openTls({ ...tls, socket: dial(endpoint, trace) });
		trace?.('connection', where);
		shookHands(1);
		return direct;
	}
	const tunnel = await bastions.open({ bastion, to: endpoint, timeouts, signal });
	trace?.('bastion', `through ${bastion.name}`);
	shookHands(tunnel.handshakes);
	const tunnelled = await openTls({ ...tls, socket: tunnel.socket });
	trace?.('connection', where);
	shookHands(1);
	return tunnelled;
}
