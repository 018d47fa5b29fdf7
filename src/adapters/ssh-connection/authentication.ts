import type { AnyAuthMethod, KeyboardInteractiveCallback, Prompt } from 'ssh2';
import type { Credentials } from '../../domain/connection.ts';
import { REFUSALS_AT_MOST } from '../connection/login-fuse.ts';
import { printable } from '../connection/printable.ts';
import type { AgentKey } from './agent-keys.ts';
import { asksForPassword } from './login-question.ts';
import { readPrivateKey } from './private-key.ts';
import { SshFailure } from './ssh-failure.ts';

const REFUSED = 'Inbound: Received USERAUTH_FAILURE (';

/**
 * One login: a key if there is one, then the keys of an agent, then the password *once*, either as `password` or as the
 * answer to `keyboard-interactive`, never as both: what was refused is not repeated, so that no account is locked.
 */
export class Authentication {
	readonly #where: string;
	readonly #credentials: Credentials;
	readonly #abandon: (failure: SshFailure) => void;
	readonly #agentKeys: AgentKey[];
	readonly #tried = new Set<'key' | 'keys of the agent' | 'password'>();
	#asked = false;
	#interactive = false;
	#offered: readonly string[] = [];

	/**
	 * @param options.agentKeys - those that may be offered
	 * @param options.abandon - called when a question cannot be answered; ssh2 has no answer for "give up" there
	 */
	constructor(options: {
		readonly where: string;
		readonly credentials: Credentials;
		readonly agentKeys: readonly AgentKey[];
		readonly abandon: (failure: SshFailure) => void;
	}) {
		this.#where = options.where;
		this.#credentials = options.credentials;
		this.#agentKeys = [...options.agentKeys];
		this.#abandon = options.abandon;
	}

	/**
	 * Takes a line of ssh2's debug log: which methods are left after a try. To `next` it tells them too, but not after a
	 * key of an agent, and a server that wants a key *and* a password says so just then.
	 */
	readonly listen = (message: string): void => {
		if (!message.startsWith(REFUSED)) return;
		const [left = ''] = message.slice(REFUSED.length).split(')', 1);
		this.#offered = left.split(',').filter((method) => method !== '');
	};

	/** Whether the server has been asked what it takes: what comes next may be refused. */
	get isAsked(): boolean {
		return this.#asked;
	}

	/** What to try next; false ends the login. Shaped for ssh2's `authHandler`. */
	next(): AnyAuthMethod | false {
		const { username, password, privateKey } = this.#credentials;
		// As every client does: an empty try tells what the server takes.
		if (!this.#asked) {
			this.#asked = true;
			return { type: 'none', username };
		}
		// A server that names nothing may still take something.
		const takes = (method: string): boolean => this.#offered.length === 0 || this.#offered.includes(method);

		if (privateKey !== null && !this.#tried.has('key') && takes('publickey')) {
			const { key, mistake } = readPrivateKey(this.#credentials);
			if (key === null) {
				this.#abandon(this.#failure(`was not asked: ${mistake}`));
				return false;
			}
			this.#tried.add('key');
			return { type: 'publickey', username, key };
		}
		const agent = takes('publickey') ? this.#agentKeys.shift() : undefined;
		if (agent !== undefined) {
			this.#tried.add('keys of the agent');
			return { type: 'agent', username, agent };
		}
		if (password === null || this.#tried.has('password')) return false;
		if (takes('password')) {
			this.#tried.add('password');
			return { type: 'password', username, password };
		}
		if (this.#interactive || !takes('keyboard-interactive')) return false;
		this.#interactive = true;
		return { type: 'keyboard-interactive', username, prompt: this.#answer(password) };
	}

	/** What the end of the connection says about this login; null when it has nothing to do with it. */
	refusal(cause: unknown): SshFailure | null {
		const tried = [...this.#tried].map((kind) => `the ${kind}`).join(' and ');
		const level = cause instanceof Error && 'level' in cause ? cause.level : null;
		if (level === 'agent') {
			const message = 'accepts a key of the SSH agent, but the agent does not sign with it. Look at the agent';
			return this.#failure(message, { cause, triedLogin: false });
		}
		const gaveUp = level === 'client-authentication';
		if (tried !== '' && gaveUp) {
			return this.#failure(
				`refused ${tried}. Check the credentials; they were tried once and will not be tried again`,
				{
					cause,
				},
			);
		}
		if (tried !== '') {
			const advice = 'Check the credentials, and that its AAA server is not overloaded; they are not tried again';
			return this.#failure(`closed the connection when ${tried} was offered. ${advice}`, { cause });
		}
		if (!gaveUp) return null;
		const { agent, password, privateKey } = this.#credentials;
		const has = [
			privateKey === null ? null : 'a private key',
			agent === null ? null : 'an agent',
			password === null ? null : 'a password',
		];
		const held = has.filter((kind) => kind !== null).join(' and ') || 'no key and no password';
		const accepts = this.#offered.map((method) => printable(method, 60)).join(', ') || 'no login that it names';
		return this.#failure(`accepts ${accepts}, and the credentials hold ${held}. Add what it asks for`, { cause });
	}

	/** The server wants a new password before it lets anybody in, and nobody is there to think of one. */
	expired(): SshFailure {
		return this.#failure('says that the password has expired. Change it, then update the credentials');
	}

	/** Others have refused the same login. */
	notAsked(): SshFailure {
		const why = `was not asked: the first ${REFUSALS_AT_MOST} devices refused this login and none accepted it, so that no account is locked`;
		return this.#failure(`${why}. Check it; devices with a different login need credentials of their own`);
	}

	#answer(password: string) {
		return (
			_name: string,
			_text: string,
			_language: string,
			prompts: Prompt[],
			finish: KeyboardInteractiveCallback,
		) => {
			const strange = prompts.find(({ prompt }) => !asksForPassword(prompt)) ?? prompts[1];
			if (strange !== undefined) {
				const question = printable(strange.prompt, 60);
				return this.#abandon(
					this.#failure(`asks "${question}", which only a person can answer. Use a key or another account`),
				);
			}
			// A device that asks again in the same dialogue has refused the first answer.
			if (this.#tried.has('password'))
				return this.#abandon(
					this.#failure(
						'refused the password. Check the credentials; they were tried once and will not be tried again',
					),
				);
			this.#tried.add('password');
			finish(prompts.map(() => password));
		};
	}

	#failure(
		message: string,
		{ cause, triedLogin = this.#tried.size > 0 }: { readonly cause?: unknown; readonly triedLogin?: boolean } = {},
	): SshFailure {
		return new SshFailure('ERR_AUTHENTICATION', `${this.#where} ${message}`, { cause, triedLogin });
	}
}
