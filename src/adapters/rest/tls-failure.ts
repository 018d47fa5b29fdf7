import { systemCode } from '../../errors.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import { describeNoConnection } from '../connection/no-connection.ts';

/** What an error says depends on how far the connection came. */
interface TlsAttempt {
	readonly where: string;
	readonly setting: string;
	readonly authority: string | null;
	readonly stage: 'connecting' | 'securing';
}

/** X509_V_ERR_… of OpenSSL as Node names them: no chain of signatures leads to a certificate that is trusted. */
const UNTRUSTED = new Set([
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'CERT_SIGNATURE_FAILURE',
	'CERT_UNTRUSTED',
	'INVALID_CA',
]);

const WRONG_CERTIFICATE: Readonly<Record<string, string>> = {
	ERR_TLS_CERT_ALTNAME_INVALID:
		'a certificate for another name. Set `host` to the name that it was issued for, or put just this certificate in `ca-file`',
	CERT_HAS_EXPIRED: 'a certificate that has expired. Renew it on the device',
	CERT_NOT_YET_VALID: 'a certificate that is not valid yet. Check the clock of the device',
	CERT_REVOKED: 'a certificate that is revoked. Renew it on the device',
};

/** Versions, ciphers and keys that OpenSSL no longer takes. */
const OUTDATED =
	/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_SHARED_CIPHER|HANDSHAKE_FAILURE|KEY_TOO_SMALL|DH_KEY|MD_TOO_WEAK/;

/** Says in our words why there is no TLS connection. */
export function tlsFailure(cause: unknown, { where, setting, authority, stage }: TlsAttempt): ConnectionFailure {
	const code = systemCode(cause);
	const noConnection = stage === 'connecting' ? describeNoConnection(code, 'its API') : null;
	if (noConnection !== null) return new ConnectionFailure('ERR_UNREACHABLE', `${where} ${noConnection}`, { cause });
	if (UNTRUSTED.has(code)) {
		const whose = authority === null ? 'nothing here vouches' : `the ca-file of ${setting} does not vouch`;
		const whatToWrite =
			code === 'DEPTH_ZERO_SELF_SIGNED_CERT'
				? 'the certificate itself, in PEM and alone in its file, because the device signed it itself. Compare its fingerprint on the device first'
				: 'the certificate, in PEM, of the CA that signed it';
		const advice = `Write ca-file: PATH under ${setting} in fleet.yml: ${whatToWrite}`;
		const message = `${where} presented a certificate that ${whose} for (${code}). ${advice}`;
		return new ConnectionFailure('ERR_HOST_KEY', message, { cause });
	}
	const wrong = WRONG_CERTIFICATE[code];
	if (wrong !== undefined) return new ConnectionFailure('ERR_HOST_KEY', `${where} presented ${wrong}`, { cause });
	if (OUTDATED.test(code)) {
		const message = `${where} offers only outdated TLS (${code}). Allow TLS 1.2 with a modern cipher there, and a key of 2048 bits`;
		return new ConnectionFailure('ERR_ALGORITHMS', message, { cause });
	}
	if (code === '' || code === 'ECONNRESET' || code === 'EPIPE') {
		const message = `${where} hung up during the TLS handshake. Check that its API listens on this port`;
		return new ConnectionFailure('ERR_UNREACHABLE', message, { cause });
	}
	const message = `${where} does not speak TLS correctly (${code}). Check that this is the HTTPS port of its API`;
	return new ConnectionFailure('ERR_UNREACHABLE', message, { cause });
}
