import { readdirSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	appendOutput,
	makeFolder,
	outputProblem,
	writeOutput,
	writeWhole,
} from '../../../src/infrastructure/output-file.ts';
import { type TemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';

let folder: TemporaryFolder;
let at: (path: string) => string;

beforeEach(async () => {
	folder = await temporaryFolder('output-file-');
	at = (path) => join(folder.path, path);
	await mkdir(at('folder'));
	await writeFile(at('file'), 'before');
	await symlink('circle', at('circle'));
});
afterEach(() => folder[Symbol.asyncDispose]());

/** Where nothing can be written, by what the system says to it; folders are missing on the way to some. */
const HOPELESS = [
	['/proc/nope/deeper/x', 'ENOENT', 'nothing can be created there'],
	['/proc/x', 'ENOENT', 'nothing can be created there'],
	['file/x', 'EEXIST', 'a part of its path is not a folder'],
	['file/deeper/x', 'ENOTDIR', 'a part of its path is not a folder'],
	['folder', 'EISDIR', 'it is a folder'],
	['circle/deeper/x', 'ELOOP', 'its links lead in a circle'],
	[`${'n'.repeat(300)}`, 'ENAMETOOLONG', 'its name is too long'],
] as const;

describe('writeOutput', () => {
	it('writes into folders that are made on the way, and over what is there', async () => {
		await writeOutput(at('a/b/c'), 'one');
		await writeOutput(at('a/b/c'), 'two');

		expect(await readFile(at('a/b/c'), 'utf8')).toBe('two');
	});

	it.each(HOPELESS)('says what is in the way of %s', async (path, code, why) => {
		await expect(writeOutput(path.startsWith('/') ? path : at(path), 'x')).rejects.toMatchObject({
			code: 'ERR_OUTPUT',
			message: expect.stringMatching(new RegExp(`: cannot be written: .*${why} \\(${code}\\)\\. Name `, 'u')),
		});
	});

	it('says that a disk is full', async () => {
		await expect(writeOutput('/dev/full', 'x')).rejects.toMatchObject({
			code: 'ERR_OUTPUT',
			message: '/dev/full: cannot be written: the disk is full (ENOSPC). Make room and run again',
		});
	});
});

describe('makeFolder', () => {
	it('is content with a folder that is there, or that many make at once', async () => {
		await Promise.all(Array.from({ length: 20 }, () => makeFolder(at('a/b/c/d'))));
		await makeFolder('/');

		expect(await readdir(at('a/b/c'))).toEqual(['d']);
	});

	it('follows links to folders', async () => {
		await symlink('folder', at('link'));

		await makeFolder(at('link/a'));

		expect(await readdir(at('folder'))).toEqual(['a']);
	});
});

describe('appendOutput', () => {
	it('adds, and makes what is not there', async () => {
		await appendOutput(at('file'), ', after');
		await appendOutput(at('new/file'), 'new');

		expect([await readFile(at('file'), 'utf8'), await readFile(at('new/file'), 'utf8')]).toEqual([
			'before, after',
			'new',
		]);
	});
});

describe('writeWhole', () => {
	it('leaves nothing half-written where it does not come to its end', async () => {
		await expect(writeWhole(at('folder'), 'x')).rejects.toMatchObject({ code: 'ERR_OUTPUT' });

		expect((await readdir(folder.path)).toSorted()).toEqual(['circle', 'file', 'folder']);
	});

	it('leaves what was there when the disk is full halfway', async () => {
		function* halfOfIt(): Generator<string> {
			yield 'half';
			throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
		}

		await expect(writeWhole(at('file'), halfOfIt())).rejects.toThrow(
			`${at('file')}: cannot be written: the disk is full (ENOSPC)`,
		);

		expect(await readFile(at('file'), 'utf8')).toBe('before');
		expect((await readdir(folder.path)).toSorted()).toEqual(['circle', 'file', 'folder']);
	});

	it('writes behind a link, and lets those read who could', async () => {
		await chmod(at('file'), 0o640);
		await symlink('file', at('link'));

		await writeWhole(at('link'), 'after');

		expect(await readlink(at('link'))).toBe('file');
		expect(await readFile(at('file'), 'utf8')).toBe('after');
		expect((await stat(at('file'))).mode & 0o777).toBe(0o640);
	});

	it('shows nobody else what is not finished', async () => {
		let unfinished = 0;
		const content = function* (): Generator<string> {
			yield 'after';
			const [name = ''] = readdirSync(folder.path).filter((one) => one.endsWith('.tmp'));
			unfinished = statSync(at(name)).mode & 0o777;
			yield '!';
		};
		await chmod(at('file'), 0o600);

		await writeWhole(at('file'), content());

		expect(unfinished).toBe(0o600);
	});

	it('leaves a file to its owner, whoever writes it', async () => {
		const isRoot = process.getuid?.() === 0;
		if (isRoot) await chown(at('file'), 1_234, 5_678);
		const { uid, gid } = await stat(at('file'));

		await writeWhole(at('file'), 'after');

		expect(await stat(at('file'))).toMatchObject({ uid, gid });
	});
});

describe('outputProblem', () => {
	it.each(HOPELESS)('tells before that nothing can be written to %s', async (path, code, why) => {
		const problem = await outputProblem(path.startsWith('/') ? path : at(path));

		// That nothing can be made in a folder that is there, only the attempt tells.
		if (path === '/proc/x') expect(problem).toBeNull();
		else expect(problem?.message).toBe(`cannot be written: ${why} (${code})`);
	});

	it('has nothing against a file that is there or not, or against a device', async () => {
		for (const path of [at('file'), at('new'), at('a/b'), '/dev/null']) expect(await outputProblem(path)).toBeNull();
		expect(await readFile(at('file'), 'utf8')).toBe('before');
		expect(await readdir(at('a'))).toEqual([]);
	});
});
