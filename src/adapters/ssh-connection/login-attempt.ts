import type { Duplex } from 'node:stream';
import type { AnyAuthMethod, AuthHandlerMiddleware, Client, ConnectConfig, NextAuthHandler } from 'ssh2';
import type { Credentials, SshAlgorithms, Timeouts } from '../../domain/connection.ts';
import type { Trace } from '../../use-cases/ports.ts';
import { bounded, type Settle } from '../connection/bounded.ts';
import type { LoginTurn } from '../connection/login-fuse.ts';
import { Phase } from '../connection/phase.ts';
import type { AgentKey } from './agent-keys.ts';
import { AlgorithmOffers } from './algorithm-offers.ts';
import { Authentication } from './authentication.ts';
import { limitGroupExchange } from './group-exchange.ts';
import { type LoginStage, loginFailure, loginTimeout } from './login-failure.ts';
import { OpeningWords } from './opening-words.ts';
import { algorithmsToOffer } from './ssh-algorithms.ts';
import { describeKey, type HostTrust, verifyHostKey } from './verify-host-key.ts';

/** One SSH server: the way to it, whom it is trusted as, and how to log in. */
export interface LoginOptions {
	/** The server in messages: `192.0.2.1:22`, `bastion ams (jump:22)`. */
	readonly where: string;
	/** A stream to the server, which may still be connecting. It belongs to the session from here on. */
	readonly socket: Duplex;
	readonly trust: HostTrust;
	readonly credentials: Credentials;
	readonly algorithms: SshAlgorithms;
	readonly timeouts: Timeouts;
	/** Gives the login up; once it is done, the session goes its own way. */
	readonly signal: AbortSignal;
	/** Asks the server for a sign of life this often; 0: never. */
	readonly keepaliveMs?: number;
	readonly trace?: Trace;
}

interface AttemptOptions extends LoginOptions {
	readonly client: Client;
	readonly agentKeys: readonly AgentKey[];
	/** null: the login is tried at once. */
	readonly turn: LoginTurn | null;
}

/** The wait for the end of an attempt, and the login that is part of it. */
interface Ongoing extends Settle<Phase> {
	readonly authentication: Authentication;
}

/** The way from a stream to a session that is logged in: one handshake, one host key, one login. */
export class LoginAttempt {
	readonly #options: AttemptOptions;
	readonly #offers: AlgorithmOffers;
	#stage: LoginStage = 'connecting';
	#words: OpeningWords | null = null;
	/** Once the server may be asked to let us in. */
	#login: Phase | null = null;
	#isLoggedIn = false;

	constructor(options: AttemptOptions) {
		const { algorithms, trust } = options;
		this.#options = options;
		this.#offers = new AlgorithmOffers({ profile: algorithms, setting: trust.setting });
	}

	/** Resolves to the phase that began with the login. */
	run(): Promise<Phase> {
		const { where, client, socket, credentials, agentKeys, timeouts, signal } = this.#options;
		const { connectMs, authMs } = timeouts;
		const timedOut = (): Error => loginTimeout({ where, stage: this.#stage, connectMs, authMs, said: this.#said });
		return bounded<Phase>({ signals: [signal], timeoutMs: connectMs, timedOut }, (settle) => {
			const authentication = new Authentication({ where, credentials, agentKeys, abandon: settle.reject });
			const ongoing = { ...settle, authentication };
			this.#listen(ongoing);
			client.connect(this.#configOf(ongoing));
			this.#words = new OpeningWords(socket);
		});
	}

	get #said(): string | null {
		return this.#words?.describe() ?? null;
	}

	#listen(ongoing: Ongoing): void {
		const { where, client, credentials, trace } = this.#options;
		const { authentication, resolve, reject } = ongoing;
		client.once('connect', () => {
			trace?.('connection', where);
			this.#stage = 'greeting';
		});
		client.once('handshake', () => {
			this.#stage = 'authenticating';
			this.#beginLogin(ongoing);
		});
		client.once('ready', () => {
			trace?.('login', `as ${credentials.username}`);
			if (this.#login === null) return;
			this.#isLoggedIn = true;
			resolve(this.#login);
		});
		client.once('error', (cause) => this.#fail(ongoing, cause));
		client.once('close', () => this.#fail(ongoing));
		client.once('change password', () => reject(authentication.expired()));
	}

	#configOf(ongoing: Ongoing): ConnectConfig {
		const { where, client, socket, trust, credentials, algorithms, keepaliveMs = 0 } = this.#options;
		const { authentication, reject } = ongoing;
		const exchange = { where, client, refuse: reject };
		return {
			sock: socket,
			username: credentials.username,
			// One clock is enough, and ours says which stage it was.
			readyTimeout: 0,
			keepaliveInterval: keepaliveMs,
			algorithms: algorithmsToOffer(algorithms, trust),
			debug: (message) => {
				// Keys may be exchanged anew at any time; the rest is about the login.
				limitGroupExchange(message, exchange);
				if (this.#isLoggedIn) return;
				this.#offers.listen(message);
				authentication.listen(message);
			},
			authHandler: this.#authHandlerOf(ongoing),
			hostVerifier: (key: Buffer) => this.#verify(key, ongoing),
		};
	}

	#authHandlerOf(ongoing: Ongoing): AuthHandlerMiddleware {
		const { turn } = this.#options;
		const { authentication, reject } = ongoing;
		return (_methods, _partial, tryNext) => {
			if (turn === null || turn.isGiven || !authentication.isAsked) return authentication.next();
			this.#tryInTurn(ongoing, { turn, tryNext }).catch(reject);
			return undefined;
		};
	}

	async #tryInTurn(
		ongoing: Ongoing,
		{ turn, tryNext }: { readonly turn: LoginTurn; readonly tryNext: NextAuthHandler },
	): Promise<void> {
		const { authentication, reject, restart } = ongoing;
		// The time that others take is not the device's.
		restart(this.#options.timeouts.deviceMs);
		if (!(await turn.given())) return reject(authentication.notAsked());
		this.#beginLogin(ongoing);
		// Its types leave out that false ends the login, as it does where it is returned.
		tryNext(authentication.next() as AnyAuthMethod);
	}

	#beginLogin({ restart }: Ongoing): void {
		const { timeouts } = this.#options;
		this.#login = new Phase('auth', timeouts);
		restart(timeouts.authMs);
	}

	#verify(key: Buffer, { reject }: Ongoing): boolean {
		const { trust, trace } = this.#options;
		this.#stage = 'negotiating';
		const refusal = verifyHostKey(key, trust);
		trace?.('algorithms', this.#offers.describeAgreed());
		if (refusal !== null) reject(refusal);
		else trace?.('host-key', describeKey(key));
		return refusal === null;
	}

	#fail({ authentication, reject }: Ongoing, cause?: unknown): void {
		// Every connection closes in the end, and nobody asks any more what that says about the login.
		if (this.#isLoggedIn) return;
		const { where } = this.#options;
		const failure = { where, stage: this.#stage, offers: this.#offers, said: this.#said, cause };
		reject(authentication.refusal(cause) ?? loginFailure(failure));
	}
}
