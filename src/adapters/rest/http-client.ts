import { formatEndpoint } from '../connection/endpoint.ts';
import { type ExchangeOptions, exchange } from './exchange.ts';
import type { HttpReply, HttpRequest } from './http-message.ts';

/** Sends requests to one device and counts them. It follows no redirect and throws for no status. */
export class HttpClient {
	/** The device in messages: `192.0.2.1:443`. */
	readonly where: string;
	readonly #options: ExchangeOptions;
	#sent = 0;
	#answered = false;

	constructor(options: ExchangeOptions) {
		this.where = formatEndpoint(options.endpoint);
		this.#options = options;
	}

	/** Requests so far. */
	get sent(): number {
		return this.#sent;
	}

	/** Whether anything was answered with more than "who are you?". */
	get answered(): boolean {
		return this.#answered;
	}

	/** Sends a request and takes its whole answer. Throws a `ConnectionFailure`. */
	async send(request: HttpRequest): Promise<HttpReply> {
		this.#sent += 1;
		const reply = await exchange(request, this.#options);
		if (reply.status !== 401 && reply.status !== 403) this.#answered = true;
		return reply;
	}
}
