import type { ServerChannel } from 'ssh2';
import { drawnEcho, drawnPrompt } from './screen.ts';

/** What a simulated command line does. Texts have `\n`; the terminal makes of it what `newline` says. */
export interface CliScript {
	readonly prompt: string;
	/** Lines above every prompt, as Junos has them on two routing engines. */
	readonly preamble?: string;
	/** Shown at the login, before the first prompt. */
	readonly banner?: string;
	/** What is printed for a command; a command without an entry is rejected. */
	readonly replies: Readonly<Record<string, string>>;
	/** @default true */
	readonly echo?: boolean;
	/** Draws its command line on a screen, and goes to a new line behind what was typed with this. */
	readonly screen?: 'NEL' | 'IL';
	/** @default "\r\n" */
	readonly newline?: string;
	/** Cuts what is sent into the pieces it is sent in. */
	readonly split?: (text: string) => Iterable<string>;
	/** With `asksName` it asks for the name of the account first. */
	readonly enable?: { readonly password: string | null; readonly prompt: string; readonly asksName?: true };
	/** Stops after so many lines until a key comes, then wipes its prompt out with `wipe`. */
	readonly pager?: { readonly lines: number; readonly prompt: string; readonly wipe: string; readonly off?: string };
	/** A question at the login and the keys that it goes on with. */
	readonly question?: { readonly text: string; readonly keys: string };
	/** Replaces everything: what the device does instead on this command. */
	readonly misbehave?: Readonly<Record<string, (channel: ServerChannel) => void>>;
}

/** What a simulated command line was told. */
export interface CliLog {
	/** Every line that was entered, empty ones and passwords included. */
	readonly lines: string[];
	/** Keys that a pager or a question took. */
	readonly keys: string[];
}

/** A log for one or several sessions. */
export function cliLog(): CliLog {
	return { lines: [], keys: [] };
}

/** Serves a command line on a channel: it reads lines, echoes and answers them one after another. */
export function serveCli(channel: ServerChannel, script: CliScript, log: CliLog = cliLog()): void {
	const cli = new CommandLine({ channel, script, log });
	channel.on('data', (chunk: Buffer) => cli.receive(chunk.toString()));
	cli.greet();
}

class CommandLine {
	readonly #channel: ServerChannel;
	readonly #script: CliScript;
	readonly #log: CliLog;
	#prompt: string;
	#paging: boolean;
	#input = '';
	/** Takes keys as they come, instead of lines. */
	#onKeys: ((keys: string) => void) | null = null;
	/** Takes the next line without an echo. */
	#onSecret: ((password: string) => void) | null = null;

	constructor({ channel, script, log }: { channel: ServerChannel; script: CliScript; log: CliLog }) {
		this.#channel = channel;
		this.#script = script;
		this.#log = log;
		this.#prompt = script.prompt;
		this.#paging = script.pager !== undefined;
	}

	greet(): void {
		const { banner = '\n', question } = this.#script;
		this.#send(banner);
		if (question === undefined) this.#showPrompt();
		else this.#ask(question.text, (keys) => keys === question.keys && this.#showPrompt());
	}

	receive(text: string): void {
		if (this.#onKeys !== null) {
			const take = this.#onKeys;
			this.#onKeys = null;
			this.#log.keys.push(text);
			take(text);
			return;
		}
		this.#input += text;
		for (let end = this.#input.indexOf('\n'); end >= 0; end = this.#input.indexOf('\n')) {
			const line = this.#input.slice(0, end);
			this.#input = this.#input.slice(end + 1);
			this.#enter(line);
		}
	}

	#enter(line: string): void {
		this.#log.lines.push(line);
		if (this.#onSecret !== null) {
			this.#onSecret(line);
			return;
		}
		const { echo = true, misbehave = {}, enable, pager, replies, screen } = this.#script;
		if (screen === undefined) this.#send(echo ? `${line}\n` : '\n');
		else this.#send(drawnEcho(this.#prompt, line, screen));
		if (misbehave[line] !== undefined) misbehave[line](this.#channel);
		else if (line.trim() === '') this.#showPrompt();
		else if (line === 'exit') this.#hangUp();
		else if (line === 'enable' && enable !== undefined) this.#raise(enable);
		else {
			if (line === pager?.off) this.#paging = false;
			this.#print(replies[line] ?? "              ^\n% Invalid input detected at '^' marker.\n\n");
		}
	}

	#print(text: string): void {
		const { pager } = this.#script;
		const lines = text.split('\n');
		if (!this.#paging || pager === undefined || lines.length <= pager.lines) {
			this.#send(text);
			this.#showPrompt();
			return;
		}
		this.#send(`${lines.slice(0, pager.lines).join('\n')}\n`);
		this.#ask(pager.prompt, () => {
			this.#send(pager.wipe);
			this.#print(lines.slice(pager.lines).join('\n'));
		});
	}

	#raise({ password, prompt, asksName }: NonNullable<CliScript['enable']>): void {
		if (asksName) {
			this.#onSecret = () => {
				this.#send('\n');
				this.#raise({ password, prompt });
			};
			this.#send('Username: ');
			return;
		}
		this.#onSecret = (given) => {
			this.#send('\n');
			if (password !== null && given !== password) {
				this.#send('Password: ');
				return;
			}
			this.#onSecret = null;
			this.#prompt = prompt;
			this.#showPrompt();
		};
		if (password === null) this.#onSecret('');
		else this.#send('Password: ');
	}

	#ask(text: string, then: (keys: string) => void): void {
		this.#onKeys = then;
		this.#send(text);
	}

	#showPrompt(): void {
		const { preamble = '', screen } = this.#script;
		this.#send(`${preamble}${screen === undefined ? this.#prompt : drawnPrompt(this.#prompt)}`);
	}

	#hangUp(): void {
		this.#channel.exit(0);
		this.#channel.end();
	}

	#send(text: string): void {
		const { newline = '\r\n', split } = this.#script;
		const wire = text.replaceAll('\n', newline);
		for (const piece of split?.(wire) ?? [wire]) this.#channel.write(Buffer.from(piece, 'utf8'));
	}
}
