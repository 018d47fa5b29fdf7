import { connect, type Socket } from 'node:net';
import type { Endpoint } from './endpoint.ts';

/** Starts a TCP connection. Small packets are not held back: a CLI is a dialogue of them. */
export function dial({ host, port }: Endpoint): Socket {
	return connect({ host, port, noDelay: true });
}
