import { describe, expect, it } from 'vitest';
import { AlgorithmOffers } from '../../../../src/adapters/ssh-connection/algorithm-offers.ts';

describe('AlgorithmOffers', () => {
	it('names the lists that did not match, and neither signals nor what is no name', () => {
		const offers = offersOf({ remote: 'diffie-hellman-group1-sha1,kex-strict-s-v00@openssh.com,<b>x</b>,' });

		expect(offers.describe()).toBe(
			'no common KEX method: it offers diffie-hellman-group1-sha1; we offer curve25519-sha256. It is too old for what is ' +
				'safe today: update its software, or write ssh-algorithms: legacy under devices.edge-01 in fleet.yml',
		);
	});

	it('tells what was agreed upon, as long as nobody has judged the key', () => {
		const offers = new AlgorithmOffers({ profile: 'modern', setting: 'devices.edge-01' });
		for (const line of ['KEX algorithm: curve25519-sha256', 'Host key format: ssh-ed25519', 'C->S Cipher: aes128-ctr'])
			offers.listen(`Handshake: ${line}`);
		offers.listen('Inbound: Received KEX algorithm: none');

		expect(offers.describeAgreed()).toBe('curve25519-sha256, aes128-ctr');
	});

	it('says so when nothing is offered', () => {
		expect(offersOf({ remote: '' }).describe()).toContain('it offers none; we offer curve25519-sha256. Update its ');
	});

	it('does not point to legacy algorithms that are allowed already', () => {
		const offers = offersOf({ profile: 'legacy', remote: 'diffie-hellman-group1-sha1' });

		expect(offers.describe()).not.toContain('ssh-algorithms');
	});

	it('shows no more names than a server can mean', () => {
		const remote = Array.from({ length: 3_000 }, (_, index) => `x${index}`).join(',');

		expect(offersOf({ remote }).describe()).toContain(', x39 and 2,960 more; we offer ');
	});
});

function offersOf({ profile = 'modern', remote }: { profile?: 'modern' | 'legacy'; remote: string }): AlgorithmOffers {
	const offers = new AlgorithmOffers({ profile, setting: 'devices.edge-01' });
	offers.listen('Handshake: (local) KEX method: curve25519-sha256,ext-info-c');
	offers.listen(`Handshake: (remote) KEX method: ${remote}`);
	return offers;
}
