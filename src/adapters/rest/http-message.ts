import type { IncomingHttpHeaders } from 'node:http';

/** A request with everything filled in: it holds secrets, so no part of it but `name` may be shown. */
export interface HttpRequest {
	readonly method: string;
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: Readonly<Record<string, string>>;
	/** Empty: none. */
	readonly body: string;
}

/** An answer that came whole, whatever its status. */
export interface HttpReply {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
	/**
	 * Whether anything but the end of the connection told where the body ends: a server that died in the middle ends the
	 * connection, too (RFC 9112, section 8).
	 */
	readonly isFramed: boolean;
}

/** A request as it may be shown: `POST /command-api`. */
export function nameOf({ method, path }: Pick<HttpRequest, 'method' | 'path'>): string {
	return `${method} ${path}`;
}

/** `application/json`, in lower case and without parameters; empty where there is none. */
export function mediaTypeOf({ headers }: Pick<HttpReply, 'headers'>): string {
	return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
