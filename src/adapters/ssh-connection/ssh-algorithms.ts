import type { AlgorithmList, Algorithms, KexAlgorithm } from 'ssh2';
import type { SshAlgorithms } from '../../domain/connection.ts';
import { type HostTrust, hostKeyAlgorithms } from './verify-host-key.ts';

/** Nothing is wrong with it but the time that it takes; see limitGroupExchange. */
const SLOW = 'diffie-hellman-group-exchange-sha256';

/**
 * What `ssh-algorithms: legacy` adds to ssh2's own lists. A server that calls itself `Cisco-1.25` needs the fixed groups:
 * ssh2 offers it no group exchange at all. RC4, Blowfish and CAST are missing because OpenSSL 3 no longer has them.
 */
const LEGACY = {
	kex: ['diffie-hellman-group14-sha1', 'diffie-hellman-group-exchange-sha1', 'diffie-hellman-group1-sha1'],
	serverHostKey: ['ssh-dss'],
	cipher: ['aes256-cbc', 'aes192-cbc', 'aes128-cbc', '3des-cbc'],
	hmac: ['hmac-sha1-96', 'hmac-md5', 'hmac-md5-96'],
} as const;

const LEGACY_NAMES: ReadonlySet<string> = new Set(Object.values(LEGACY).flat());

/** Whether `ssh-algorithms: legacy` would have offered it, and `modern` does not. */
export function isLegacy(algorithm: string): boolean {
	return LEGACY_NAMES.has(algorithm);
}

/**
 * What to offer to a server, in ssh2's words. The client's order decides (RFC 4253, section 7.1): what stands last is taken
 * only from a server that has nothing better.
 */
export function algorithmsToOffer(profile: SshAlgorithms, trust: HostTrust): Algorithms {
	if (profile === 'modern') return { serverHostKey: hostKeyAlgorithms(trust), kex: keyExchanges([]) };
	return {
		serverHostKey: hostKeyAlgorithms(trust, LEGACY.serverHostKey),
		kex: keyExchanges(LEGACY.kex),
		cipher: { remove: [], append: [...LEGACY.cipher], prepend: [] },
		hmac: { remove: [], append: [...LEGACY.hmac], prepend: [] },
	};
}

/** The group exchange behind everything else that is safe, so that only a server without another one has it. */
function keyExchanges(further: readonly KexAlgorithm[]): AlgorithmList<KexAlgorithm> {
	// ssh2 follows the keys in their order.
	return { remove: SLOW, append: [SLOW, ...further], prepend: [] };
}
