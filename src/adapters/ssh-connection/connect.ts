import type { Duplex } from 'node:stream';
import ssh2, { type AnyAuthMethod, type NextAuthHandler } from 'ssh2';
import type { Credentials, SshAlgorithms, Timeouts } from '../../domain/connection.ts';
import type { Trace } from '../../use-cases/ports.ts';
import { bounded } from '../connection/bounded.ts';
import { nameLogin } from '../connection/login.ts';
import type { LoginFuse, LoginTurn } from '../connection/login-fuse.ts';
import { Phase } from '../connection/phase.ts';
import { type AgentKey, listAgentKeys } from './agent-keys.ts';
import { AlgorithmOffers } from './algorithm-offers.ts';
import { Authentication } from './authentication.ts';
import { limitGroupExchange } from './group-exchange.ts';
import { type LoginStage, loginFailure, loginTimeout } from './login-failure.ts';
import { OpeningWords } from './opening-words.ts';
import { algorithmsToOffer } from './ssh-algorithms.ts';
import { SshFailure } from './ssh-failure.ts';
import { SshSession } from './ssh-session.ts';
import { describeKey, type HostTrust, verifyHostKey } from './verify-host-key.ts';

/** One SSH server: the way to it, whom it is trusted as, and how to log in. */
export interface ConnectOptions {
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
	/** Says when the login may be tried, and whether at all. Left out: it is tried at once. */
	readonly logins?: LoginFuse;
}

/** A session that is logged in. */
export interface Connected {
	readonly session: SshSession;
	/** The phase that began with the login and ends where the first command can be sent. */
	readonly auth: Phase;
}

/** Makes the handshake, verifies the host key and logs in. Throws an `SshFailure` that says at which of them it ended. */
export async function connect(options: ConnectOptions): Promise<Connected> {
	const { where, socket, trust, credentials, algorithms, timeouts, signal, keepaliveMs = 0, trace, logins } = options;
	const client = new ssh2.Client();
	const session = new SshSession({ where, client, socket });
	const offers = new AlgorithmOffers({ profile: algorithms, setting: trust.setting });
	const { connectMs, authMs } = timeouts;
	let stage: LoginStage = 'connecting';
	let words: OpeningWords | null = null;
	const turn = logins?.turnFor(credentials, signal) ?? null;

	try {
		const timedOut = (): Error => loginTimeout({ where, stage, connectMs, authMs, said: words?.describe() ?? null });
		const agentKeys = await agentKeysOf(options);
		const bounds = { signals: [signal], timeoutMs: connectMs, timedOut };
		const auth = await bounded<Phase>(bounds, ({ resolve, reject, restart }) => {
			let login: Phase | null = null;
			const authentication = new Authentication({ where, credentials, agentKeys, abandon: reject });
			const exchange = { where, client, refuse: reject };
			const tryInTurn = async (turn: LoginTurn, tryNext: NextAuthHandler): Promise<void> => {
				// The time that others take is not the device's.
				restart(timeouts.deviceMs);
				if (!(await turn.given())) return reject(authentication.notAsked());
				login = new Phase('auth', timeouts);
				restart(authMs);
				// Its types leave out that false ends the login, as it does where it is returned.
				tryNext(authentication.next() as AnyAuthMethod);
			};
			let loggedIn = false;
			const failed = (cause?: unknown): void => {
				// Every connection closes in the end, and nobody asks any more what that says about the login.
				if (loggedIn) return;
				reject(
					authentication.refusal(cause) ??
						loginFailure({ where, stage, offers, said: words?.describe() ?? null, cause }),
				);
			};
			client.once('ready', () => {
				trace?.('login', `as ${credentials.username}`);
				if (login === null) return;
				loggedIn = true;
				resolve(login);
			});
			client.once('connect', () => {
				trace?.('connection', where);
				stage = 'greeting';
			});
			client.once('handshake', () => {
				stage = 'authenticating';
				login = new Phase('auth', timeouts);
				restart(authMs);
			});
			client.once('error', failed);
			client.once('close', () => failed());
			client.once('change password', () => reject(authentication.expired()));
			client.connect({
				sock: socket,
				username: credentials.username,
				// One clock is enough, and ours says which stage it was.
				readyTimeout: 0,
				keepaliveInterval: keepaliveMs,
				algorithms: algorithmsToOffer(algorithms, trust),
				debug: (message) => {
					// Keys may be exchanged anew at any time; the rest is about the login.
					limitGroupExchange(message, exchange);
					if (loggedIn) return;
					offers.listen(message);
					authentication.listen(message);
				},
				authHandler: (_methods, _partial, tryNext) => {
					if (turn === null || turn.isGiven || !authentication.isAsked) return authentication.next();
					tryInTurn(turn, tryNext).catch(reject);
					return undefined;
				},
				hostVerifier: (key: Buffer) => {
					stage = 'negotiating';
					const refusal = verifyHostKey(key, trust);
					trace?.('algorithms', offers.describeAgreed());
					if (refusal !== null) reject(refusal);
					else trace?.('host-key', describeKey(key));
					return refusal === null;
				},
			});
			words = new OpeningWords(socket);
		});
		turn?.end('taken');
		return { session, auth };
	} catch (error) {
		turn?.end(error instanceof SshFailure && error.triedLogin ? 'refused' : 'nothing');
		session.destroy(error);
		nameLogin(error, credentials);
		throw error;
	}
}

async function agentKeysOf({ where, credentials, timeouts, signal }: ConnectOptions): Promise<readonly AgentKey[]> {
	const { agent: socket } = credentials;
	return socket === null ? [] : listAgentKeys({ where, socket, timeoutMs: timeouts.authMs, signal });
}
