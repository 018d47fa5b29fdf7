import type { Duplex } from 'node:stream';
import type { Bastion } from '../../use-cases/ports.ts';
import { dial } from '../connection/dial.ts';
import { type Endpoint, formatEndpoint } from '../connection/endpoint.ts';
import type { Bastions } from '../ssh-connection/bastions.ts';
import { openTls } from './open-tls.ts';

export interface OpenConnectionOptions {
	readonly endpoint: Endpoint;
	/** null: the device is reached directly. */
	readonly bastion: Bastion | null;
	readonly bastions: Bastions;
	readonly authority: string | null;
	readonly setting: string;
	readonly timeoutMs: number;
	readonly signal: AbortSignal;
	/** Told of every handshake, that of the bastion included. */
	readonly shookHands: (handshakes: number) => void;
}

/** A verified TLS connection to a device, through its bastion where it has one. */
export async function openConnection(options: OpenConnectionOptions): Promise<Duplex> {
	const { endpoint, bastion, bastions, timeoutMs, signal, shookHands } = options;
	const tls = { ...options, where: formatEndpoint(endpoint), host: endpoint.host };
	if (bastion === null) {
		const direct = await openTls({ ...tls, socket: dial(endpoint) });
		shookHands(1);
		return direct;
	}
	const tunnel = await bastions.open({ bastion, to: endpoint, timeoutMs, signal });
	shookHands(tunnel.handshakes);
	const tunnelled = await openTls({ ...tls, socket: tunnel.socket });
	shookHands(1);
	return tunnelled;
}
