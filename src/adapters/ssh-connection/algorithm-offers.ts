import type { SshAlgorithms } from '../../domain/connection.ts';
import { nameSome } from '../../domain/text/name-some.ts';
import { isLegacy } from './ssh-algorithms.ts';

const HANDSHAKE = 'Handshake: ';
const LOCAL = 'Handshake: (local) ';
const REMOTE = 'Handshake: (remote) ';
/** What was agreed upon. ssh2's event for it comes only when the host key has been accepted. */
const AGREED = /^Handshake: (?:KEX algorithm|C->S Cipher): (\S+)$/;

/** Extensions that are signalled in the list of key exchanges (RFC 8308; OpenSSH's PROTOCOL, 1.10) and are none. */
const SIGNAL = /^(?:ext-info|kex-strict)-/;

/** More than any implementation has in one list: a server must not fill a report with names that it made up. */
const NAMES_SHOWN = 40;

/**
 * What both sides offered last, and agreed upon. ssh2 tells it to nobody but its debug log, and an error without it would
 * leave the reader guessing which list to mend.
 */
export class AlgorithmOffers {
	readonly #profile: SshAlgorithms;
	readonly #setting: string;
	#local = '';
	#remote = '';
	readonly #agreed: string[] = [];

	/** @param options.setting - where the user would allow more: `devices.edge-01` */
	constructor(options: { readonly profile: SshAlgorithms; readonly setting: string }) {
		this.#profile = options.profile;
		this.#setting = options.setting;
	}

	/** Takes a line of ssh2's debug log. */
	readonly listen = (message: string): void => {
		// Most of them are about packets, thousands of them.
		if (!message.startsWith(HANDSHAKE)) return;
		if (message.startsWith(LOCAL)) this.#local = message.slice(LOCAL.length);
		else if (message.startsWith(REMOTE)) this.#remote = message.slice(REMOTE.length);
		else {
			const [, name] = AGREED.exec(message) ?? [];
			if (name !== undefined) this.#agreed.push(name);
		}
	};

	/** `curve25519-sha256, aes128-gcm@openssh.com`: key exchange and cipher that both sides have. */
	describeAgreed(): string {
		return this.#agreed.slice(0, 2).join(', ');
	}

	/** Which list did not match; the server's names are its own text, so only what looks like a name is shown. */
	describe(): string {
		const { kind, names: remote } = readOffer(this.#remote);
		const ours = readOffer(this.#local).names.join(', ');
		const theirs = nameSome(remote, { most: NAMES_SHOWN });
		const advice =
			this.#profile === 'modern' && remote.some(isLegacy)
				? `It is too old for what is safe today: update its software, or write ssh-algorithms: legacy under ${this.#setting} in fleet.yml`
				: 'Update its software, or allow one of ours in its SSH settings';
		return `no common ${kind}: it offers ${theirs || 'none'}; we offer ${ours}. ${advice}`;
	}
}

/** @param offer - `KEX method: curve25519-sha256,ext-info-c` */
function readOffer(offer: string): { readonly kind: string; readonly names: readonly string[] } {
	const [, kind = '', list = ''] = /^([^:]+): (.*)$/s.exec(offer) ?? [];
	return { kind, names: list.split(',').filter((name) => /^[\w.@+-]{1,64}$/.test(name) && !SIGNAL.test(name)) };
}
