import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { ClientChannel } from 'ssh2';
import type { Timeouts } from '../../domain/connection.ts';
import type { Platform } from '../../domain/platform/platform.ts';
import { bounded } from '../connection/bounded.ts';
import { Phase } from '../connection/phase.ts';
import { SshFailure } from '../ssh-connection/ssh-failure.ts';
import type { SshSession } from '../ssh-connection/ssh-session.ts';
import { beyondLimit } from './answer-limit.ts';
import { assertListed, listedCommands } from './listed-commands.ts';
import { TerminalOutput } from './terminal-output.ts';

/** A pager that has asked sends no more until it is answered. */
const PAGER_SETTLE_MS = 20;

/** How a wait that may end without an answer ends without one; made once, as an error notes where it was made. */
const SILENCE = new Error('silence');

/** The SSH session that a shell is opened in, and how its platform talks. */
export interface ShellOptions {
	readonly session: SshSession;
	/** The phase that begins it; the first command ends it. */
	readonly auth: Phase;
	readonly platform: Platform;
	readonly timeouts: Timeouts;
}

/** A shell in a terminal: what is typed, what comes back, and the pager in between. */
export class ShellChannel {
	readonly output = new TerminalOutput();
	readonly #session: SshSession;
	readonly #channel: ClientChannel;
	readonly #platform: Platform;
	readonly #listed: ReadonlySet<string>;
	readonly #timeouts: Timeouts;
	#phase: Phase;
	#commands = 0;
	/** The pager's prompt that was answered, as far as it had come. */
	#answered: string | null = null;
	#pagerTimer: NodeJS.Timeout | undefined;
	#pages = 0;
	#received: () => void = () => {};

	static open(options: ShellOptions): Promise<ShellChannel> {
		const { session, auth } = options;
		return session.openShell({ phase: auth, take: (channel) => new ShellChannel(channel, options) });
	}

	private constructor(channel: ClientChannel, options: ShellOptions) {
		this.#channel = channel;
		this.#session = options.session;
		this.#platform = options.platform;
		this.#listed = listedCommands(options.platform);
		this.#timeouts = options.timeouts;
		this.#phase = options.auth;
		channel.on('data', (chunk: Buffer) => this.#receive(chunk));
		channel.stderr.resume();
		channel.once('close', () => {
			if (this.#session.lost.aborted) return;
			const message = `${this.where} ended the session before its prompt came back. Try again; if it keeps happening, check its log`;
			this.#session.destroy(new SshFailure('ERR_INCOMPLETE', message));
		});
	}

	get where(): string {
		return this.#session.where;
	}

	/** By which every wait is bounded. */
	get phase(): Phase {
		return this.#phase;
	}

	/** How many of the platform's commands were typed. */
	get commands(): number {
		return this.#commands;
	}

	/** How often a pager asked and was answered. */
	get pages(): number {
		return this.#pages;
	}

	/** From here on a command has its time. */
	beginCommand(): void {
		this.#phase = new Phase('command', this.#timeouts);
	}

	/** Types one of the platform's commands. What came before is forgotten. */
	type(command: string): void {
		assertListed(command, this.#listed);
		this.#commands += 1;
		this.output.clear();
		this.#channel.write(`${command}\n`);
	}

	/** Sends what is no command: an empty line, a password, an answer that the platform lists. */
	answer(keys: string): void {
		this.#channel.write(keys);
	}

	/** Waits until the line that the cursor is in is accepted. A device that takes longer than the phase allows ends it. */
	async until(accept: (line: string) => boolean, timedOut: () => SshFailure): Promise<void> {
		if (!(await this.within(accept, this.#phase.idleMs))) throw timedOut();
	}

	/** The same, but false when nothing came for a while, or the phase is over. */
	async within(accept: (line: string) => boolean, silenceMs: number): Promise<boolean> {
		if (accept(this.output.lastLine)) return true;
		try {
			const bounds = {
				signals: [this.#session.lost],
				timeoutMs: this.#phase.leftMs,
				idleMs: silenceMs,
				timedOut: () => SILENCE,
			};
			await bounded<void>(bounds, ({ resolve, refresh }) => {
				this.#received = () => {
					refresh();
					if (accept(this.output.lastLine)) resolve();
				};
			});
			return true;
		} catch (error) {
			if (error === SILENCE) return false;
			throw error;
		} finally {
			this.#received = () => {};
		}
	}

	/** Looks away for a moment; whether nothing came meanwhile. */
	async quiet(ms: number): Promise<boolean> {
		const before = this.output.length;
		await sleep(ms, undefined, { signal: this.#session.lost }).catch(() => {
			throw this.#session.lost.reason;
		});
		// A busy process notices the time before it reads what has come by then.
		await nextTurn();
		return this.output.length === before;
	}

	#receive(chunk: Buffer): void {
		this.output.append(chunk);
		const failure = beyondLimit(this.output, this.where);
		if (failure !== null) {
			this.#session.destroy(failure);
			return;
		}
		this.#turnPage(chunk);
		this.#received();
	}

	/**
	 * Answers a pager once each time it asks, and not before its prompt has come whole: the rest of one that was answered
	 * early would be taken for config.
	 */
	#turnPage(chunk: Buffer): void {
		const { prompt, answer } = this.#platform.cli.pager;
		clearTimeout(this.#pagerTimer);
		const { lastLine } = this.output;
		const asks = lastLine.search(prompt) >= 0;
		if (!asks || chunk.includes(0x0a)) this.#answered = null;
		if (!asks) return;
		const line = lastLine.trimEnd();
		if (this.#answered !== null) {
			// On a slow line the rest of a prompt may come after all.
			if (line.length > this.#answered.length && line.startsWith(this.#answered)) this.output.moveLastPage();
			return;
		}
		const { length } = this.output;
		const turn = (): void => {
			if (this.#session.lost.aborted || this.output.length !== length) return;
			this.#answered = line;
			this.output.markPage();
			this.#pages += 1;
			this.answer(answer);
		};
		// A busy process notices the time before it reads what has come by then.
		this.#pagerTimer = setTimeout(() => setImmediate(turn), PAGER_SETTLE_MS);
	}
}
