import { createPrivateKey } from 'node:crypto';
import ssh2, { type ParsedKey } from 'ssh2';
import type { Credentials } from '../../domain/connection.ts';

/** Decrypting an OpenSSH key takes a bcrypt on purpose; once per credentials is enough for a whole fleet. */
const read = new WeakMap<Credentials, PrivateKey>();

/** A key that can sign, or what keeps it from being read: the end of a sentence, with what to do. */
export type PrivateKey =
	| { readonly key: ParsedKey; readonly mistake: null }
	| { readonly key: null; readonly mistake: string };

/** Reads the private key of some credentials: OpenSSH's own format, PKCS#1, SEC 1, and PKCS#8 of RSA and ECDSA. */
export function readPrivateKey(credentials: Credentials): PrivateKey {
	const known = read.get(credentials);
	if (known !== undefined) return known;
	const result = parse(credentials.privateKey ?? '', credentials.passphrase);
	read.set(credentials, result);
	return result;
}

function parse(text: string, passphrase: string | null): PrivateKey {
	const parsed = [ssh2.utils.parseKey(fromPkcs8(text, passphrase) ?? text, passphrase ?? undefined)].flat()[0];
	if (parsed instanceof Error) return { key: null, mistake: mistakeIn(text, parsed, passphrase) };
	if (parsed === undefined || !parsed.isPrivateKey()) return { key: null, mistake: UNREADABLE };
	return { key: parsed, mistake: null };
}

const UNREADABLE = 'the private key cannot be read. Give the whole key as PEM or OpenSSH text, with its line breaks';

function mistakeIn(text: string, error: Error, passphrase: string | null): string {
	const locked = /passphrase|encrypted/i.test(error.message) || /ENCRYPTED/.test(text);
	if (!locked) return UNREADABLE;
	return passphrase === null
		? 'the private key cannot be read: it is locked with a passphrase. Add `passphrase` to the credentials'
		: 'the private key cannot be read: the passphrase does not open it. Check it';
}

/** ssh2 knows the older PEM formats only; null where the text is something else, or cannot be read. */
function fromPkcs8(text: string, passphrase: string | null): string | null {
	if (!/^\s*-----BEGIN (?:ENCRYPTED )?PRIVATE KEY-----/.test(text)) return null;
	try {
		const key = createPrivateKey({ key: text, format: 'pem', ...(passphrase === null ? {} : { passphrase }) });
		if (key.asymmetricKeyType === 'rsa') return key.export({ type: 'pkcs1', format: 'pem' }).toString();
		return key.asymmetricKeyType === 'ec' ? key.export({ type: 'sec1', format: 'pem' }).toString() : null;
	} catch (error) {
		// OpenSSL's words say nothing that a person could use; what ssh2 makes of the text decides.
		if (error instanceof Error) return null;
		throw error;
	}
}
