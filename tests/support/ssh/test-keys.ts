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

/** Makes a key pair; ed25519 unless told otherwise, because it is made at once. */
export function makeKey(type: 'ed25519' | 'ecdsa' | 'rsa' = 'ed25519'): TestKey {
	const pair =
		type === 'ed25519'
			? ssh2.utils.generateKeyPairSync('ed25519')
			: type === 'ecdsa'
				? ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 })
				: ssh2.utils.generateKeyPairSync('rsa', { bits: 2048 });
	const publicKey = pair.public.trim().split(' ').slice(0, 2).join(' ');
	const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
	const digest = createHash('sha256').update(blob).digest('base64').replace(/=+$/, '');
	return { privateKey: pair.private, publicKey, blob, fingerprint: `SHA256:${digest}` };
}
