import type { Duplex } from 'node:stream';
import ssh2 from 'ssh2';
import type { Credentials, SshAlgorithms, Trace } from '../../use-cases/ports.ts';
import { bounded } from '../connection/bounded.ts';
import { type AgentKey, listAgentKeys } from './agent-keys.ts';
import { AlgorithmOffers } from './algorithm-offers.ts';
import { Authentication } from './authentication.ts';
import { type LoginStage, loginFailure, loginTimeout } from './login-failure.ts';
import { algorithmsToOffer } from './ssh-algorithms.ts';
import { SshSession } from './ssh-session.ts';
import { describeKey, type HostTrust, verifyHostKey } from './verify-host-key.ts';

export interface ConnectOptions {
	/** The server in messages: `192.0.2.1:22`, `bastion ams (jump:22)`. */
	readonly where: string;
	/** A stream to the server, which may still be connecting. It belongs to the session from here on. */
	readonly socket: Duplex;
	readonly trust: HostTrust;
	readonly credentials: Credentials;
	readonly algorithms: SshAlgorithms;
	/** From now to the login. */
	readonly timeoutMs: number;
	/** Gives the login up; once it is done, the session goes its own way. */
	readonly signal: AbortSignal;
	/** Asks the server for a sign of life this often; 0: never. */
	readonly keepaliveMs?: number;
	readonly trace?: Trace;
}

/** Makes the handshake, verifies the host key and logs in. Throws an `SshFailure` that says at which of them it ended. */
export async function connect(options: ConnectOptions): Promise<SshSession> {
	const {
		where,
		socket,
		trust,
		credentials,
		algorithms,
		timeoutMs,
		signal,
		keepaliveMs = 0,
		trace = () => {},
	} = options;
	const client = new ssh2.Client();
	const session = new SshSession({ where, client, socket });
	const offers = new AlgorithmOffers({ profile: algorithms, setting: trust.setting });
	let stage: LoginStage = 'connecting';

	try {
		const timedOut = (): Error => loginTimeout({ where, stage, timeoutMs });
		const agentKeys = await agentKeysOf(options);
		await bounded<void>({ signals: [signal], timeoutMs, timedOut }, ({ resolve, reject }) => {
			const authentication = new Authentication({ where, credentials, agentKeys, abandon: reject });
			const failed = (cause?: unknown): void => {
				reject(authentication.refusal(cause) ?? loginFailure({ where, stage, offers, cause }));
			};
			client.once('ready', () => {
				trace('login', `as ${credentials.username}`);
				resolve();
			});
			client.once('connect', () => {
				trace('connection', where);
				stage = 'greeting';
			});
			client.once('handshake', ({ kex, cs }) => {
				trace('algorithms', `${kex}, ${cs.cipher}`);
				stage = 'authenticating';
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
					offers.listen(message);
					authentication.listen(message);
				},
				authHandler: () => authentication.next(),
				hostVerifier: (key: Buffer) => {
					stage = 'negotiating';
					const refusal = verifyHostKey(key, trust);
					trace('algorithms', '');
					if (refusal !== null) reject(refusal);
					else trace('host-key', describeKey(key));
					return refusal === null;
				},
			});
		});
	} catch (error) {
		session.destroy(error);
		throw error;
	}
	return session;
}

async function agentKeysOf({ where, credentials, timeoutMs, signal }: ConnectOptions): Promise<readonly AgentKey[]> {
	const { agent: socket } = credentials;
	return socket === null ? [] : listAgentKeys({ where, socket, timeoutMs, signal });
}
