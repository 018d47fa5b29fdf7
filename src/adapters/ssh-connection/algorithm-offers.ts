const OFFER = /^Handshake: \((local|remote)\) ([^:]+): (.*)$/;

/** SHA-1 key exchanges, CBC and stream ciphers, MD5, DSA: what ssh2 knows but, like OpenSSH, no longer offers. */
const LEGACY = /sha1|-cbc|arcfour|md5|ssh-dss|ripemd/;

/** Extensions that are signalled in the list of key exchanges (RFC 8308; OpenSSH's PROTOCOL, 1.10) and are none. */
const SIGNAL = /^(?:ext-info|kex-strict)-/;

/**
 * What both sides offered last. ssh2 tells it to nobody but its debug log, and an error without it would leave the reader
 * guessing which list to mend.
 */
export class AlgorithmOffers {
	#kind = '';
	readonly #offer = { local: '', remote: '' };

	/** Takes a line of ssh2's debug log. */
	readonly listen = (message: string): void => {
		if (!message.startsWith('Handshake: (')) return;
		const [, side, kind = '', names = ''] = OFFER.exec(message) ?? [];
		if (side !== 'local' && side !== 'remote') return;
		this.#kind = kind;
		this.#offer[side] = names;
	};

	/** Which list did not match; the server's names are its own text, so only what looks like a name is shown. */
	describe(): string {
		const remote = algorithmsIn(this.#offer.remote);
		const ours = algorithmsIn(this.#offer.local).join(', ');
		const legacy = remote.length > 0 && remote.every((name) => LEGACY.test(name));
		const advice = legacy
			? 'It offers only legacy algorithms: update its software, or allow a modern one in its SSH settings'
			: 'Allow one of ours in its SSH settings';
		return `no common ${this.#kind}: it offers ${remote.join(', ') || 'none'}; we offer ${ours}. ${advice}`;
	}
}

function algorithmsIn(list: string): string[] {
	return list.split(',').filter((name) => /^[\w.@+-]{1,64}$/.test(name) && !SIGNAL.test(name));
}
