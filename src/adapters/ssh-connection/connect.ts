import ssh2 from 'ssh2';
import { nameLogin } from '../connection/login.ts';
import type { LoginFuse } from '../connection/login-fuse.ts';
import type { Phase } from '../connection/phase.ts';
import { type AgentKey, listAgentKeys } from './agent-keys.ts';
import { LoginAttempt, type LoginOptions } from './login-attempt.ts';
import { SshFailure } from './ssh-failure.ts';
import { SshSession } from './ssh-session.ts';

/** What a login takes, and how it is kept from being tried everywhere at once. */
export interface ConnectOptions extends LoginOptions {
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
export async function connect({ logins, ...options }: ConnectOptions): Promise<Connected> {
	const { where, socket, credentials, signal } = options;
	const client = new ssh2.Client();
	const session = new SshSession({ where, client, socket });
	const turn = logins?.turnFor(credentials, signal) ?? null;
	try {
		const agentKeys = await agentKeysOf(options);
		const auth = await new LoginAttempt({ ...options, client, agentKeys, turn }).run();
		turn?.end('taken');
		return { session, auth };
	} catch (error) {
		turn?.end(error instanceof SshFailure && error.triedLogin ? 'refused' : 'nothing');
		session.destroy(error);
		nameLogin(error, credentials);
		throw error;
	}
}

async function agentKeysOf({ where, credentials, timeouts, signal }: LoginOptions): Promise<readonly AgentKey[]> {
	const { agent: socket } = credentials;
	return socket === null ? [] : listAgentKeys({ where, socket, timeoutMs: timeouts.authMs, signal });
}
