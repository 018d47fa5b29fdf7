import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';

/** An ed25519 key pair in the forms that SSH tools read. */
export interface SimulatedKey {
	/** OpenSSH private key, unencrypted. */
	readonly privateKey: string;
	/** One line as in authorized_keys and, behind a host name, in known_hosts: `ssh-ed25519 AAAA…`. */
	readonly publicKey: string;
	/** `SHA256:…`, as `ssh-keygen -l` prints it. */
	readonly fingerprint: string;
}

const FLEET_SEED = 'fleet-drift-audit simulated fleet 1';
const KEY_TYPE = Buffer.from('ssh-ed25519');

/** The host key of a simulated device: derived from its name, so that pins stay true without a private key on disk. */
export function hostKeyOf(name: string): SimulatedKey {
	return keyFromSeed(derive(`host-key ${name}`), name);
}

/** The key pair that logs in to the simulated devices which take keys. */
export function demoClientKey(): SimulatedKey {
	return keyFromSeed(derive('client-key'), 'fleet-drift-demo');
}

/** A password for the simulated fleet: the same at every start, and in no file. */
export function demoPassword(purpose: string): string {
	return derive(`password ${purpose}`).toString('base64url').slice(0, 20);
}

function derive(purpose: string): Buffer {
	return createHash('sha256').update(`${FLEET_SEED}\0${purpose}`).digest();
}

function keyFromSeed(seed: Buffer, comment: string): SimulatedKey {
	const publicPart = publicPartOf(seed);
	const publicBlob = Buffer.concat([sshString(KEY_TYPE), sshString(publicPart)]);
	const fingerprint = createHash('sha256').update(publicBlob).digest('base64').replace(/=+$/, '');
	return {
		privateKey: openSshPrivateKey({ seed, publicPart, publicBlob, comment }),
		publicKey: `ssh-ed25519 ${publicBlob.toString('base64')}`,
		fingerprint: `SHA256:${fingerprint}`,
	};
}

function publicPartOf(seed: Buffer): Buffer {
	// RFC 8410: the fixed head of a PKCS#8 ed25519 key, then its 32 bytes.
	const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
	const key = createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
	const { x = '' } = key.export({ format: 'jwk' });
	return Buffer.from(x, 'base64url');
}

interface KeyParts {
	readonly seed: Buffer;
	readonly publicPart: Buffer;
	readonly publicBlob: Buffer;
	readonly comment: string;
}

/** The container of OpenSSH's PROTOCOL.key: the only private form of ed25519 that ssh2 and `ssh` both read. */
function openSshPrivateKey({ seed, publicPart, publicBlob, comment }: KeyParts): string {
	// The check number tells a wrong passphrase; a key without one may have any number, as long as it stands there twice.
	const check = seed.subarray(0, 4);
	const secretPart = Buffer.concat([
		check,
		check,
		sshString(KEY_TYPE),
		sshString(publicPart),
		sshString(Buffer.concat([seed, publicPart])),
		sshString(Buffer.from(comment)),
	]);
	const none = sshString(Buffer.from('none'));
	const container = Buffer.concat([
		Buffer.from('openssh-key-v1\0'),
		none,
		none,
		sshString(Buffer.alloc(0)),
		uint32(1),
		sshString(publicBlob),
		sshString(padded(secretPart)),
	]);
	const base64 = container.toString('base64').match(/.{1,70}/g) ?? [];
	return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...base64, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}

function padded(bytes: Buffer): Buffer {
	const missing = (8 - (bytes.length % 8)) % 8;
	return Buffer.concat([bytes, Buffer.from(Array.from({ length: missing }, (_, index) => index + 1))]);
}

function sshString(bytes: Buffer): Buffer {
	return Buffer.concat([uint32(bytes.length), bytes]);
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}
