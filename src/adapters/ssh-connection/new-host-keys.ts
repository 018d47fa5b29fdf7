import { type Endpoint, formatEndpoint } from '../connection/endpoint.ts';
import { type KnownHosts, type KnownKey, knownHostsName } from './host-keys.ts';
import { describeKey, knownHostsLine } from './verify-host-key.ts';

/** A key that was taken at first sight. */
export interface NewHostKey {
	/** `192.0.2.1:22 ssh-ed25519 SHA256:…` */
	readonly description: string;
	/** The line of known_hosts that makes it known. */
	readonly line: string;
}

/**
 * What a known_hosts file says, and the keys of hosts that it says nothing about. Such a key counts from the moment in which
 * it is seen: the same address must not show another one later in the run.
 */
export class NewHostKeys implements KnownHosts {
	readonly #known: KnownHosts | null;
	readonly #accepted = new Map<string, KnownKey>();
	#untold: NewHostKey[] = [];

	constructor(known: KnownHosts | null) {
		this.#known = known;
	}

	keysOf(endpoint: Endpoint): readonly KnownKey[] {
		const accepted = this.#accepted.get(nameOf(endpoint));
		const known = this.#known?.keysOf(endpoint) ?? [];
		return accepted === undefined ? known : [...known, accepted];
	}

	accept(endpoint: Endpoint, key: Buffer): void {
		const line = knownHostsLine(endpoint, key);
		const [, type = '', base64 = ''] = line.split(' ');
		this.#accepted.set(nameOf(endpoint), { type, base64, marker: null, anyPort: false });
		this.#untold.push({ description: `${formatEndpoint(endpoint)} ${describeKey(key)}`, line });
	}

	/** The keys that were taken since the last call. */
	take(): readonly NewHostKey[] {
		const taken = this.#untold;
		this.#untold = [];
		return taken;
	}
}

function nameOf({ host, port }: Endpoint): string {
	return knownHostsName({ host: host.toLowerCase(), port });
}
