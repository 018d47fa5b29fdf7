import ssh2, {
	type BaseAgent,
	type IdentityCallback,
	type ParsedKey,
	type SignCallback,
	type SigningRequestOptions,
} from 'ssh2';
import { bounded } from '../connection/bounded.ts';
import { SshFailure } from './ssh-failure.ts';

/**
 * How many keys of an agent are offered: OpenSSH ends the connection after six refused tries (MaxAuthTries), and the
 * password may still have to come.
 */
const KEYS_OFFERED = 5;

/** One key of an agent. It is an agent itself, in ssh2's eyes: so each key is a try of its own, and can be counted. */
export type AgentKey = BaseAgent<ParsedKey>;

/**
 * Asks an SSH agent for its keys; the first few of them, in its order. Private keys stay where they are: the agent signs.
 *
 * @param options.socket - path of the agent's socket, what `SSH_AUTH_SOCK` holds
 */
export function listAgentKeys(options: {
	readonly where: string;
	readonly socket: string;
	readonly timeoutMs: number;
	readonly signal: AbortSignal;
}): Promise<readonly AgentKey[]> {
	const { where, socket, timeoutMs, signal } = options;
	const failure = (message: string, cause?: unknown): SshFailure =>
		new SshFailure('ERR_AUTHENTICATION', `${where} was not asked: the SSH agent of the credentials ${message}`, {
			cause,
		});
	const timedOut = (): Error => failure('does not answer. Restart it');
	const agent = ssh2.createAgent(socket);
	return bounded({ signals: [signal], timeoutMs, timedOut }, ({ resolve, reject }) => {
		agent.getIdentities((error, keys) => {
			if (error) return reject(failure('cannot be asked. Start it, and pass its socket on (SSH_AUTH_SOCK)', error));
			const readable = (keys ?? []).filter(isParsed);
			if (readable.length === 0) return reject(failure('holds no key. Add one with ssh-add'));
			resolve(readable.slice(0, KEYS_OFFERED).map((key) => agentOfOneKey(agent, key)));
		});
	});
}

/** What ssh2 makes of every key that an agent lists; its types allow for other agents than that. */
function isParsed(key: object | string): key is ParsedKey {
	return typeof key === 'object' && 'getPublicSSH' in key;
}

/** The class is made here and not above, where it would have ssh2 loaded for runs that ask nobody. */
function agentOfOneKey(agent: BaseAgent, only: ParsedKey): AgentKey {
	class SingleKeyAgent extends ssh2.BaseAgent<ParsedKey> {
		override getIdentities(done: IdentityCallback<ParsedKey>): void {
			done(undefined, [only]);
		}

		override sign(
			key: ParsedKey,
			data: Buffer,
			options: SigningRequestOptions | SignCallback,
			done?: SignCallback,
		): void {
			if (typeof options === 'function') agent.sign(key, data, options);
			else agent.sign(key, data, options, done);
		}
	}
	return new SingleKeyAgent();
}
