import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigurationError, type Problem, systemCode } from '../../errors.ts';
import type { CommandLine } from '../command-line.ts';

/** Reads files that the user named on the command line; names all of them that cannot be read. */
export async function readTexts(files: readonly string[], { cwd }: CommandLine): Promise<readonly string[]> {
	const read = await Promise.allSettled(files.map((file) => readFile(resolve(cwd, file), 'utf8')));
	const problems = read.flatMap((result, index) =>
		result.status === 'fulfilled' ? [] : [unreadable(files[index] ?? '', result.reason)],
	);
	if (problems.length > 0) throw new ConfigurationError(problems);
	return read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

function unreadable(file: string, error: unknown): Problem {
	const code = systemCode(error);
	if (code === '') throw error;
	const message = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`;
	return { file, line: null, column: null, message, fix: 'Name a file that is there and readable' };
}
