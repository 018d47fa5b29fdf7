import { connect, isIP, type Socket } from 'node:net';
import type { Trace } from '../../use-cases/ports.ts';
import type { Endpoint } from './endpoint.ts';

/** Starts a TCP connection. Small packets are not held back: a CLI is a dialogue of them. */
export function dial({ host, port }: Endpoint, trace: Trace = () => {}): Socket {
	const socket = connect({ host, port, noDelay: true });
	if (isIP(host) === 0) socket.on('lookup', (error, address) => error === null && trace('address', address));
	else trace('address', host);
	return socket;
}
