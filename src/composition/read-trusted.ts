import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ConfigurationError } from '../errors.ts';

/** Reads a file of the user's own disk; null where it is not there. */
export function trustedFiles(root: string): (path: string) => Promise<string | null> {
	return async (path) => {
		try {
			return await readFile(resolve(root, path), 'utf8');
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
			if (code === 'ENOENT' || code === 'ENOTDIR') return null;
			throw new ConfigurationError([
				{
					file: path,
					line: null,
					column: null,
					message: `cannot be read (${code})`,
					fix: 'Check that it is a readable file',
				},
			]);
		}
	};
}

/** Adds lines to a file of the user's own disk, and makes it where there is none. */
export function appendToTrusted(root: string): (path: string, lines: string) => Promise<void> {
	return async (path, lines) => {
		const file = resolve(root, path);
		const before = (await trustedFiles(root)(path)) ?? '';
		await mkdir(dirname(file), { recursive: true });
		await appendFile(file, before === '' || before.endsWith('\n') ? lines : `\n${lines}`);
	};
}
