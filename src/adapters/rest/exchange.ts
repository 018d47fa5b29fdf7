import { once } from 'node:events';
import type { ClientRequest } from 'node:http';
import type { Got, Method, Response } from 'got';
import type { Timeouts } from '../../domain/connection.ts';
import { systemCode } from '../../errors.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { Countdown } from '../connection/countdown.ts';
import { type Endpoint, formatEndpoint } from '../connection/endpoint.ts';
import { ANSWER_LIMIT_BYTES } from '../connection/limits.ts';
import { Phase, type PhaseName } from '../connection/phase.ts';
import type { DeviceAgent } from './device-agent.ts';
import { explainFailure } from './explain-failure.ts';
import { type HttpReply, type HttpRequest, nameOf } from './http-message.ts';

/** To whom a request goes, how long it may take, and who is told how far it is. */
export interface ExchangeOptions {
	readonly endpoint: Endpoint;
	readonly agent: DeviceAgent;
	readonly timeouts: Timeouts;
	/** The phase that the request is: it begins where the connection stands. */
	readonly phase: PhaseName;
	readonly signal: AbortSignal;
	/** Told when all of the request is on its way. */
	readonly sent?: (() => void) | undefined;
	/** Told the status as soon as an answer begins. */
	readonly answering: (status: number) => void;
}

/** Sends one request and takes its whole answer, whatever its status. Throws a `ConnectionFailure` where there is none. */
export async function exchange(request: HttpRequest, options: ExchangeOptions): Promise<HttpReply> {
	const { default: got } = await import('got');
	const where = formatEndpoint(options.endpoint);
	const name = nameOf(request);
	const phase = new Phase(options.phase, options.timeouts);
	const stream = start(got, request, { ...options, idleMs: phase.idleMs });
	let used: ClientRequest | null = null;
	let isAnswering = false;
	using timers = new DisposableStack();
	stream.once('request', (made: ClientRequest) => {
		used = made;
		if (options.sent !== undefined) made.once('finish', options.sent);
		const begin = (): void => {
			timers.use(new Countdown(phase.wholeMs, () => stream.destroy(phase.overdue('whole', { where, what: name }))));
		};
		// The connection has a time of its own.
		if (made.socket === null) made.once('socket', begin);
		else begin();
	});
	try {
		const [response] = (await once(stream, 'response')) as [Response];
		isAnswering = true;
		options.answering(response.statusCode);
		const body = await collect(stream, { where, name });
		return { status: response.statusCode, headers: response.headers, body, isFramed: isFramed(response) };
	} catch (error) {
		// A server may close a connection in the very moment that we use it again; then it has not seen the request.
		if (!isAnswering && wasReused(used) && isReset(error)) return exchange(request, options);
		throw await explainFailure(error, { where, name, isAnswering, phase });
	} finally {
		stream.destroy();
	}
}

function start(
	got: Got,
	{ method, path, query, headers, body }: HttpRequest,
	{ endpoint, agent, idleMs, signal }: ExchangeOptions & { readonly idleMs: number },
): ReturnType<Got['stream']> {
	const url = new URL(`https://${formatEndpoint(endpoint)}${path}`);
	for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
	return got.stream(url, {
		method: method as Method,
		headers: { 'user-agent': 'fleet-drift-audit', ...headers },
		// The library would wait for somebody to write the body of a POST that has none.
		...(body === '' && method === 'GET' ? {} : { body }),
		agent: { https: agent },
		timeout: { socket: idleMs },
		retry: { limit: 0 },
		followRedirect: false,
		throwHttpErrors: false,
		signal,
	});
}

async function collect(
	stream: AsyncIterable<unknown>,
	{ where, name }: { readonly where: string; readonly name: string },
): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > ANSWER_LIMIT_BYTES) {
			const message = `${where} answered ${name} with more than ${ANSWER_LIMIT_BYTES / 2 ** 20} MiB`;
			throw new ConnectionFailure('ERR_INCOMPLETE', message);
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** By the headers as they came: of a packed body, whose format has an end of its own, the library takes some away. */
function isFramed({ rawHeaders }: Response): boolean {
	return rawHeaders.some((name, index) => index % 2 === 0 && FRAMING.test(`${name}: ${rawHeaders[index + 1]}`));
}

/** Other encodings, as `identity`, end with the connection (RFC 9112, section 6.3). */
const FRAMING =
	/^(?:content-length:|transfer-encoding:.*\bchunked\s*$|content-encoding: *(?:gzip|x-gzip|deflate|br)\s*$)/i;

function wasReused(request: ClientRequest | null): boolean {
	return request?.reusedSocket === true;
}

function isReset(error: unknown): boolean {
	return ['ECONNRESET', 'EPIPE'].includes(systemCode(error));
}
