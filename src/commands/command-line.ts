import type { Log } from '../infrastructure/log.ts';

/** The world that a command runs in: what a shell gives a process. */
export interface CommandLine {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
	/** Progress, warnings and errors: stderr, so that stdout holds the report and nothing else. */
	readonly log: Log;
	readonly stdin: Asker;
	readonly stdout: Terminal;
	readonly stderr: Terminal;
	/** Aborted by SIGINT and SIGTERM. */
	readonly signal: AbortSignal;
}

/** A stream that a command writes to, and what is known of whoever reads it. */
export interface Terminal {
	write(text: string): void;
	/** Whether a person looks at it, rather than a file or a pipe. */
	readonly interactive: boolean;
	/** As NO_COLOR, FORCE_COLOR and the terminal say. */
	readonly colour: boolean;
	/** Columns. */
	readonly width: number;
}

/** A person at the keyboard. */
export interface Asker {
	/** Whether there is one. */
	readonly interactive: boolean;
	/** Asks, and returns what was typed, without white space around it. */
	ask(question: string): Promise<string>;
	/** Tells something between two questions. */
	say(sentence: string): void;
}

/** What a command leaves behind; see the exit codes in docs/cli.md. */
export type ExitCode = 0 | 1 | 2 | 3;
