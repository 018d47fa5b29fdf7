import { describe, expect, it } from 'vitest';
import { parseKnownHosts } from '../../../../src/adapters/ssh-connection/host-keys.ts';
import { NewHostKeys } from '../../../../src/adapters/ssh-connection/new-host-keys.ts';
import { type HostTrust, verifyHostKey } from '../../../../src/adapters/ssh-connection/verify-host-key.ts';
import { makeKey } from '../../../support/ssh/test-keys.ts';

const [key, other] = [makeKey(), makeKey('ecdsa')];
const endpoint = { host: '192.0.2.1', port: 2222 };
const trust = (options: Partial<HostTrust>): HostTrust => ({
	setting: 'devices.edge-01',
	endpoint,
	pin: null,
	knownHosts: null,
	acceptNew: false,
	...options,
});
const knowing = (text: string): NewHostKeys => new NewHostKeys(parseKnownHosts(text));

describe('verifyHostKey', () => {
	it('says that a certificate authority is not understood', () => {
		const knownHosts = parseKnownHosts(`@cert-authority *.example.net,192.0.2.* ${other.publicKey}\n`);

		expect(verifyHostKey(key.blob, trust({ knownHosts }))?.message).toContain(
			'known_hosts names a @cert-authority for it, but host certificates are not understood here',
		);
	});

	it('does not take the key of a certificate authority for the host’s own', () => {
		const knownHosts = parseKnownHosts(`@cert-authority * ${key.publicKey}\n`);

		expect(verifyHostKey(key.blob, trust({ knownHosts }))?.code).toBe('ERR_HOST_KEY');
	});
});

describe('a host that nothing is known of', () => {
	it('is told from one that has another key', () => {
		const unknown = verifyHostKey(key.blob, trust({}));
		const changed = verifyHostKey(key.blob, trust({ pin: other.fingerprint }));

		expect(unknown).toMatchObject({ code: 'ERR_HOST_KEY', hostKeyLine: `[192.0.2.1]:2222 ${key.publicKey}` });
		expect(unknown?.message).toMatch(
			/^192\.0\.2\.1:2222 presented the host key ssh-ed25519 \S+, which is not known yet\. Check/u,
		);
		expect(unknown?.message).not.toContain('sit in between');
		expect(changed).toMatchObject({ code: 'ERR_HOST_KEY', hostKeyLine: null });
		expect(changed?.message).toContain('Someone may sit in between');
	});

	it('is trusted where the user says so, and is known from then on', () => {
		const knownHosts = knowing('');

		expect(verifyHostKey(key.blob, trust({ knownHosts, acceptNew: true }))).toBeNull();
		expect(verifyHostKey(key.blob, trust({ knownHosts }))).toBeNull();
		expect(verifyHostKey(other.blob, trust({ knownHosts, acceptNew: true }))?.message).toContain(
			'known_hosts has another one for it',
		);
		expect(knownHosts.take()).toEqual([
			{
				description: `192.0.2.1:2222 ssh-ed25519 ${key.fingerprint}`,
				line: `[192.0.2.1]:2222 ${key.publicKey}`,
			},
		]);
		expect(knownHosts.take()).toEqual([]);
	});

	it('writes a line that is read again', () => {
		const knownHosts = knowing('');
		verifyHostKey(key.blob, trust({ knownHosts, acceptNew: true }));

		const again = parseKnownHosts(`${knownHosts.take()[0]?.line}\n`);

		expect(verifyHostKey(key.blob, trust({ knownHosts: again }))).toBeNull();
	});

	it.each([
		['nobody says so', trust({ knownHosts: knowing('') })],
		['nothing may be learnt', trust({ knownHosts: parseKnownHosts(''), acceptNew: true })],
		['there is no file', trust({ knownHosts: null, acceptNew: true })],
		['a pin says otherwise', trust({ knownHosts: knowing(''), acceptNew: true, pin: other.fingerprint })],
		['its key has changed', trust({ knownHosts: knowing(`[192.0.2.1]:2222 ${other.publicKey}\n`), acceptNew: true })],
		['its key is revoked', trust({ knownHosts: knowing(`@revoked * ${key.publicKey}\n`), acceptNew: true })],
		[
			'an authority speaks for it',
			trust({ knownHosts: knowing(`@cert-authority * ${other.publicKey}\n`), acceptNew: true }),
		],
	])('is refused where %s', (_why, options) => {
		expect(verifyHostKey(key.blob, options)?.code).toBe('ERR_HOST_KEY');
	});

	it('is new although another port of its address is known', () => {
		const knownHosts = knowing(`192.0.2.1 ${other.publicKey}\n[192.0.2.1]:2223 ${other.publicKey}\n`);

		expect(verifyHostKey(key.blob, trust({ knownHosts, acceptNew: true }))).toBeNull();
	});
});
