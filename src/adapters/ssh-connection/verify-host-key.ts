import { createHash } from 'node:crypto';
import type { ServerHostKeyAlgorithm } from 'ssh2';
import { type Endpoint, formatEndpoint } from '../connection/endpoint.ts';
import { type KnownHosts, type KnownKey, knownHostsName } from './host-keys.ts';
import { SshFailure } from './ssh-failure.ts';

/** By what a server's key is judged. */
export interface HostTrust {
	/** Where the user would write a pin: `devices.edge-01`. */
	readonly setting: string;
	readonly endpoint: Endpoint;
	/** `SHA256:…`; it alone decides where it is given. */
	readonly pin: string | null;
	readonly knownHosts: KnownHosts | null;
	/** Whether the user wants a host of which nothing is known to be trusted: `host-keys: accept-new`. */
	readonly acceptNew: boolean;
}

/** ssh2's own preference, with the SHA-1 signature of RSA last. */
const ALGORITHMS: readonly ServerHostKeyAlgorithm[] = [
	'ssh-ed25519',
	'ecdsa-sha2-nistp256',
	'ecdsa-sha2-nistp384',
	'ecdsa-sha2-nistp521',
	'rsa-sha2-512',
	'rsa-sha2-256',
	'ssh-rsa',
];

/** Judges the key that a server presented: null when it is trusted, else why not and what to write. */
export function verifyHostKey(key: Buffer, trust: HostTrust): SshFailure | null {
	const { setting, endpoint, pin, knownHosts } = trust;
	const where = formatEndpoint(endpoint);
	const known = knownHosts?.keysOf(endpoint) ?? [];
	const same = known.filter((entry) => entry.base64 === key.toString('base64'));

	if (same.some(({ marker }) => marker === 'revoked')) {
		return refusal(
			`${where} presented the host key ${describeKey(key)}, which known_hosts marks as @revoked. Give the host a new key`,
		);
	}
	if (pin !== null) {
		if (withoutPadding(pin) === fingerprint(key)) return null;
		return refusal(
			`${where} presented the host key ${describeKey(key)}, but ${setting} pins ${pin}. Someone may sit in between; if the key was ` +
				`changed on purpose, check it on the host's console and write host-key: "${fingerprint(key)}"`,
		);
	}
	if (same.some(({ marker }) => marker === null)) return null;
	if (acceptedAsNew(key, trust, known)) return null;
	const trusted = known.filter(({ marker }) => marker === null);
	if (trusted.length > 0) {
		return refusal(
			`${where} presented the host key ${describeKey(key)}, but known_hosts has another one for it (${list(trusted)}). Someone may ` +
				"sit in between; if the key was changed on purpose, check it on the host's console and replace the entry",
		);
	}
	if (known.some(({ marker }) => marker === 'authority')) {
		return refusal(
			`${where} presented the host key ${describeKey(key)}. known_hosts names a @cert-authority for it, but host certificates are not ` +
				`understood here: check the key on the host's console, then write host-key: "${fingerprint(key)}" under ${setting}`,
		);
	}
	return refusal(
		`${where} presented the host key ${describeKey(key)}, which is not known yet. Check it on the host's console, then write ` +
			`host-key: "${fingerprint(key)}" under ${setting} in fleet.yml, or add to known-hosts: ` +
			knownHostsLine(endpoint, key),
		{ hostKeyLine: knownHostsLine(endpoint, key) },
	);
}

/** A host is new when no entry speaks for its port: one without a port may be meant for another device behind the address. */
function acceptedAsNew(
	key: Buffer,
	{ endpoint, knownHosts, acceptNew }: HostTrust,
	known: readonly KnownKey[],
): boolean {
	if (!acceptNew || knownHosts?.accept === undefined) return false;
	if (known.some(({ marker, anyPort }) => marker === 'authority' || (marker === null && !anyPort))) return false;
	knownHosts.accept(endpoint, key);
	return true;
}

/**
 * The host key algorithms to offer, those first of which known_hosts holds a key: a server with several keys must present
 * one that can be verified.
 *
 * @param further - offered after the usual ones
 */
export function hostKeyAlgorithms(
	{ endpoint, pin, knownHosts }: HostTrust,
	further: readonly ServerHostKeyAlgorithm[] = [],
): ServerHostKeyAlgorithm[] {
	const algorithms = [...ALGORITHMS, ...further];
	if (pin !== null || knownHosts === null) return algorithms;
	const known = knownHosts.keysOf(endpoint).filter(({ marker }) => marker === null);
	const types = new Set(known.map(({ type }) => type));
	const rank = (algorithm: string): number => (types.has(algorithm.replace(/^rsa-sha2-\d+$/, 'ssh-rsa')) ? 0 : 1);
	return algorithms.toSorted((one, other) => rank(one) - rank(other));
}

/**
 * A key's type and fingerprint.
 *
 * @example
 * describeKey(key) //=> 'ssh-ed25519 SHA256:…'
 */
export function describeKey(key: Buffer): string {
	return `${keyType(key)} ${fingerprint(key)}`;
}

/** The line of a known_hosts file for a key. */
export function knownHostsLine(endpoint: Endpoint, key: Buffer): string {
	return `${knownHostsName(endpoint)} ${keyType(key)} ${key.toString('base64')}`;
}

/** `SHA256:…` as ssh-keygen(1) prints it. */
function fingerprint(key: Buffer): string {
	return `SHA256:${withoutPadding(createHash('sha256').update(key).digest('base64'))}`;
}

function refusal(message: string, options: { readonly hostKeyLine?: string } = {}): SshFailure {
	return new SshFailure('ERR_HOST_KEY', message, options);
}

function withoutPadding(base64: string): string {
	return base64.replace(/=+$/, '');
}

/** The type stands first in the key's own encoding (RFC 4253, section 6.6), which is the server's word: only a name passes. */
function keyType(key: Buffer): string {
	const length = key.length < 4 ? 0 : Math.min(key.readUInt32BE(0), 64);
	return key
		.subarray(4, 4 + length)
		.toString('latin1')
		.replaceAll(/[^\w.@-]/g, '?');
}

function list(keys: readonly { readonly type: string; readonly base64: string }[]): string {
	return keys.map((entry) => `${entry.type} ${fingerprint(Buffer.from(entry.base64, 'base64'))}`).join(', ');
}
