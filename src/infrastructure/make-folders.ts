import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../errors.ts';

/**
 * Makes a folder and those around it, one by one: `recursive` of Node 24 tries for ever, at full speed, where the folder around
 * is there and yet takes no other, as below /proc. Errors are those of the system.
 */
export async function makeFolders(path: string): Promise<void> {
	const missing = await makeFolder(path);
	if (missing === null) return;
	if (dirname(path) === path) throw missing;
	await makeFolders(dirname(path));
	const stillMissing = await makeFolder(path);
	if (stillMissing !== null) throw stillMissing;
}

/** @returns what the system says where the folder around is missing, or takes no other; null: the folder is there */
async function makeFolder(path: string): Promise<unknown> {
	try {
		await mkdir(path);
		return null;
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return error;
		// Another job was faster; or the root of a disk that is read-only says so of a folder that is there.
		if ((await stat(path).catch(() => null))?.isDirectory()) return null;
		throw error;
	}
}
