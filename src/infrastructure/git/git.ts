import { addAbortListener } from 'node:events';
import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { type SimpleGit, simpleGit } from 'simple-git';
import { type CatFile, openCatFile } from './cat-file.ts';
import type { GitEnvironment } from './git-environment.ts';
import { classifyGitOutput, cleanGitOutput, GitFailure, type GitFailureKind } from './git-failure.ts';
import { tellTooManyFiles } from './too-many-files.ts';

/** The longest that one command may take. Over HTTP a silent remote is given up much earlier (git-environment.ts). */
const COMMAND_MS = 120_000;

/** Git in one folder, with one environment. Every method rejects with a `GitFailure`. */
export interface Git {
	/** Runs git and returns its standard output. `input` goes to its standard input and must not be empty. */
	text(args: readonly string[], input?: string | Buffer): Promise<string>;
	/** Runs `git cat-file` with these options and returns the bytes. */
	catFile(options: readonly string[], input: string): Promise<Buffer>;
	/** For objects that are asked for one by one. It has to be disposed of. */
	openCatFile(answers: 'sizes' | 'contents'): CatFile;
}

/** Where git runs, in which environment, and what ends it. */
export interface GitOptions {
	readonly cwd: string;
	readonly environment: GitEnvironment;
	/** Ends the running command and every later one. */
	readonly signal?: AbortSignal;
	/** Taken out of everything that git prints. */
	readonly secrets?: readonly string[];
}

/** The one way in which the project runs git. */
export function openGit(options: GitOptions): Git {
	return {
		text: (args, input) => {
			const command = nameOf(args);
			return tellTooManyFiles(command, async () => openProcess(options, { command, input }).raw([...args]));
		},
		catFile: (args, input) => {
			const command = 'cat-file';
			return tellTooManyFiles(command, async () => openProcess(options, { command, input }).binaryCatFile([...args]));
		},
		openCatFile: (answers) => openCatFile({ ...options, answers, silenceMs: COMMAND_MS }),
	};
}

/** One instance per command: input, time limit and error texts belong to the instance. */
function openProcess(
	{ cwd, environment, signal: cancelled, secrets = [] }: GitOptions,
	{ command, input }: { readonly command: string; readonly input?: string | Buffer | undefined },
): SimpleGit {
	const deadline = AbortSignal.timeout(COMMAND_MS);
	const signal = cancelled === undefined ? deadline : AbortSignal.any([cancelled, deadline]);
	return simpleGit({
		baseDir: cwd,
		abort: signal,
		// Only the end of the output ends a command: by default what came until 50 ms after the exit counts as all of it.
		completion: { onExit: false },
		...(input === undefined ? {} : { input: () => input }),
		allowEnvironment: Object.keys(environment),
		// The guard is for arguments of strangers. Here every setting is ours, and it would take a host called
		// alias.example.net, in the name of the header's setting, for the definition of an alias.
		unsafe: {
			allowUnsafeConfigEnvCount: true,
			allowUnsafeConfigPaths: true,
			allowUnsafeAlias: true,
			allowUnsafePager: true,
		},
		errors: (error, { exitCode, stdOut, stdErr }) => {
			if (error === undefined && exitCode === 0) return undefined;
			const output = cleanGitOutput(Buffer.concat([...stdErr, ...stdOut]).toString('utf8'), secrets);
			return new GitFailure({ command, kind: kindOf(output, { cancelled, deadline }), exitCode, output });
		},
	})
		.env({ ...environment, [inspect.custom]: hidden })
		.outputHandler((_command, ...outputs) => {
			// A killed git leaves its HTTP helper behind, which holds the pipes open for as long as the remote keeps silent.
			const pipes = outputs.filter((output) => output instanceof Readable);
			const listener = addAbortListener(signal, () => pipes.forEach((pipe) => void pipe.destroy()));
			pipes[0]?.once('close', () => listener[Symbol.dispose]());
		});
}

function kindOf(
	output: string,
	{ cancelled, deadline }: { readonly cancelled: AbortSignal | undefined; readonly deadline: AbortSignal },
): GitFailureKind {
	if (cancelled?.aborted === true) return 'cancelled';
	return deadline.aborted ? 'timed-out' : classifyGitOutput(output);
}

/** With DEBUG=* simple-git prints the environment of every process, and the token is in there. */
function hidden(): string {
	return '[environment]';
}

/** The command among the arguments, behind the settings for it. */
function nameOf(args: readonly string[]): string {
	return args[0] === '-c' ? nameOf(args.slice(2)) : (args[0] ?? '');
}
