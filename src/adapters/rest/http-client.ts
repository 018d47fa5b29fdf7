import { formatEndpoint } from '../connection/endpoint.ts';
import { type ExchangeOptions, exchange } from './exchange.ts';
import type { HttpReply, HttpRequest } from './http-message.ts';

type HttpClientOptions = Omit<ExchangeOptions, 'answering' | 'phase' | 'sent'>;

/** Sends requests to one device and counts them. It follows no redirect and throws for no status. */
export class HttpClient {
	/** The device in messages: `192.0.2.1:443`. */
	readonly where: string;
	readonly #options: HttpClientOptions;
	#sent = 0;
	#answered = false;

	constructor(options: HttpClientOptions) {
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
	send(
		request: HttpRequest,
		{ phase = 'command', sent }: Partial<Pick<ExchangeOptions, 'phase' | 'sent'>> = {},
	): Promise<HttpReply> {
		this.#sent += 1;
		const answering = (status: number): void => {
			if (status !== 401 && status !== 403) this.#answered = true;
		};
		return exchange(request, { ...this.#options, phase, sent, answering });
	}
}
