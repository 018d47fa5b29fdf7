import type { ClientChannel } from 'ssh2';
import type { Timeouts } from '../../domain/connection.ts';
import type { Platform } from '../../domain/platform/platform.ts';
import { bounded } from '../connection/bounded.ts';
import { type Bound, Phase } from '../connection/phase.ts';
import { SshFailure } from '../ssh-connection/ssh-failure.ts';
import type { SshSession } from '../ssh-connection/ssh-session.ts';
import { beyondLimit } from './answer-limit.ts';
import type { TerminalText } from './clean-output.ts';
import { assertListed, listedCommands } from './listed-commands.ts';
import { TerminalOutput } from './terminal-output.ts';

/** A command for an exec channel. */
export interface ExecOptions {
	readonly session: SshSession;
	/** Whose command it is. */
	readonly platform: Platform;
	readonly command: string;
	readonly timeouts: Timeouts;
	/** Called when the server has the command. */
	readonly accepted?: (() => void) | undefined;
}

/** What a command left behind. */
export interface ExecResult {
	readonly output: TerminalText;
	readonly errors: TerminalText;
	readonly status: number;
}

/**
 * Runs one of the platform's commands in a channel of its own. The end is the exit status: a channel that closes without one
 * was cut, whatever it had sent, and is `ERR_INCOMPLETE`.
 */
export function execute(options: ExecOptions): Promise<ExecResult> {
	const { session, platform, command, timeouts, accepted } = options;
	assertListed(command, listedCommands(platform));
	const phase = new Phase('command', timeouts);
	const take = (channel: ClientChannel): Promise<ExecResult> => {
		accepted?.();
		return collect(channel, { session, command, phase });
	};
	return session.exec(command, { phase, take });
}

function collect(
	channel: ClientChannel,
	{ session, command, phase }: { readonly session: SshSession; readonly command: string; readonly phase: Phase },
): Promise<ExecResult> {
	const { where } = session;
	const timedOut = (bound: Bound): Error => phase.overdue(bound, { where, what: `"${command}"` });
	const bounds = { signals: [session.lost], timeoutMs: phase.leftMs, idleMs: phase.idleMs, timedOut };
	return bounded<ExecResult>(bounds, ({ resolve, reject, refresh }) => {
		const output = new TerminalOutput();
		const errors = new TerminalOutput();
		let status: number | null = null;
		const into = (received: TerminalOutput) => (chunk: Buffer) => {
			refresh();
			received.append(chunk);
			const failure = beyondLimit(received, where);
			if (failure !== null) session.destroy(failure);
		};
		channel.on('data', into(output));
		channel.stderr.on('data', into(errors));
		channel.on('exit', (code: number | null) => {
			status = code;
		});
		channel.on('close', () => {
			if (status !== null) return resolve({ output: output.text(), errors: errors.text(), status });
			const message = `${where} ended "${command}" without an exit status, so its output may be cut off. Try again`;
			reject(new SshFailure('ERR_INCOMPLETE', message));
		});
	});
}
