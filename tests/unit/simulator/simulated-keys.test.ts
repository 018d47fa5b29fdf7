import ssh2 from 'ssh2';
import { describe, expect, it } from 'vitest';
import { demoClientKey, demoPassword, hostKeyOf } from '../../../src/simulator/simulated-keys.ts';

describe('hostKeyOf', () => {
	it('gives a device the same key at every start, and no other device the same', () => {
		expect(hostKeyOf('edge-01')).toEqual(hostKeyOf('edge-01'));
		expect(hostKeyOf('edge-01').fingerprint).not.toBe(hostKeyOf('edge-02').fingerprint);
	});

	it('has a fingerprint that pins of fleet.yml can rely on', () => {
		expect(hostKeyOf('edge-01').fingerprint).toMatchInlineSnapshot(
			`"SHA256:eUenFkz/I7koYB+7e8bxs/YkQ8NCGH6GxYk31OyLMHk"`,
		);
	});

	it('writes a private key that ssh2 reads and whose public part is the one it names', () => {
		const key = hostKeyOf('edge-01');

		const parsed = ssh2.utils.parseKey(key.privateKey);

		if (parsed instanceof Error) throw parsed;
		expect(parsed.isPrivateKey()).toBe(true);
		expect(`ssh-ed25519 ${parsed.getPublicSSH().toString('base64')}`).toBe(key.publicKey);
	});

	it('writes a private key that fits its public one for names of any length', () => {
		for (let length = 1; length <= 16; length += 1) {
			const { privateKey, publicKey } = hostKeyOf('x'.repeat(length));
			const secret = ssh2.utils.parseKey(privateKey);
			const open = ssh2.utils.parseKey(publicKey);
			if (secret instanceof Error) throw secret;
			if (open instanceof Error) throw open;

			expect(open.verify('signed', secret.sign('signed'))).toBe(true);
		}
	});
});

describe('demoClientKey', () => {
	it('is no host key', () => {
		expect(demoClientKey().fingerprint).not.toBe(hostKeyOf('client-key').fingerprint);
	});
});

describe('demoPassword', () => {
	it('differs by purpose and stays the same', () => {
		expect(demoPassword('login')).toBe(demoPassword('login'));
		expect(demoPassword('login')).not.toBe(demoPassword('enable'));
	});
});
