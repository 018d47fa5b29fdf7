import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Certificate, makeAuthority } from './certificates.ts';

const AUTHORITY = makeAuthority();
const CERTIFICATE = AUTHORITY.issue(['127.0.0.1', 'localhost']);

/** What trusts the certificate that a server has unless it is given another one. */
export const testAuthority: string = AUTHORITY.cert;

/** A request as it came. */
export interface ReceivedRequest {
	readonly method: string;
	/** With its query. */
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

export type Answer = (request: ReceivedRequest, response: ServerResponse, number: number) => void;

export interface RestServer extends AsyncDisposable {
	readonly port: number;
	readonly requests: readonly ReceivedRequest[];
	/** TLS handshakes that were finished. */
	readonly handshakes: number;
	/** TCP connections that are open now. */
	readonly open: number;
}

/** An HTTPS server on a free port of the loopback that answers as a test says. */
export async function startRestServer(answer: Answer, certificate: Certificate = CERTIFICATE): Promise<RestServer> {
	const sockets = new Set<Socket>();
	const requests: ReceivedRequest[] = [];
	let handshakes = 0;
	const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const { method = '', url = '', headers } = request;
		const received = { method, url, headers, body: await text(request) };
		requests.push(received);
		answer(received, response, requests.length);
	};
	const server = createServer({ ...certificate }, (request, response) => {
		take(request, response).catch(() => response.destroy());
	});
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => undefined);
	});
	server.on('secureConnection', () => {
		handshakes += 1;
	});
	server.on('tlsClientError', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		requests,
		get handshakes() {
			return handshakes;
		},
		get open() {
			return sockets.size;
		},
		async [Symbol.asyncDispose]() {
			for (const socket of sockets) socket.resetAndDestroy();
			server.close();
			await once(server, 'close');
		},
	};
}

/** Answers with JSON. */
export function json(response: ServerResponse, value: unknown, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
