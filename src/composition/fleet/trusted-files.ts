import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { decodeText } from '../../domain/text/decode-text.ts';
import { ConfigurationError, systemCode } from '../../errors.ts';
import type { OpenRevisions } from '../../infrastructure/git/open-revisions.ts';
import { appendOutput } from '../../infrastructure/output-file.ts';

/** Files that the user trusts: their own disk, or the base commit of a pull request. Paths are relative to the repository. */
export interface TrustedFiles {
	/** The commit that they are read from; null: none, they lie on the disk. */
	readonly commit: string | null;
	/** null: it is not there. Throws a `ConfigurationError` for one that cannot be read, or is not UTF-8. */
	read(path: string): Promise<string | null>;
	/** Paths of all files below a folder, relative to it; empty where it is not there. */
	list(folder: string): Promise<readonly string[]>;
}

/** Files of the user's own disk. */
export function trustedFiles(root: string): TrustedFiles {
	return {
		commit: null,
		async read(path) {
			const bytes = await bytesIfThere(path, root);
			return bytes === null ? null : textOf(path, bytes);
		},
		async list(folder) {
			const top = resolve(root, folder);
			const entries = await readIfThere(folder, () => readdir(top, { recursive: true, withFileTypes: true }));
			return (entries ?? [])
				.filter((entry) => !entry.isDirectory())
				.map(({ parentPath, name }) => relative(top, join(parentPath, name)).split(sep).join('/'));
		},
	};
}

/** A file of the user's own disk to the letter; null: it is not there. */
export function bytesIfThere(path: string, root: string): Promise<Buffer | null> {
	return readIfThere(path, () => readFile(resolve(root, path)));
}

/** Whether something has this name on the user's own disk, whatever it holds. */
export async function isTaken(path: string): Promise<boolean> {
	return (await readIfThere(path, () => stat(path))) !== null;
}

/** Adds lines to a file of the user's own disk, and makes it where there is none. */
export function appendToTrusted(root: string): (path: string, lines: string) => Promise<void> {
	return async (path, lines) => {
		const file = resolve(root, path);
		const before = (await trustedFiles(root).read(path)) ?? '';
		await appendOutput(file, before === '' || before.endsWith('\n') ? lines : `\n${lines}`);
	};
}

/** Files as they were before the change. */
export function trustedBase(revisions: OpenRevisions): TrustedFiles {
	return {
		commit: revisions.mergeBase,
		read: (path) => revisions.readBase(path),
		list: (folder) => revisions.listBase(folder),
	};
}

function textOf(file: string, bytes: Buffer): string {
	const decoded = decodeText(bytes, 'utf-8');
	if (decoded.status === 'read') return decoded.text;
	const { why: message, fix, line } = decoded;
	throw new ConfigurationError([{ file, line, column: line === null ? null : 1, message, fix }]);
}

async function readIfThere<Value>(path: string, read: () => Promise<Value>): Promise<Value | null> {
	try {
		return await read();
	} catch (error) {
		const code = systemCode(error);
		if (code === '') throw error;
		if (code === 'ENOENT' || code === 'ENOTDIR') return null;
		throw ConfigurationError.inFile(path, `cannot be read (${code})`, 'Check that it is a readable file');
	}
}
