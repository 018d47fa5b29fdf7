import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeText } from '../../domain/text/decode-text.ts';
import { ConfigurationError, NOWHERE, type Problem, systemCode } from '../../errors.ts';
import type { CommandLine } from '../command-line.ts';

/** Reads files that the user named on the command line; names all of them that cannot be read. */
export async function readTexts(files: readonly string[], { cwd }: CommandLine): Promise<readonly string[]> {
	const read = await Promise.all(files.map((file) => readText(file, cwd)));
	const problems = read.filter((result) => typeof result !== 'string');
	if (problems.length > 0) throw new ConfigurationError(problems);
	return read.filter((result) => typeof result === 'string');
}

/** The text of a file in any encoding, or what is wrong with it. */
async function readText(file: string, cwd: string): Promise<string | Problem> {
	try {
		const decoded = decodeText(await readFile(resolve(cwd, file)), 'any');
		if (decoded.status === 'read') return decoded.text;
		const { why: message, fix, line } = decoded;
		return { file, line, column: line === null ? null : 1, message, fix };
	} catch (error) {
		return unreadable(file, error);
	}
}

function unreadable(file: string, error: unknown): Problem {
	const code = systemCode(error);
	if (code === '') throw error;
	const message = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`;
	return { ...NOWHERE, file, message, fix: 'Name a readable file' };
}
