import type { Duplex } from 'node:stream';
import type { Bastion, Timeouts } from '../../domain/connection.ts';
import type { Clock } from '../../use-cases/ports.ts';
import { abortable } from '../connection/abortable.ts';
import { dial } from '../connection/dial.ts';
import { type Endpoint, formatEndpoint } from '../connection/endpoint.ts';
import { connect } from './connect.ts';
import type { KnownHosts } from './host-keys.ts';
import { retryTransient } from './retry-transient.ts';
import { SshFailure } from './ssh-failure.ts';
import type { SshSession } from './ssh-session.ts';

/** An unreachable bastion is left alone for so long: the devices behind it fail at once, not each after a timeout. */
const REST_MS = 30_000;
const KEEPALIVE_MS = 15_000;

/** A way through a bastion: a channel of its connection, which others share. */
export interface Tunnel {
	readonly socket: Duplex;
	/** How many handshakes the way there took: none where the bastion's connection was open already. */
	readonly handshakes: number;
	/** Aborted when the bastion's connection is gone, and the channel with it. */
	readonly lost: AbortSignal;
}

/** Which server to reach, and through what. */
export interface TunnelOptions {
	readonly bastion: Bastion;
	readonly to: Endpoint;
	readonly timeouts: Timeouts;
	readonly signal: AbortSignal;
}

/** A connection to a bastion, and the handshakes that it took: those of the bastions before it included. */
interface Opened {
	readonly session: SshSession;
	readonly handshakes: number;
}

interface Hop {
	/** Pending, open or failed; null when there is none or it was lost. */
	opened: Promise<Opened> | null;
	/** On the clock's `elapsed()`: when a failed connection may be tried again. */
	retryAt: number;
}

/** How bastions are trusted, and how long a failed one rests. */
export interface BastionsOptions {
	/** Null: only pinned host keys are trusted. */
	readonly knownHosts: KnownHosts | null;
	readonly clock: Clock;
	/** Numbers in [0, 1). */
	readonly random: () => number;
}

/**
 * One connection per bastion, shared by all that is behind it, devices and further bastions; each gets a channel
 * (`direct-tcpip`) of its own.
 */
export class Bastions implements AsyncDisposable {
	readonly #knownHosts: KnownHosts | null;
	readonly #clock: Clock;
	readonly #random: () => number;
	readonly #hops = new Map<string, Hop>();
	readonly #closing = new AbortController();

	constructor({ knownHosts, clock, random }: BastionsOptions) {
		this.#knownHosts = knownHosts;
		this.#clock = clock;
		this.#random = random;
	}

	/** Opens a way to a server. A connection that has dropped since the last one is opened once more. */
	async open(options: TunnelOptions): Promise<Tunnel> {
		const { bastion, to, timeouts, signal } = options;
		const hop = this.#hopTo(bastion);
		let handshakes = 0;
		for (let attempt = 1; ; attempt += 1) {
			if (this.#clock.elapsed() >= hop.retryAt) hop.opened = null;
			const isFirst = hop.opened === null;
			hop.opened ??= this.#connect(hop, bastion, timeouts);
			const opened = await abortable(hop.opened, signal);
			const { session } = opened;
			if (isFirst) handshakes += opened.handshakes;
			try {
				const socket = await session.forward({ to, timeoutMs: timeouts.connectMs, signal });
				return { socket, handshakes, lost: session.lost };
			} catch (error) {
				if (signal.aborted || !session.lost.aborted) throw error;
				if (attempt === 1) continue;
				const message = `${nameOf(bastion)} dropped its connection. Check its log`;
				throw new SshFailure('ERR_UNREACHABLE', message, { cause: error });
			}
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#closing.abort(new SshFailure('ERR_CANCELLED', 'the SSH connections were closed'));
		const all = await Promise.allSettled([...this.#hops.values()].map((hop) => hop.opened));
		this.#hops.clear();
		for (const result of all) {
			if (result.status === 'fulfilled') await result.value?.session[Symbol.asyncDispose]();
		}
	}

	#connect(hop: Hop, bastion: Bastion, timeouts: Timeouts): Promise<Opened> {
		const patience = { random: this.#random, signal: this.#closing.signal };
		const opening = retryTransient(() => this.#login(bastion, timeouts), patience);
		hop.retryAt = Number.POSITIVE_INFINITY;
		opening.then(
			({ session }) => session.lost.addEventListener('abort', () => this.#forget(hop, opening), { once: true }),
			(error: unknown) => {
				// A refused login or host key stays refused: a second try for the next device could lock the account.
				if (isPassing(error)) hop.retryAt = this.#clock.elapsed() + REST_MS;
			},
		);
		return opening;
	}

	async #login(bastion: Bastion, timeouts: Timeouts): Promise<Opened> {
		const endpoint = { host: bastion.host, port: bastion.port };
		const { signal } = this.#closing;
		const before =
			bastion.bastion === null ? null : await this.open({ bastion: bastion.bastion, to: endpoint, timeouts, signal });
		const { session } = await connect({
			where: nameOf(bastion),
			socket: before?.socket ?? dial(endpoint),
			trust: {
				setting: `bastions.${bastion.name}`,
				endpoint,
				pin: bastion.hostKey,
				knownHosts: this.#knownHosts,
				acceptNew: bastion.acceptNewHostKey,
			},
			credentials: bastion.credentials,
			algorithms: bastion.sshAlgorithms,
			timeouts,
			signal,
			keepaliveMs: KEEPALIVE_MS,
		});
		return { session, handshakes: 1 + (before?.handshakes ?? 0) };
	}

	#forget(hop: Hop, opening: Promise<Opened>): void {
		if (hop.opened === opening) hop.opened = null;
	}

	#hopTo({ name }: Bastion): Hop {
		const known = this.#hops.get(name);
		if (known !== undefined) return known;
		const hop: Hop = { opened: null, retryAt: Number.POSITIVE_INFINITY };
		this.#hops.set(name, hop);
		return hop;
	}
}

function nameOf({ name, host, port }: Bastion): string {
	return `bastion ${name} (${formatEndpoint({ host, port })})`;
}

function isPassing(error: unknown): boolean {
	return error instanceof SshFailure && (error.code === 'ERR_UNREACHABLE' || error.code === 'ERR_TIMEOUT');
}
