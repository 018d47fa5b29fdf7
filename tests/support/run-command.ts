import type { Command } from 'commander';
import type { CommandLine, ExitCode } from '../../src/commands/command-line.ts';
import { createLog } from '../../src/infrastructure/log.ts';

/** How a command of the command line is made. */
type Create = (line: CommandLine, exit: (code: ExitCode) => void) => Command;

/** Where a command runs, and who answers its questions. */
export interface RunCommandOptions {
	readonly cwd: string;
	readonly env?: CommandLine['env'];
	readonly signal?: AbortSignal;
	/** What a person at a terminal types, one after the other. @default there is nobody */
	readonly answers?: readonly string[];
	/** Whether somebody looks at what it writes. @default where somebody answers */
	readonly isWatched?: boolean;
}

/** What a command has left. */
export interface RanCommand {
	/** null: it said none. */
	readonly exitCode: ExitCode | null;
	readonly stdout: string;
	/** The log, and what it wrote to stderr itself. */
	readonly stderr: string;
	/** What it asked. */
	readonly asked: readonly string[];
}

/** Runs a command in this process, with the arguments that stand behind its name. Rejects as it does. */
export async function runCommand(
	create: Create,
	args: readonly string[],
	{
		cwd,
		env = {},
		signal = new AbortController().signal,
		answers,
		isWatched = answers !== undefined,
	}: RunCommandOptions,
): Promise<RanCommand> {
	const written = { stdout: '', stderr: '' };
	const asked: string[] = [];
	const left = [...(answers ?? [])];
	const terminal = (stream: 'stdout' | 'stderr'): CommandLine['stdout'] => ({
		write: (text) => {
			written[stream] += text;
		},
		interactive: isWatched,
		colour: false,
		width: 120,
	});
	const stderr = terminal('stderr');
	let exitCode: ExitCode | null = null;
	const line: CommandLine = {
		env,
		cwd,
		log: createLog({ write: stderr.write, inActions: false }),
		stdin: {
			interactive: answers !== undefined,
			ask: async (question) => {
				asked.push(question);
				const answer = left.shift();
				if (answer === undefined) throw new Error(`nobody answers: ${question}`);
				return answer;
			},
			say: (sentence) => stderr.write(`${sentence}\n`),
		},
		stdout: terminal('stdout'),
		stderr,
		signal,
	};
	await create(line, (code) => {
		exitCode = code;
	})
		.exitOverride()
		.configureOutput({ writeErr: stderr.write })
		.parseAsync(args, { from: 'user' });
	return { exitCode, ...written, asked };
}
