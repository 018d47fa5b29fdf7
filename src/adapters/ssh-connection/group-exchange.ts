import type { Client } from 'ssh2';
import { SshFailure } from './ssh-failure.ts';

/** What ssh2 says in its debug log before it asks for a group, and again in a rekeying. */
const ASKING = 'Outbound: Sending KEXDH_GEX_REQUEST';

/**
 * RFC 8270 has no smaller group; `diffie-hellman-group14-sha256` is as large, and OpenSSH's own choice for who wants no
 * more.
 */
const GROUP_BITS = 2_048;

/** The parts of ssh2's own exchange that decide what is asked for, and are handed what comes. */
interface GroupExchange {
	_minBits: number;
	_prefBits: number;
	_maxBits: number;
	setDHParams(prime: Buffer, generator: Buffer): void;
}

/** The client whose exchange is limited, and what happens to one that is refused. */
export interface GroupExchangeOptions {
	readonly where: string;
	readonly client: Client;
	readonly refuse: (error: Error) => void;
}

/**
 * Keeps a Diffie-Hellman group exchange (RFC 4419) short, as one device must not hold up all others. ssh2 asks for a prime of
 * 8192 bits and takes one of any size, and OpenSSL then proves it to be a prime while nothing else runs: 0.3 s of CPU time
 * for 2048 bits, 4.6 s for 4096, 33 s for 8192. ssh2 has no option for either; docs/adr/0017 says why its inside is touched.
 */
export function limitGroupExchange(message: string, { where, client, refuse }: GroupExchangeOptions): void {
	if (message !== ASKING) return;
	const exchange: unknown = Reflect.get(Object(Reflect.get(client, '_protocol')), '_kex');
	if (!isGroupExchange(exchange)) {
		refuse(new Error('ssh2 keeps its group exchange elsewhere'));
		return;
	}
	exchange._minBits = GROUP_BITS;
	exchange._prefBits = GROUP_BITS;
	exchange._maxBits = GROUP_BITS;
	const take = exchange.setDHParams.bind(exchange);
	exchange.setDHParams = (prime, generator) => {
		const bits = bitLength(prime);
		if (bits === GROUP_BITS) {
			take(prime, generator);
			return;
		}
		const message = `${where} answered with a group of ${bits} bits, but was asked for ${GROUP_BITS}. Allow another key exchange in its SSH settings`;
		const failure = new SshFailure('ERR_ALGORITHMS', message);
		refuse(failure);
		// Ends the handshake before the prime is looked at.
		throw failure;
	};
}

function isGroupExchange(exchange: unknown): exchange is GroupExchange {
	return (
		typeof exchange === 'object' &&
		exchange !== null &&
		['_minBits', '_prefBits', '_maxBits'].every((field) => typeof Reflect.get(exchange, field) === 'number') &&
		typeof Reflect.get(exchange, 'setDHParams') === 'function'
	);
}

/** Of a number as it is sent: a zero byte stands in front where the first bit is set. */
function bitLength(number: Buffer): number {
	const first = number.findIndex((byte) => byte !== 0);
	return first < 0 ? 0 : (number.length - first) * 8 - Math.clz32(number[first] ?? 0) + 24;
}
