import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { GitFailure } from './git-failure.ts';

const started = new AsyncLocalStorage<ChildProcess[]>();

subscribe('child_process', (message) => {
	const { process: child } = message as { readonly process: ChildProcess };
	const children = started.getStore();
	if (children === undefined) return;
	// Nobody listening, it would end the program; where somebody does, this changes nothing.
	child.on('error', () => {});
	children.push(child);
});

/**
 * Runs a command of git by a library that starts processes itself. Where this process may open no more files, Node returns one
 * that has no pipes, and its error comes later: simple-git fails at the pipes and does not wait for it.
 *
 * @throws GitFailure
 */
export async function tellTooManyFiles<T>(command: string, run: () => Promise<T>): Promise<T> {
	const children: ChildProcess[] = [];
	try {
		return await started.run(children, run);
	} catch (error) {
		throw children.some(hasNoPipes) ? tooManyFiles(command) : error;
	}
}

/** Of a process that was not started for want of files. */
export function hasNoPipes({ stdout }: { readonly stdout?: unknown }): boolean {
	return stdout === undefined;
}

export function tooManyFiles(command: string): GitFailure {
	return new GitFailure({ command, kind: 'too-many-files', exitCode: null, output: '' });
}
