import { createHmac } from 'node:crypto';
import { matchesGlob } from '../../domain/text/glob.ts';
import type { Endpoint } from '../connection/endpoint.ts';

/** A key that a known_hosts file holds for a host. */
export interface KnownKey {
	/** `ssh-ed25519`, `ecdsa-sha2-nistp256`, `ssh-rsa`… */
	readonly type: string;
	/** The public key as it is sent over the wire, in base64. */
	readonly base64: string;
	/**
	 * `revoked`: a server that presents it is never trusted. `authority`: it signs the certificates of hosts, which ssh2 does
	 * not speak; it only tells that the host's own key must not be guessed.
	 */
	readonly marker: 'revoked' | 'authority' | null;
	/** The entry names no port, and another one than the default was asked for. */
	readonly anyPort: boolean;
}

/** What is known about the keys of an endpoint. */
export interface KnownHosts {
	keysOf(endpoint: Endpoint): readonly KnownKey[];
	/** Takes the key of an endpoint that nothing was known of. Left out where nothing may be learnt. */
	accept?(endpoint: Endpoint, key: Buffer): void;
}

interface Entry {
	readonly key: KnownKey;
	readonly matches: (name: string) => boolean;
}

const DEFAULT_PORT = 22;

const MARKERS: Readonly<Record<string, KnownKey['marker']>> = { '@revoked': 'revoked', '@cert-authority': 'authority' };

/**
 * Reads the text of an OpenSSH known_hosts file (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"): lists, wildcards, negations,
 * hashed names, `[host]:port`, several keys per host, `@revoked`, `@cert-authority`. Lines that are none of these are passed
 * over as OpenSSH does.
 */
export function parseKnownHosts(text: string): KnownHosts {
	const exact = new Map<string, KnownKey[]>();
	const patterns: Entry[] = [];
	for (const line of text.split('\n')) {
		const parsed = parseLine(line);
		if (parsed === null) continue;
		const { names, key } = parsed;
		if (/[|*?!]/.test(names)) patterns.push({ key, matches: matcherOf(names) });
		else for (const name of names.toLowerCase().split(',')) exact.set(name, [...(exact.get(name) ?? []), key]);
	}
	const find = (name: string): readonly KnownKey[] => [
		...(exact.get(name) ?? []),
		...patterns.filter((entry) => entry.matches(name)).map((entry) => entry.key),
	];

	return {
		keysOf({ host, port }) {
			const name = host.toLowerCase();
			const own = find(knownHostsName({ host: name, port }));
			if (port === DEFAULT_PORT) return own;
			// As ssh(1): an entry without a port also speaks for the host's other ports, unless one of them has its own.
			if (own.some(({ marker }) => marker === null)) return own;
			return [...own, ...find(name).map((key) => ({ ...key, anyPort: true }))];
		},
	};
}

function parseLine(line: string): { readonly names: string; readonly key: KnownKey } | null {
	const fields = line.trim().split(/\s+/);
	const marker = fields[0]?.startsWith('@') ? fields.shift() : undefined;
	const [names, type, base64] = fields;
	if (names === undefined || names.startsWith('#') || type === undefined || base64 === undefined) return null;
	if (marker !== undefined && MARKERS[marker] === undefined) return null;
	return { names, key: { type, base64, marker: MARKERS[marker ?? ''] ?? null, anyPort: false } };
}

function matcherOf(names: string): (name: string) => boolean {
	if (names.startsWith('|1|')) return hashedMatcher(names);
	const patterns = names.split(',').map((pattern) => {
		const negated = pattern.startsWith('!');
		return { negated, glob: (negated ? pattern.slice(1) : pattern).toLowerCase() };
	});
	return (name) => {
		const hits = patterns.filter(({ glob }) => matchesGlob(glob, name));
		return hits.length > 0 && hits.every((pattern) => !pattern.negated);
	};
}

function hashedMatcher(names: string): (name: string) => boolean {
	const [, , salt = '', digest = ''] = names.split('|');
	const key = Buffer.from(salt, 'base64');
	return (name) => createHmac('sha1', key).update(name).digest('base64') === digest;
}

/**
 * An endpoint as known_hosts names it.
 *
 * @example
 * knownHostsName({ host: '192.0.2.1', port: 2222 }) //=> '[192.0.2.1]:2222'
 */
export function knownHostsName({ host, port }: Endpoint): string {
	return port === DEFAULT_PORT ? host : `[${host}]:${port}`;
}
