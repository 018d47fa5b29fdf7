import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import {
	access,
	appendFile,
	chmod,
	chown,
	constants,
	copyFile,
	realpath,
	rename,
	rm,
	stat,
	writeFile,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Pieces } from '../domain/text/pieces.ts';
import { DriftAuditError, formatProblem, NOWHERE, type Problem, systemCode } from '../errors.ts';
import { makeFolders } from './make-folders.ts';
import { piecesInTurns } from './turns.ts';

/**
 * Makes a folder and those around it, as `mkdir -p` does. Like all here that writes, throws a DriftAuditError
 * (`ERR_OUTPUT`) that says what is in the way.
 */
export async function makeFolder(path: string): Promise<void> {
	await told(path, () => makeFolders(path));
}

/**
 * Writes a file, and makes the folder that it belongs into. What is there is written over: it may be a pipe. Pieces come in
 * turns.
 */
export async function writeOutput(path: string, content: string | Pieces): Promise<void> {
	await makeFolder(dirname(path));
	await told(path, () => writeFile(path, writable(content)));
}

/** Adds to a file; what is not there is made. */
export async function appendOutput(path: string, content: string): Promise<void> {
	await makeFolder(dirname(path));
	await told(path, () => appendFile(path, content));
}

/** Copies a file into a folder that is there; what is left of a copy that failed is the caller's to take away. */
export async function copyOutput(from: string, path: string): Promise<void> {
	await told(path, () => copyFile(from, path));
}

/**
 * Writes a file that others read, or whose text stands nowhere else: a job that is killed, or a disk that is full, leaves the
 * whole of it or what was there before. A link to a file stays one, and the file belongs to whom it did.
 */
export async function writeWhole(path: string, content: string | Pieces): Promise<void> {
	const place = (await unlessMissing(realpath(path))) ?? path;
	const unfinished = `${place}.${randomBytes(4).toString('hex')}.tmp`;
	try {
		await makeFolder(dirname(place));
		await told(path, async () => {
			const before = await unlessMissing(stat(place));
			await writeFile(unfinished, writable(content), before === null ? {} : { mode: 0o600 });
			if (before !== null) await handOver(unfinished, before);
			await rename(unfinished, place);
		});
	} catch (error) {
		await rm(unfinished, { force: true });
		throw error;
	}
}

/** What would keep a file from being written, as far as that can be told before; makes its folder. */
export async function outputProblem(path: string): Promise<Problem | null> {
	try {
		await makeFolders(dirname(path));
		if ((await stat(path)).isDirectory()) return problemOf(path, 'EISDIR');
		await access(path, constants.W_OK);
		return null;
	} catch (error) {
		const code = systemCode(error);
		if (code === '') throw error;
		// The folder is there by now: no more than the file itself is missing.
		return code === 'ENOENT' && (await isFolder(dirname(path))) ? null : problemOf(path, code);
	}
}

/** As `writeFile()` takes it. */
function writable(content: string | Pieces): string | AsyncIterable<string> {
	return typeof content === 'string' ? content : piecesInTurns(content);
}

/** Gives a new file to those whose file it takes the place of. */
async function handOver(path: string, { uid, gid, mode }: Stats): Promise<void> {
	// Only root may give a file away, and has to: in a container, and with sudo.
	await chown(path, uid, gid).catch(() => {});
	await chmod(path, mode & 0o777);
}

async function told(path: string, write: () => Promise<void>): Promise<void> {
	try {
		await write();
	} catch (error) {
		throw outputError(path, error);
	}
}

/** What kept something from being written, as an error that says so; an error that is not the system's stays as it is. */
export function outputError(path: string, error: unknown): unknown {
	const code = systemCode(error);
	if (code === '') return error;
	return new DriftAuditError('ERR_OUTPUT', formatProblem(problemOf(path, code)), { cause: error });
}

/** null: it is not there, or whatever is wrong with its path, which writing there will tell. */
async function unlessMissing<Value>(asked: Promise<Value>): Promise<Value | null> {
	return await asked.catch(() => null);
}

async function isFolder(path: string): Promise<boolean> {
	return (await unlessMissing(stat(path)))?.isDirectory() ?? false;
}

const ELSEWHERE = 'Name another place';

/** What stands in the way, and what to do, by the code of the system. */
const ADVICE: Readonly<Record<string, readonly [why: string, fix: string]>> = {
	EISDIR: ['it is a folder', 'Name a file in it'],
	EEXIST: ['a part of its path is not a folder', ELSEWHERE],
	ENOTDIR: ['a part of its path is not a folder', ELSEWHERE],
	ENOENT: ['nothing can be created there', ELSEWHERE],
	EACCES: ['this user may not write there', `${ELSEWHERE}, or change its permissions`],
	EPERM: ['this user may not write there', `${ELSEWHERE}, or change its permissions`],
	EROFS: ['its disk is mounted read-only', ELSEWHERE],
	ENOSPC: ['the disk is full', 'Make room and run again'],
	EDQUOT: ['the quota of the disk is used up', 'Make room and run again'],
	ENAMETOOLONG: ['its name is too long', 'Name a shorter one'],
	ELOOP: ['its links lead in a circle', ELSEWHERE],
};

function problemOf(file: string, code: string): Problem {
	const [why, fix] = ADVICE[code] ?? ['the system refuses it', ELSEWHERE];
	return { ...NOWHERE, file, message: `cannot be written: ${why} (${code})`, fix };
}
