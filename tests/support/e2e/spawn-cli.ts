import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

export interface CliOptions {
	/** @default dist/cli.js */
	readonly entry?: string;
	readonly cwd: string;
	/** On top of PATH and HOME: what a test inherits must not help. */
	readonly env?: Readonly<Record<string, string>>;
	/** false: the other end of the pipe is closed from the start. @default true */
	readonly readsStdout?: boolean;
	/** What stdout goes into, in place of a pipe: `/dev/full` is a full disk. */
	readonly stdoutFile?: string;
	/** Called when the process has started: to interrupt it. */
	readonly onStart?: (process: ChildProcess) => void;
}

export interface FinishedCli {
	/** null when a signal ended it. */
	readonly exitCode: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs the shipped command line as a shell does, with its output in pipes. */
export async function spawnCli(
	args: readonly string[],
	{ entry = ENTRY, cwd, env = {}, readsStdout = true, stdoutFile, onStart }: CliOptions,
): Promise<FinishedCli> {
	const file = stdoutFile === undefined ? null : openSync(stdoutFile, 'w');
	const cli = spawn(process.execPath, [entry, ...args], {
		cwd,
		env: { PATH: process.env.PATH ?? '', HOME: tmpdir(), ...env },
		stdio: ['ignore', file ?? 'pipe', 'pipe'],
	});
	if (file !== null) closeSync(file);
	onStart?.(cli);
	if (!readsStdout) cli.stdout?.destroy();
	const [stdout, stderr, [exitCode]] = await Promise.all([
		readsStdout && cli.stdout !== null ? text(cli.stdout) : '',
		cli.stderr === null ? '' : text(cli.stderr),
		once(cli, 'close'),
	]);
	return { exitCode, stdout, stderr };
}
