import type { Duplex } from 'node:stream';
import type { Bastion, Clock } from '../../use-cases/ports.ts';
import { abortable } from '../connection/abortable.ts';
import { dial } from '../connection/dial.ts';
import { type Endpoint, formatEndpoint } from '../connection/endpoint.ts';
import { connect } from './connect.ts';
import type { KnownHosts } from './host-keys.ts';
import { onceMoreAfterReset } from './once-more.ts';
import { Slots } from './slots.ts';
import { SshFailure } from './ssh-failure.ts';
import type { SshSession } from './ssh-session.ts';

/** An unreachable bastion is left alone for so long: the devices behind it fail at once, not each after a timeout. */
const REST_MS = 30_000;
const KEEPALIVE_MS = 15_000;

/** A way through a bastion. Disposing of it frees its place, not the socket. */
export interface Tunnel extends Disposable {
	readonly socket: Duplex;
	/** 1 for the device that had the bastion's connection opened. */
	readonly handshakes: number;
}

/** Which device to reach, and through what. */
export interface TunnelOptions {
	readonly bastion: Bastion;
	readonly to: Endpoint;
	readonly timeoutMs: number;
	readonly signal: AbortSignal;
}

interface Hop {
	readonly slots: Slots;
	/** Pending, open or failed; null when there is none or it was lost. */
	session: Promise<SshSession> | null;
	/** On the clock's `elapsed()`: when a failed connection may be tried again. */
	retryAt: number;
}

export interface BastionsOptions {
	/** Null: only pinned host keys are trusted. */
	readonly knownHosts: KnownHosts | null;
	/**
	 * How many devices may go through one bastion at once.
	 *
	 * @default Infinity
	 */
	readonly perBastion?: number;
	readonly clock: Clock;
}

/** One connection per bastion, shared by all devices behind it; each gets a channel (`direct-tcpip`) of its own. */
export class Bastions implements AsyncDisposable {
	readonly #knownHosts: KnownHosts | null;
	readonly #perBastion: number;
	readonly #clock: Clock;
	readonly #hops = new Map<string, Hop>();
	readonly #closing = new AbortController();

	constructor({ knownHosts, perBastion = Number.POSITIVE_INFINITY, clock }: BastionsOptions) {
		this.#knownHosts = knownHosts;
		this.#perBastion = perBastion;
		this.#clock = clock;
	}

	/** Opens a way to a device, when there is a place for it. */
	async open(options: TunnelOptions): Promise<Tunnel> {
		const hop = this.#hopTo(options.bastion);
		const slot = await hop.slots.take(options.signal);
		try {
			return { ...(await this.#forward(hop, options)), [Symbol.dispose]: () => slot[Symbol.dispose]() };
		} catch (error) {
			slot[Symbol.dispose]();
			throw error;
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#closing.abort(new SshFailure('ERR_CANCELLED', 'the SSH connections were closed'));
		const sessions = await Promise.allSettled([...this.#hops.values()].map((hop) => hop.session));
		this.#hops.clear();
		for (const result of sessions) {
			if (result.status === 'fulfilled') await result.value?.[Symbol.asyncDispose]();
		}
	}

	/** A connection that has dropped since the last device is opened once more. */
	async #forward(hop: Hop, options: TunnelOptions): Promise<{ socket: Duplex; handshakes: number }> {
		const { bastion, to, timeoutMs, signal } = options;
		for (let handshakes = 0, attempt = 1; ; attempt += 1) {
			if (this.#clock.elapsed() >= hop.retryAt) hop.session = null;
			if (hop.session === null) handshakes += 1;
			hop.session ??= this.#connect(hop, bastion, timeoutMs);
			const session = await abortable(hop.session, signal);
			try {
				return { socket: await session.forward({ to, timeoutMs, signal }), handshakes };
			} catch (error) {
				if (signal.aborted || !session.lost.aborted) throw error;
				if (attempt === 1) continue;
				const message = `${nameOf(bastion)} dropped its connection. Look at its log`;
				throw new SshFailure('ERR_UNREACHABLE', message, { cause: error });
			}
		}
	}

	#connect(hop: Hop, bastion: Bastion, timeoutMs: number): Promise<SshSession> {
		const endpoint = { host: bastion.host, port: bastion.port };
		const login = (): Promise<SshSession> =>
			connect({
				where: nameOf(bastion),
				socket: dial(endpoint),
				trust: { setting: `bastions.${bastion.name}`, endpoint, pin: bastion.hostKey, knownHosts: this.#knownHosts },
				credentials: bastion.credentials,
				algorithms: bastion.sshAlgorithms,
				timeoutMs,
				signal: this.#closing.signal,
				keepaliveMs: KEEPALIVE_MS,
			});
		const session = onceMoreAfterReset(login, this.#closing.signal);
		hop.retryAt = Number.POSITIVE_INFINITY;
		session.then(
			({ lost }) => lost.addEventListener('abort', () => this.#forget(hop, session), { once: true }),
			(error: unknown) => {
				// A refused login or host key stays refused: a second try for the next device could lock the account.
				if (isPassing(error)) hop.retryAt = this.#clock.elapsed() + REST_MS;
			},
		);
		return session;
	}

	#forget(hop: Hop, session: Promise<SshSession>): void {
		if (hop.session === session) hop.session = null;
	}

	#hopTo({ name }: Bastion): Hop {
		const known = this.#hops.get(name);
		if (known !== undefined) return known;
		const hop: Hop = { slots: new Slots(this.#perBastion), session: null, retryAt: Number.POSITIVE_INFINITY };
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
