import ssh2, { type AnyAuthMethod, type KeyboardInteractiveCallback, type ParsedKey, type Prompt } from 'ssh2';
import type { Credentials } from '../../use-cases/ports.ts';
import { SshFailure } from './ssh-failure.ts';

const PASSWORD_PROMPT = /pass(word|code)/i;
/** A device that wants another password must not get one: an audit changes nothing. */
const NEW_PASSWORD_PROMPT = /\b(?:new|change|confirm|re-?type|re-?enter|again|verify)\b/i;

/** Decrypting an OpenSSH key takes a bcrypt on purpose; once per credentials is enough for a whole fleet. */
const parsedKeys = new WeakMap<Credentials, ParsedKey>();

/**
 * One login: a key if there is one, then the password *once*, either as `password` or as the answer to
 * `keyboard-interactive`, never as both: what was refused is not repeated, so that no account is locked.
 */
export class Authentication {
	readonly #where: string;
	readonly #credentials: Credentials;
	readonly #abandon: (failure: SshFailure) => void;
	readonly #tried: ('key' | 'password')[] = [];
	#asked = false;
	#interactive = false;
	#offered: readonly string[] = [];

	/** @param options.abandon - called when a question cannot be answered; ssh2 has no answer for "give up" there */
	constructor(options: {
		readonly where: string;
		readonly credentials: Credentials;
		readonly abandon: (failure: SshFailure) => void;
	}) {
		this.#where = options.where;
		this.#credentials = options.credentials;
		this.#abandon = options.abandon;
	}

	/** What to try next; false ends the login. Shaped for ssh2's `authHandler`. */
	next(methodsLeft: readonly string[] | null): AnyAuthMethod | false {
		const { username, password, privateKey } = this.#credentials;
		// As every client does: an empty try tells what the server takes.
		if (!this.#asked) {
			this.#asked = true;
			return { type: 'none', username };
		}
		this.#offered = methodsLeft ?? [];
		// A server that names nothing may still take something.
		const takes = (method: string): boolean => this.#offered.length === 0 || this.#offered.includes(method);

		if (privateKey !== null && !this.#tried.includes('key') && takes('publickey')) {
			const key = this.#parseKey(privateKey);
			if (key === null) return false;
			this.#tried.push('key');
			return { type: 'publickey', username, key };
		}
		if (password === null || this.#tried.includes('password')) return false;
		if (takes('password')) {
			this.#tried.push('password');
			return { type: 'password', username, password };
		}
		if (this.#interactive || !takes('keyboard-interactive')) return false;
		this.#interactive = true;
		return { type: 'keyboard-interactive', username, prompt: this.#answer(password) };
	}

	/** What the end of the connection says about this login; null when it has nothing to do with it. */
	refusal(cause: unknown): SshFailure | null {
		const tried = this.#tried.map((kind) => `the ${kind}`).join(' and ');
		const gaveUp = cause instanceof Error && 'level' in cause && cause.level === 'client-authentication';
		if (tried !== '' && gaveUp) {
			return this.#failure(
				`refused ${tried}. Check the credentials; they were tried once and are not tried again`,
				cause,
			);
		}
		if (tried !== '') {
			const advice = 'Check the credentials, and that its AAA server is not overloaded; they are not tried again';
			return this.#failure(`closed the connection when ${tried} was offered. ${advice}`, cause);
		}
		if (!gaveUp) return null;
		const { password, privateKey } = this.#credentials;
		const has = [privateKey === null ? null : 'a private key', password === null ? null : 'a password'];
		const held = has.filter((kind) => kind !== null).join(' and ') || 'neither a key nor a password';
		const accepts = this.#offered.map(printable).join(', ') || 'no login that it names';
		return this.#failure(`accepts ${accepts}, and the credentials hold ${held}. Add what it asks for`, cause);
	}

	/** The server wants a new password before it lets anybody in, and nobody is there to think of one. */
	expired(): SshFailure {
		return this.#failure('says that the password has expired. Change it, then update the credentials');
	}

	#answer(password: string) {
		return (
			_name: string,
			_text: string,
			_language: string,
			prompts: Prompt[],
			finish: KeyboardInteractiveCallback,
		) => {
			const answerable = ({ prompt }: Prompt): boolean =>
				PASSWORD_PROMPT.test(prompt) && !NEW_PASSWORD_PROMPT.test(prompt);
			const strange = prompts.find((prompt) => !answerable(prompt)) ?? prompts[1];
			if (strange !== undefined) {
				const question = printable(strange.prompt);
				return this.#abandon(
					this.#failure(`asks "${question}", which only a person can answer. Use a key or another account`),
				);
			}
			// A device that asks again in the same dialogue has refused the first answer.
			if (this.#tried.includes('password'))
				return this.#abandon(
					this.#failure('refused the password. Check the credentials; they were tried once and are not tried again'),
				);
			this.#tried.push('password');
			finish(prompts.map(() => password));
		};
	}

	#parseKey(privateKey: string): ParsedKey | null {
		const known = parsedKeys.get(this.#credentials);
		if (known !== undefined) return known;
		const parsed = [ssh2.utils.parseKey(privateKey, this.#credentials.passphrase ?? undefined)].flat()[0];
		if (parsed === undefined || parsed instanceof Error || !parsed.isPrivateKey()) {
			this.#abandon(
				this.#failure(
					'was not asked: the private key cannot be read. Give it as PEM or OpenSSH text, whole, with its line ends, ' +
						'and with its passphrase where it has one',
				),
			);
			return null;
		}
		parsedKeys.set(this.#credentials, parsed);
		return parsed;
	}

	#failure(message: string, cause?: unknown): SshFailure {
		return new SshFailure('ERR_AUTHENTICATION', `${this.#where} ${message}`, { cause });
	}
}

function printable(text: string): string {
	return text
		.replaceAll(/[^\x20-\x7e]/g, ' ')
		.trim()
		.slice(0, 60);
}
