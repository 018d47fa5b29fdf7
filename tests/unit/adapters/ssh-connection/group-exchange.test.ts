import { getDiffieHellman } from 'node:crypto';
import ssh2 from 'ssh2';
import { describe, expect, it } from 'vitest';
import { limitGroupExchange } from '../../../../src/adapters/ssh-connection/group-exchange.ts';

const ASKING = 'Outbound: Sending KEXDH_GEX_REQUEST';

/** A client in the middle of a group exchange: the fields of ssh2 that are touched. */
function exchanging(_kex: object | undefined) {
	const taken: Buffer[] = [];
	const exchange = {
		_minBits: 1_024,
		_prefBits: 8_192,
		_maxBits: 8_192,
		setDHParams: (prime: Buffer) => taken.push(prime),
	};
	const client = Object.assign(new ssh2.Client(), { _protocol: { _kex: _kex ?? exchange } });
	const refusals: Error[] = [];
	limitGroupExchange(ASKING, { where: '192.0.2.1:22', client, refuse: (error) => refusals.push(error) });
	return { exchange, taken, refusals };
}

describe('limitGroupExchange', () => {
	it('asks for the smallest group that is safe', () => {
		expect(exchanging(undefined).exchange).toMatchObject({ _minBits: 2_048, _prefBits: 2_048, _maxBits: 2_048 });
	});

	it('takes it', () => {
		const { exchange, taken, refusals } = exchanging(undefined);
		const prime = Buffer.concat([Buffer.of(0), getDiffieHellman('modp14').getPrime()]);

		exchange.setDHParams(prime);

		expect(taken).toEqual([prime]);
		expect(refusals).toEqual([]);
	});

	it.each([
		['1024 bits', getDiffieHellman('modp2').getPrime()],
		['2047 bits', Buffer.concat([Buffer.of(0x7f), Buffer.alloc(255, 0xff)])],
		['2049 bits', Buffer.concat([Buffer.of(1), Buffer.alloc(256, 0xff)])],
		['3072 bits', getDiffieHellman('modp15').getPrime()],
		['8192 bits', getDiffieHellman('modp18').getPrime()],
		['262144 bits', Buffer.alloc(32_768, 0xff)],
		['0 bits', Buffer.alloc(0)],
	])('refuses a prime of %s before anybody looks at it', (bits, prime) => {
		const { exchange, taken, refusals } = exchanging(undefined);

		expect(() => exchange.setDHParams(prime)).toThrow(
			`192.0.2.1:22 answered with a group of ${bits}, but was asked for`,
		);
		expect(taken).toEqual([]);
		expect(refusals).toMatchObject([{ code: 'ERR_ALGORITHMS' }]);
	});

	it('goes no further with an ssh2 that is built in another way', () => {
		expect(exchanging({}).refusals).toMatchObject([{ message: 'ssh2 keeps its group exchange elsewhere' }]);
	});

	it('looks at nothing else', () => {
		const refuse = (error: Error): never => {
			throw error;
		};

		expect(() =>
			limitGroupExchange('Handshake completed', { where: '', client: new ssh2.Client(), refuse }),
		).not.toThrow();
	});
});
