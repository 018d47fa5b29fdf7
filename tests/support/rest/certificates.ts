import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate and its key, made for one run of the tests. */
export interface Certificate {
	/** PEM. */
	readonly cert: string;
	/** PEM. */
	readonly key: string;
}

interface Authority extends Certificate {
	/** Signs a certificate for these names and addresses. */
	issue(names: readonly string[], validity?: Validity): Certificate;
}

interface Validity {
	readonly from: Date;
	readonly to: Date;
}

const DAY_MS = 86_400_000;
const NOW: Validity = { from: new Date(Date.now() - DAY_MS), to: new Date(Date.now() + DAY_MS) };
const ECDSA_WITH_SHA256 = '06082a8648ce3d040302';
const COMMON_NAME = '0603550403';
const BASIC_CONSTRAINTS = '0603551d13';
const ALTERNATIVE_NAMES = '0603551d11';

/** A certificate authority that nobody knows. */
export function makeAuthority(name = 'Test CA'): Authority {
	const keys = makeKeys();
	const isAuthority = der(
		0x30,
		Buffer.from(BASIC_CONSTRAINTS, 'hex'),
		BOOLEAN_TRUE,
		der(0x04, der(0x30, BOOLEAN_TRUE)),
	);
	const own = build({ subject: name, issuer: name, keys, signer: keys, validity: NOW, extensions: [isAuthority] });
	return {
		...own,
		issue(names, validity = NOW) {
			const device = makeKeys();
			const extensions = [namesExtension(names)];
			return build({ subject: names[0] ?? '', issuer: name, keys: device, signer: keys, validity, extensions });
		},
	};
}

/** A certificate that a device made for itself. */
export function selfSigned(names: readonly string[]): Certificate {
	const keys = makeKeys();
	const [name = ''] = names;
	return build({ subject: name, issuer: name, keys, signer: keys, validity: NOW, extensions: [namesExtension(names)] });
}

interface Keys {
	readonly publicKey: KeyObject;
	readonly privateKey: KeyObject;
}

function makeKeys(): Keys {
	return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** RFC 5280, section 4.1. */
function build(options: {
	readonly subject: string;
	readonly issuer: string;
	readonly keys: Keys;
	readonly signer: Keys;
	readonly validity: Validity;
	readonly extensions: readonly Buffer[];
}): Certificate {
	const { subject, issuer, keys, signer, validity, extensions } = options;
	const algorithm = der(0x30, Buffer.from(ECDSA_WITH_SHA256, 'hex'));
	const content = der(
		0x30,
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
		algorithm,
		nameOf(issuer),
		der(0x30, time(validity.from), time(validity.to)),
		nameOf(subject),
		keys.publicKey.export({ type: 'spki', format: 'der' }),
		der(0xa3, der(0x30, ...extensions)),
	);
	const signature = der(0x03, Buffer.from([0]), sign('sha256', content, signer.privateKey));
	const base64 = der(0x30, content, algorithm, signature).toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd();
	return {
		cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
		key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
	};
}

function nameOf(commonName: string): Buffer {
	const text = der(0x0c, Buffer.from(commonName));
	return der(0x30, der(0x31, der(0x30, Buffer.from(COMMON_NAME, 'hex'), text)));
}

function namesExtension(names: readonly string[]): Buffer {
	const entries = names.map((name) =>
		isIP(name) === 4 ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name)),
	);
	return der(0x30, Buffer.from(ALTERNATIVE_NAMES, 'hex'), der(0x04, der(0x30, ...entries)));
}

/** UTCTime, `YYMMDDhhmmssZ`. */
function time(date: Date): Buffer {
	const digits = date.toISOString().replaceAll(/\D/g, '').slice(2, 14);
	return der(0x17, Buffer.from(`${digits}Z`));
}

const BOOLEAN_TRUE = der(0x01, Buffer.from([0xff]));

/** Tag, length and value of the Distinguished Encoding Rules (X.690). */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
	const value = Buffer.concat(parts);
	const size = value.length;
	const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
	return Buffer.concat([Buffer.from([tag, ...length]), value]);
}
