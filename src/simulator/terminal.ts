import type { ServerChannel } from 'ssh2';

const END_OF_INPUT = '\x04';

/** The device's end of an interactive session: reads lines and keys, echoes them, writes with CRLF. */
export class SimulatedTerminal {
	readonly #channel: ServerChannel;
	readonly #echoes: number;
	#typed = '';
	#ended = false;
	#lastWasReturn = false;
	#wake: () => void = () => {};

	/** @param options.echoes - how often what is typed is shown */
	constructor(channel: ServerChannel, { echoes = 1 }: { readonly echoes?: number } = {}) {
		this.#channel = channel;
		this.#echoes = echoes;
		channel.on('data', (bytes: Buffer) => {
			this.#typed += bytes.toString('utf8');
			this.#wake();
		});
		const end = (): void => {
			this.#ended = true;
			this.#wake();
		};
		channel.once('end', end);
		channel.once('close', end);
	}

	/** Bytes go out as they are. */
	write(text: string | Buffer): void {
		if (!this.#channel.writable) return;
		this.#channel.write(typeof text === 'string' ? text.replaceAll('\n', '\r\n') : text);
	}

	/** The next line, or null when the client is gone. `hidden` lines are not echoed: a password. */
	async readLine(echo: 'echoed' | 'hidden'): Promise<string | null> {
		let line = '';
		while (await this.#hasInput()) {
			const { part, complete } = this.#take();
			if (echo === 'echoed') {
				this.write(`${part.replaceAll(/[\b\x7f]/g, '\b \b')}${complete ? '\n' : ''}`.repeat(this.#echoes));
			}
			if (echo === 'hidden' && complete) this.write('\n');
			line += part;
			if (line === END_OF_INPUT) return null;
			if (complete) return withoutErased(line);
		}
		return null;
	}

	/** The next key, not echoed; null when the client is gone. */
	async readKey(): Promise<string | null> {
		if (!(await this.#hasInput())) return null;
		const key = this.#typed.charAt(0);
		this.#typed = this.#typed.slice(1);
		this.#lastWasReturn = key === '\r';
		return key;
	}

	async #hasInput(): Promise<boolean> {
		for (;;) {
			// Some clients end a line with CR, some with LF, some with both; both is one line.
			if (this.#lastWasReturn && this.#typed.startsWith('\n')) this.#typed = this.#typed.slice(1);
			if (this.#typed !== '') return true;
			if (this.#ended) return false;
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
			});
		}
	}

	#take(): { readonly part: string; readonly complete: boolean } {
		const end = this.#typed.search(/[\r\n]/);
		const part = end === -1 ? this.#typed : this.#typed.slice(0, end);
		this.#lastWasReturn = this.#typed.charAt(end) === '\r';
		this.#typed = end === -1 ? '' : this.#typed.slice(end + 1);
		return { part, complete: end !== -1 };
	}
}

function withoutErased(line: string): string {
	const kept: string[] = [];
	for (const key of line) {
		if (key === '\b' || key === '\x7f') kept.pop();
		else kept.push(key);
	}
	return kept.join('');
}
