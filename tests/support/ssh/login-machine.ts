import type { ServerChannel } from 'ssh2';
import { interactiveLogin, type Login, passwordLogin } from './logins.ts';
import { type SshServer, startSshServer } from './ssh-server.ts';

/** Where a machine goes on a line, and what it prints before. */
export interface Reaction {
	readonly response: string;
	/** Name of a state; null: it stays. */
	readonly next: string | null;
}

export interface MachineState {
	/** Printed on the way into it. */
	readonly preface: string;
	readonly prompt: string;
	readonly reactions: ReadonlyMap<string, Reaction>;
}

/** A recorded device as a state machine, from the question for a password on. */
export interface LoginMachine {
	readonly name: string;
	/** The name of a platform. */
	readonly platform: string;
	readonly states: ReadonlyMap<string, MachineState>;
	readonly username: string;
	readonly password: string;
	/** The question for the password, in its own words. */
	readonly question: string;
	/** The state that the right password leads to. */
	readonly entry: string;
	/** What `enable` asks for there; null where it asks for nothing. */
	readonly enablePassword: string | null;
}

export const ASKS_PASSWORD = /pass(?:word|wd):\s*$/i;

/** What was typed at a machine after the login, passwords included. */
export interface MachineServer extends SshServer {
	readonly typed: readonly string[];
}

/**
 * Serves a machine over SSH, which asks for the password in the words of the machine.
 *
 * @param options.replies - what it prints for commands that the recording lacks
 */
export async function serveMachine(
	machine: LoginMachine,
	options: { readonly replies: Readonly<Record<string, string>>; readonly method: 'password' | 'keyboard-interactive' },
): Promise<MachineServer> {
	const typed: string[] = [];
	const { password, question } = machine;
	const login: Login =
		options.method === 'password' ? passwordLogin(password) : interactiveLogin({ password, questions: [question] });
	const server = await startSshServer({
		login,
		shell: (channel) => new Session({ channel, machine, replies: options.replies, typed }).enter(machine.entry),
	});
	return Object.assign(server, { typed });
}

class Session {
	readonly #channel: ServerChannel;
	readonly #machine: LoginMachine;
	readonly #replies: Readonly<Record<string, string>>;
	readonly #typed: string[];
	#state: MachineState = { preface: '', prompt: '', reactions: new Map() };
	#input = '';

	constructor(options: {
		readonly channel: ServerChannel;
		readonly machine: LoginMachine;
		readonly replies: Readonly<Record<string, string>>;
		readonly typed: string[];
	}) {
		this.#channel = options.channel;
		this.#machine = options.machine;
		this.#replies = options.replies;
		this.#typed = options.typed;
		options.channel.on('data', (chunk: Buffer) => this.#receive(chunk.toString()));
	}

	enter(name: string): void {
		this.#state = this.#machine.states.get(name) ?? this.#state;
		this.#send(`${this.#state.preface}${this.#state.prompt}`);
	}

	#receive(text: string): void {
		this.#input += text;
		for (let end = this.#input.indexOf('\n'); end >= 0; end = this.#input.indexOf('\n')) {
			const line = this.#input.slice(0, end);
			this.#input = this.#input.slice(end + 1);
			this.#take(line);
		}
	}

	#take(line: string): void {
		this.#typed.push(line);
		const { prompt, reactions } = this.#state;
		const secret = ASKS_PASSWORD.test(prompt);
		this.#send(secret ? '\n' : `${line}\n`);
		if (line === 'exit' || line === 'quit' || line === 'logout') {
			this.#channel.exit(0);
			this.#channel.end();
			return;
		}
		const reaction = reactions.get(line) ?? { response: secret || line === '' ? '' : this.#reply(line), next: null };
		const { response, next } = reaction;
		this.#send(response === '' || response.endsWith('\n') ? response : `${response}\n`);
		if (next === null) this.#send(prompt);
		else this.enter(next);
	}

	#reply(line: string): string {
		return this.#replies[line] ?? `              ^\n% Invalid input detected at '^' marker.\n`;
	}

	#send(text: string): void {
		this.#channel.write(text.replaceAll('\n', '\r\n'));
	}
}
