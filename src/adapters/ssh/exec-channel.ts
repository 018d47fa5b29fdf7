import type { ClientChannel } from 'ssh2';
import { bounded } from '../connection/bounded.ts';
import { SshFailure } from '../ssh-connection/ssh-failure.ts';
import type { SshSession } from '../ssh-connection/ssh-session.ts';

/** No config is larger; a device that never stops must not fill the memory. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;

export interface ExecOptions {
	readonly session: SshSession;
	readonly command: string;
	/** How long the command may write nothing. */
	readonly silenceMs: number;
}

/** What a command left behind. */
export interface ExecResult {
	readonly output: Buffer;
	readonly errors: Buffer;
	readonly status: number;
}

/**
 * Runs one command in a channel of its own. The end is the exit status: a channel that closes without one was cut, whatever
 * it had sent, and is `ERR_INCOMPLETE`.
 */
export function execute(options: ExecOptions): Promise<ExecResult> {
	const { session, command, silenceMs } = options;
	return session.exec(command, { timeoutMs: silenceMs, take: (channel) => collect(channel, options) });
}

function collect(channel: ClientChannel, { session, command, silenceMs }: ExecOptions): Promise<ExecResult> {
	const { where } = session;
	const timedOut = (): SshFailure =>
		new SshFailure('ERR_TIMEOUT', `${where} went silent during "${command}". Raise timeouts.command if it is slow`);
	const bounds = { signals: [session.lost], timeoutMs: silenceMs, timedOut };
	return bounded<ExecResult>(bounds, ({ resolve, reject, refresh }) => {
		const output: Buffer[] = [];
		const errors: Buffer[] = [];
		let size = 0;
		let status: number | null = null;
		const into = (chunks: Buffer[]) => (chunk: Buffer) => {
			refresh();
			chunks.push(chunk);
			size += chunk.length;
			if (size <= OUTPUT_LIMIT) return;
			const message = `${where} sent more than ${OUTPUT_LIMIT / 2 ** 20} MiB without an end`;
			session.destroy(new SshFailure('ERR_INCOMPLETE', message));
		};
		channel.on('data', into(output));
		channel.stderr.on('data', into(errors));
		channel.on('exit', (code: number | null) => {
			status = code;
		});
		channel.on('close', () => {
			if (status !== null) return resolve({ output: Buffer.concat(output), errors: Buffer.concat(errors), status });
			const message = `${where} ended "${command}" without an exit status, so its output may be cut. Try again`;
			reject(new SshFailure('ERR_INCOMPLETE', message));
		});
	});
}
