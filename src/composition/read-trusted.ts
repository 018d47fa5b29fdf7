import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
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
