import { createHash } from 'node:crypto';
import ssh2 from 'ssh2';

/** A key pair made for one run of the tests. */
export interface TestKey {
	/** OpenSSH text of the private key. */
	readonly privateKey: string;
	/** `ssh-ed25519 AAAA…` */
	readonly publicKey: string;
	/** The public key as it goes over the wire. */
	readonly blob: Buffer;
	/** `SHA256:…` */
	readonly fingerprint: string;
}

export interface KeyOptions {
	/** Locks the private key. */
	readonly passphrase?: string;
}

/** Makes a key pair; ed25519 unless told otherwise, because it is made at once. */
export function makeKey(type: 'ed25519' | 'ecdsa' | 'rsa' = 'ed25519', { passphrase }: KeyOptions = {}): TestKey {
	const pair = generate(type, passphrase);
	// ssh2 drops leading zeros of about one ed25519 key in two hundred, and then cannot read it.
	const readable = [ssh2.utils.parseKey(pair.public), ssh2.utils.parseKey(pair.private, passphrase)];
	if (readable.some((key) => key instanceof Error))
		return makeKey(type, passphrase === undefined ? {} : { passphrase });
	const publicKey = pair.public.trim().split(' ').slice(0, 2).join(' ');
	const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
	const digest = createHash('sha256').update(blob).digest('base64').replace(/=+$/, '');
	return { privateKey: pair.private, publicKey, blob, fingerprint: `SHA256:${digest}` };
}

function generate(type: 'ed25519' | 'ecdsa' | 'rsa', passphrase: string | undefined): ssh2.utils.KeyPairReturn {
	const lock: ssh2.utils.KeyPairOptions =
		passphrase === undefined ? {} : { passphrase, cipher: 'aes256-ctr', rounds: 4 };
	if (type === 'ed25519') return ssh2.utils.generateKeyPairSync('ed25519', lock);
	if (type === 'ecdsa') return ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256, ...lock });
	return ssh2.utils.generateKeyPairSync('rsa', { bits: 2048, ...lock });
}
