import { describe, expect, it } from 'vitest';
import { tlsFailure } from '../../../../src/adapters/rest/tls-failure.ts';

const attempt = { where: '192.0.2.1:443', setting: 'devices.edge-01', authority: null, stage: 'securing' } as const;
const failing = (code: string) => tlsFailure(Object.assign(new Error('no'), { code }), attempt);

describe('tlsFailure', () => {
	it.each([
		'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
		'ERR_SSL_UNSUPPORTED_PROTOCOL',
		'ERR_SSL_NO_SHARED_CIPHER',
		'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
		'ERR_SSL_EE_KEY_TOO_SMALL',
		'ERR_SSL_DH_KEY_TOO_SMALL',
		'ERR_SSL_CA_MD_TOO_WEAK',
	])('says that the device offers outdated TLS only: %s', (code) => {
		expect(failing(code)).toMatchObject({
			code: 'ERR_ALGORITHMS',
			message: expect.stringContaining(`192.0.2.1:443 offers only outdated TLS (${code}). Allow TLS 1.2`),
		});
	});

	it('does not say so of what is no TLS', () => {
		expect(failing('ERR_SSL_WRONG_VERSION_NUMBER')).toMatchObject({
			code: 'ERR_UNREACHABLE',
			message: expect.stringContaining('does not speak TLS correctly'),
		});
	});
});
