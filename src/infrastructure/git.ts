import { GitPluginError, type SimpleGit, simpleGit } from 'simple-git';
import type { GitEnvironment } from './git-environment.ts';
import { classifyGitOutput, cleanGitOutput, GitFailure, type GitFailureKind } from './git-failure.ts';

/** Silence after which a git process is given up: servers say nothing while they pack. */
const SILENCE_MS = 60_000;

/** Git in one folder, with one environment. Every method rejects with a `GitFailure`. */
export interface Git {
	/** Runs git and returns its standard output. `input` goes to its standard input and must not be empty. */
	text(args: readonly string[], input?: string | Buffer): Promise<string>;
	/** Runs `git cat-file` with these options and returns the bytes. */
	catFile(options: readonly string[], input: string): Promise<Buffer>;
}

export interface GitOptions {
	readonly cwd: string;
	readonly environment: GitEnvironment;
	/** Ends the running process and every later one. */
	readonly signal?: AbortSignal;
	/** Taken out of everything that git prints. */
	readonly secrets?: readonly string[];
}

/** The one way in which the project runs git. */
export function openGit(options: GitOptions): Git {
	return {
		text: (args, input) => processFor(options, args[0] ?? '', input).raw([...args]),
		catFile: (args, input) => processFor(options, 'cat-file', input).binaryCatFile([...args]),
	};
}

/** One instance per command: input and error texts belong to the instance. */
function processFor(
	{ cwd, environment, signal, secrets = [] }: GitOptions,
	command: string,
	input?: string | Buffer,
): SimpleGit {
	return simpleGit({
		baseDir: cwd,
		// Only the end of the output ends a command: by default 50 ms after the exit whatever came until then counts.
		completion: { onExit: false },
		timeout: { block: SILENCE_MS },
		...(signal === undefined ? {} : { abort: signal }),
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
			return new GitFailure({ command, kind: kindOf(error, output, signal), exitCode: exitCode ?? null, output });
		},
	}).env({ ...environment });
}

function kindOf(error: Buffer | Error | undefined, output: string, signal: AbortSignal | undefined): GitFailureKind {
	if (signal?.aborted === true) return 'cancelled';
	if (error instanceof GitPluginError && error.plugin === 'timeout') return 'timed-out';
	return classifyGitOutput(output);
}
