/** Where a server listens. */
export interface Endpoint {
	readonly host: string;
	readonly port: number;
}

/**
 * The endpoint as people write it.
 *
 * @example
 * formatEndpoint({ host: '2001:db8::1', port: 22 }) //=> '[2001:db8::1]:22'
 */
export function formatEndpoint({ host, port }: Endpoint): string {
	return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
