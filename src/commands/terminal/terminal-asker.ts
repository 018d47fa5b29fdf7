import { createInterface, type Interface } from 'node:readline';
import { wrapText } from '../../domain/text/wrap-text.ts';
import { DriftAuditError } from '../../errors.ts';
import type { Asker } from '../command-line.ts';
import { terminalWidth } from './terminal-width.ts';

/**
 * A dialogue on a terminal. Questions go to `output`, which should be stderr: stdout holds the result and nothing else. The
 * terminal is left alone until the first question; lines that come before their question, as when somebody pastes several,
 * are kept for it. Ctrl-C and Ctrl-D end it with an error.
 */
export class TerminalAsker implements Asker, Disposable {
	readonly #input: NodeJS.ReadStream;
	readonly #output: NodeJS.WriteStream;
	readonly #lines: string[] = [];
	#dialogue: Interface | null = null;
	#isClosed = false;
	#heard: () => void = () => {};

	constructor(input: NodeJS.ReadStream, output: NodeJS.WriteStream) {
		this.#input = input;
		this.#output = output;
	}

	get interactive(): boolean {
		return this.#input.isTTY === true;
	}

	async ask(question: string): Promise<string> {
		this.#dialogue ??= this.#open();
		this.#dialogue.setPrompt(question);
		this.#dialogue.prompt();
		for (;;) {
			const line = this.#lines.shift();
			if (line !== undefined) return line.trim();
			if (this.#isClosed) {
				// The cursor still stands behind the question.
				this.#output.write('\n');
				throw new DriftAuditError('ERR_CANCELLED', 'cancelled; nothing was written');
			}
			await new Promise<void>((resolve) => {
				this.#heard = resolve;
			});
		}
	}

	say(sentence: string): void {
		this.#output.write(`${wrapText(sentence, terminalWidth(this.#output)).join('\n')}\n`);
	}

	[Symbol.dispose](): void {
		this.#dialogue?.close();
	}

	#open(): Interface {
		const dialogue = createInterface({ input: this.#input, output: this.#output });
		dialogue.on('line', (line) => {
			this.#lines.push(line);
			this.#heard();
		});
		dialogue.once('close', () => {
			this.#isClosed = true;
			this.#heard();
		});
		return dialogue;
	}
}
