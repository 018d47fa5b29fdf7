import { createHmac } from 'node:crypto';
import type { Endpoint } from '../connection/endpoint.ts';

/** A key that a known_hosts file holds for a host. */
export interface KnownKey {
	/** `ssh-ed25519`, `ecdsa-sha2-nistp256`, `ssh-rsa`… */
	readonly type: string;
	/** The public key as it is sent over the wire, in base64. */
	readonly base64: string;
	/** Marked `@revoked`: a server that presents it is never trusted. */
	readonly revoked: boolean;
}

/** What a known_hosts file says about an endpoint. */
export interface KnownHosts {
	keysOf(endpoint: Endpoint): readonly KnownKey[];
}

interface Entry {
	readonly key: KnownKey;
	readonly matches: (name: string) => boolean;
}

const DEFAULT_PORT = 22;

/**
 * Reads the text of an OpenSSH known_hosts file (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"): lists, wildcards, negations,
 * hashed names, `[host]:port`, several keys per host, `@revoked`. Lines that are none of these are passed over as OpenSSH
 * does; certificate authorities too, because ssh2 does not speak host certificates.
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
			if (port === DEFAULT_PORT) return find(name);
			const own = find(`[${name}]:${port}`);
			// As ssh(1): an entry without a port also speaks for the host's other ports, unless one of them has its own.
			return own.length > 0 ? own : find(name);
		},
	};
}

function parseLine(line: string): { readonly names: string; readonly key: KnownKey } | null {
	const fields = line.trim().split(/\s+/);
	const marker = fields[0]?.startsWith('@') ? fields.shift() : undefined;
	const [names, type, base64] = fields;
	if (names === undefined || names.startsWith('#') || type === undefined || base64 === undefined) return null;
	if (marker !== undefined && marker !== '@revoked') return null;
	return { names, key: { type, base64, revoked: marker === '@revoked' } };
}

function matcherOf(names: string): (name: string) => boolean {
	if (names.startsWith('|1|')) return hashedMatcher(names);
	const patterns = names.split(',').map((pattern) => {
		const negated = pattern.startsWith('!');
		return { negated, test: wildcard(negated ? pattern.slice(1) : pattern) };
	});
	return (name) => {
		const hits = patterns.filter((pattern) => pattern.test.test(name));
		return hits.length > 0 && hits.every((pattern) => !pattern.negated);
	};
}

function hashedMatcher(names: string): (name: string) => boolean {
	const [, , salt = '', digest = ''] = names.split('|');
	const key = Buffer.from(salt, 'base64');
	return (name) => createHmac('sha1', key).update(name).digest('base64') === digest;
}

function wildcard(pattern: string): RegExp {
	const escaped = pattern.toLowerCase().replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`^${escaped.replaceAll(/\*+/g, '.*').replaceAll('?', '.')}$`);
}
