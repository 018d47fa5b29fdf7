import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseKnownHosts } from '../../../../src/adapters/ssh-connection/host-keys.ts';

const ED25519 = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==';
const RSA = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB';

describe('parseKnownHosts', () => {
	it.each([
		['a name', 'edge-01.example.net', 'edge-01.example.net', 22, true],
		['a name in other letters', 'Edge-01.Example.net', 'edge-01.EXAMPLE.net', 22, true],
		['one of a list', 'edge-01,192.0.2.1', '192.0.2.1', 22, true],
		['an IPv6 address', '2001:db8::1', '2001:db8::1', 22, true],
		['another name', 'edge-01', 'edge-010', 22, false],
		['a port', '[192.0.2.1]:2222', '192.0.2.1', 2222, true],
		['another port', '[192.0.2.1]:2222', '192.0.2.1', 2223, false],
		['a port, asked without', '[192.0.2.1]:2222', '192.0.2.1', 22, false],
		['a name without a port, asked with', '192.0.2.1', '192.0.2.1', 2222, true],
		['a wildcard', '*.example.net', 'edge-01.example.net', 22, true],
		['a wildcard elsewhere', '*.example.net', 'example.net.evil.test', 22, false],
		['a dot that is no wildcard', 'edge?01*', 'edge.01', 22, true],
		['a negation', '*.example.net,!edge-02.example.net', 'edge-02.example.net', 22, false],
		['the rest of a negation', '*.example.net,!edge-02.example.net', 'edge-03.example.net', 22, true],
		['a hashed name', hashed('192.0.2.1'), '192.0.2.1', 22, true],
		['a hashed name with a port', hashed('[192.0.2.1]:2222'), '192.0.2.1', 2222, true],
		['another hashed name', hashed('192.0.2.1'), '192.0.2.2', 22, false],
	])('looks up %s', (_name, names, host, port, found) => {
		const keys = parseKnownHosts(`${names} ${ED25519} a comment\n`).keysOf({ host, port });

		expect(keys.map((key) => `${key.type} ${key.base64}`)).toEqual(found ? [ED25519] : []);
	});

	it('holds several keys of a host, and prefers those of the port', () => {
		const known = parseKnownHosts(`r1 ${ED25519}\nr1 ${RSA}\n[r1]:2222 ${RSA}\n`);

		expect(known.keysOf({ host: 'r1', port: 22 }).map((key) => key.type)).toEqual(['ssh-ed25519', 'ssh-rsa']);
		expect(known.keysOf({ host: 'r1', port: 2222 }).map((key) => key.type)).toEqual(['ssh-rsa']);
	});

	it('knows revoked keys and certificate authorities, and passes over what it cannot read', () => {
		const known = parseKnownHosts(
			[
				`@revoked * ${ED25519}`,
				`@cert-authority * ${RSA}`,
				'# comment',
				'',
				'r1',
				'r1 ssh-ed25519',
				'|1|bad ssh-rsa A',
			].join('\r\n'),
		);

		expect(known.keysOf({ host: 'r1', port: 22 })).toEqual([
			{ type: 'ssh-ed25519', base64: ED25519.split(' ')[1], marker: 'revoked', anyPort: false },
			{ type: 'ssh-rsa', base64: RSA.split(' ')[1], marker: 'authority', anyPort: false },
		]);
	});

	it('still looks for the host where its port is named by no key', () => {
		const known = parseKnownHosts(`@revoked * ${RSA}\nr1 ${ED25519}\n`);

		expect(known.keysOf({ host: 'r1', port: 2222 })).toMatchObject([
			{ marker: 'revoked', anyPort: false },
			{ type: 'ssh-ed25519', marker: null, anyPort: true },
			{ marker: 'revoked', anyPort: true },
		]);
	});
});

function hashed(name: string): string {
	const salt = Buffer.from('0123456789abcdef0123');
	return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`;
}
