import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPrivateKey } from '../../../../src/adapters/ssh-connection/private-key.ts';
import { testCredentials } from '../../../support/ssh/ssh-fixtures.ts';
import { makeKey } from '../../../support/ssh/test-keys.ts';

const lock = { cipher: 'aes-256-cbc', passphrase: 'hush' } as const;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ecdsa = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const read = (privateKey: string, passphrase: string | null = null) =>
	readPrivateKey(testCredentials({ privateKey, passphrase }));

describe('readPrivateKey', () => {
	it.each([
		['PKCS#1', rsa.export({ type: 'pkcs1', format: 'pem' }), 'ssh-rsa'],
		['PKCS#8 of RSA', rsa.export({ type: 'pkcs8', format: 'pem' }), 'ssh-rsa'],
		['SEC 1', ecdsa.export({ type: 'sec1', format: 'pem' }), 'ecdsa-sha2-nistp256'],
		['PKCS#8 of ECDSA', ecdsa.export({ type: 'pkcs8', format: 'pem' }), 'ecdsa-sha2-nistp256'],
		['OpenSSH', makeKey('ed25519').privateKey, 'ssh-ed25519'],
	])('reads %s', (_format, text, type) => {
		expect(read(text.toString()).key?.type).toBe(type);
	});

	it.each([
		['PKCS#1', rsa.export({ type: 'pkcs1', format: 'pem', ...lock })],
		['PKCS#8', rsa.export({ type: 'pkcs8', format: 'pem', ...lock })],
		['OpenSSH', makeKey('ed25519', { passphrase: 'hush' }).privateKey],
	])('opens %s with its passphrase, and says what is wrong with another', (_format, text) => {
		expect(read(text.toString(), 'hush').mistake).toBeNull();
		expect(read(text.toString()).mistake).toContain('it is locked with a passphrase. Add `passphrase`');
		expect(read(text.toString(), 'wrong').mistake).toContain('the passphrase does not open it');
	});

	it('says that a text is no key', () => {
		const [half = ''] = makeKey().privateKey.split('\n\n');

		expect(read('no key').mistake).toContain('Give the whole key as PEM or OpenSSH text');
		expect(read(half.slice(0, 120)).mistake).toContain('Give the whole key as PEM or OpenSSH text');
		expect(read(makeKey().publicKey).mistake).toContain('Give the whole key as PEM or OpenSSH text');
	});
});
