import { bounded } from './bounded.ts';
import { SshFailure } from './ssh-failure.ts';
import type { SshSession } from './ssh-session.ts';

/** No config is larger; a device that never stops must not fill the memory. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;

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
export async function execute(options: {
	readonly session: SshSession;
	readonly command: string;
	readonly silenceMs: number;
}): Promise<ExecResult> {
	const { session, command, silenceMs } = options;
	const { where } = session;
	const channel = await session.exec(command, silenceMs);
	const timedOut = (): SshFailure =>
		new SshFailure('ERR_TIMEOUT', `${where} went silent during "${command}". Raise timeouts.command if it is slow`);

	return bounded<ExecResult>(
		{ signals: [session.lost], timeoutMs: silenceMs, timedOut },
		({ resolve, reject, refresh }) => {
			const output: Buffer[] = [];
			const errors: Buffer[] = [];
			let size = 0;
			let status: number | null = null;
			const collect = (into: Buffer[]) => (chunk: Buffer) => {
				refresh();
				into.push(chunk);
				size += chunk.length;
				if (size <= OUTPUT_LIMIT) return;
				const message = `${where} sent more than ${OUTPUT_LIMIT / 2 ** 20} MiB without an end`;
				reject(new SshFailure('ERR_INCOMPLETE', message));
				channel.close();
			};
			channel.on('data', collect(output));
			channel.stderr.on('data', collect(errors));
			channel.on('exit', (code: number | null) => {
				status = code;
			});
			channel.on('close', () => {
				if (status !== null) return resolve({ output: Buffer.concat(output), errors: Buffer.concat(errors), status });
				const message = `${where} ended "${command}" without an exit status, so its output may be cut. Try again`;
				reject(new SshFailure('ERR_INCOMPLETE', message));
			});
		},
	);
}
