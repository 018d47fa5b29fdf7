import type { Log } from '../infrastructure/log.ts';

/** The world that a command runs in: what a shell gives a process. */
export interface CommandLine {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
	/** Progress, warnings and errors: stderr, so that stdout holds the report and nothing else. */
	readonly log: Log;
	readonly stdout: Terminal;
	readonly stderr: Terminal;
	/** Aborted by SIGINT and SIGTERM. */
	readonly signal: AbortSignal;
}

export interface Terminal {
	write(text: string): void;
	/** Whether a person looks at it, rather than a file or a pipe. */
	readonly interactive: boolean;
	/** As NO_COLOR, FORCE_COLOR and the terminal say. */
	readonly colour: boolean;
	readonly columns: number;
}

/** What a command leaves behind; see the exit codes in docs/cli.md. */
export type ExitCode = 0 | 1 | 2 | 3;
