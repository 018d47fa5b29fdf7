import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { addAbortListener } from 'node:events';
import type { GitOptions } from './git.ts';
import { classifyGitOutput, cleanGitOutput, GitFailure, type GitFailureKind } from './git-failure.ts';
import { type ObjectAnswer, ObjectAnswers } from './object-answers.ts';
import { hasNoPipes, tooManyFiles } from './too-many-files.ts';

/** Answers what it is asked about objects, one after the other. */
export interface CatFile extends AsyncDisposable {
	/**
	 * @param object - its full name
	 * @throws GitFailure
	 */
	ask(object: string): Promise<ObjectAnswer>;
}

/** What git is asked about objects, and how patient its caller is. */
export interface CatFileOptions extends GitOptions {
	readonly answers: 'sizes' | 'contents';
	/** For so long it may keep silent while somebody waits. */
	readonly silenceMs: number;
}

/**
 * A `git cat-file` that stays: one for every few of thousands of files would take longer than the files. It starts with the first
 * question, and after a failure again with the next.
 */
export function openCatFile(options: CatFileOptions): CatFile {
	let running: CatFileProcess | null = null;
	return {
		async ask(object) {
			if (running?.hasEnded !== false) running = new CatFileProcess(options);
			return running.ask(object);
		},
		async [Symbol.asyncDispose]() {
			await running?.[Symbol.asyncDispose]();
		},
	};
}

/** What is kept of what git complains of. */
const COMPLAINT_CHARACTERS = 65_536;

/** Not by simple-git, which hands over all of the input at the start and all of the output at the end. */
class CatFileProcess implements CatFile {
	readonly #options: CatFileOptions;
	readonly #git: ChildProcessWithoutNullStreams;
	readonly #waiting: PromiseWithResolvers<ObjectAnswer>[] = [];
	readonly #closed: Promise<void>;
	readonly #silence: NodeJS.Timeout;
	#complaint = '';
	#killedFor: GitFailureKind | null = null;
	#hasEnded = false;

	constructor(options: CatFileOptions) {
		this.#options = options;
		const { cwd, environment, answers, signal } = options;
		const option = answers === 'sizes' ? '--batch-check' : '--batch';
		this.#git = withPipes(spawn('git', ['cat-file', option], { cwd, env: environment, windowsHide: true }));
		this.#closed = new Promise((resolve) => this.#git.once('close', () => resolve()));
		this.#silence = setTimeout(() => this.#kill('timed-out'), options.silenceMs);
		this.#silence.unref();
		const listener = signal && addAbortListener(signal, () => this.#kill('cancelled'));
		const answered = new ObjectAnswers(answers);
		this.#git.stdout.on('data', (piece: Buffer) => {
			this.#silence.refresh();
			for (const answer of answered.take(piece)) this.#waiting.shift()?.resolve(answer);
		});
		this.#git.stderr.setEncoding('utf8').on('data', (text: string) => {
			this.#complaint = `${this.#complaint}${text}`.slice(-COMPLAINT_CHARACTERS);
		});
		// What is wrong with it is told by its end.
		this.#git.stdin.on('error', () => {});
		this.#git.on('error', ({ message }) => {
			this.#complaint += message;
		});
		this.#git.once('close', (exitCode) => {
			listener?.[Symbol.dispose]();
			this.#end(exitCode);
		});
	}

	/** Whether it can be asked no more. */
	get hasEnded(): boolean {
		return this.#hasEnded;
	}

	ask(object: string): Promise<ObjectAnswer> {
		const waiting = Promise.withResolvers<ObjectAnswer>();
		if (this.#waiting.length === 0) this.#silence.refresh();
		this.#waiting.push(waiting);
		this.#git.stdin.write(`${object}\n`);
		return waiting.promise;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		if (this.#waiting.length > 0) this.#kill('cancelled');
		this.#git.stdin.end();
		const isLate = setTimeout(() => this.#kill('cancelled'), this.#options.silenceMs);
		await this.#closed;
		clearTimeout(isLate);
	}

	#kill(kind: GitFailureKind): void {
		// Nobody waits: silence is as it should be.
		if (kind === 'timed-out' && this.#waiting.length === 0) return;
		this.#killedFor ??= kind;
		// It only reads, and one that is stopped or hangs takes no other signal.
		this.#git.kill('SIGKILL');
		// A killed git leaves a helper behind that may hold them open for as long as its remote keeps silent.
		for (const pipe of this.#git.stdio) pipe?.destroy();
	}

	#end(exitCode: number | null): void {
		this.#hasEnded = true;
		clearTimeout(this.#silence);
		const output = cleanGitOutput(this.#complaint, this.#options.secrets ?? []);
		const kind = this.#killedFor ?? classifyGitOutput(output);
		const failure = new GitFailure({ command: 'cat-file', kind, exitCode, output });
		for (const { reject } of this.#waiting.splice(0)) reject(failure);
	}
}

/**
 * Where this process may open no more files, Node returns one that has no pipes; only its error tells why.
 *
 * @throws GitFailure
 */
function withPipes(git: ChildProcessWithoutNullStreams): ChildProcessWithoutNullStreams {
	if (!hasNoPipes(git)) return git;
	// Nobody listening, it would end the program.
	git.on('error', () => {});
	throw tooManyFiles('cat-file');
}
