import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobReader } from '../../../src/infrastructure/git/blob-reader.ts';
import { openCatFile } from '../../../src/infrastructure/git/cat-file.ts';
import { type Git, openGit } from '../../../src/infrastructure/git/git.ts';
import { userEnvironment } from '../../../src/infrastructure/git/git-environment.ts';
import { removeFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const ABSENT = 'f'.repeat(40);
const ASKER = fileURLToPath(new URL('../../support/git/ask-without-files.ts', import.meta.url));

let folder: string;
let git: Git;

const store = async (text: string): Promise<string> => (await git.text(['hash-object', '-w', '--stdin'], text)).trim();

/** @returns the folder of a `git` that answers no more than it is told to, and goes on until it is killed */
async function deafGit(answer = ':'): Promise<string> {
	const bin = await mkdtemp(join(folder, 'deaf-'));
	const script = `#!/bin/sh\ntrap '' TERM\n${answer}\nexec /bin/sleep 600\n`;
	await writeFile(join(bin, 'git'), script, { mode: 0o755 });
	return bin;
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'cat-file-'));
	await run('git', ['init', '--quiet', folder]);
	git = openGit({ cwd: folder, environment: userEnvironment() });
});

afterAll(() => removeFolder(folder));

describe('openCatFile', () => {
	it('answers as it is asked, also of objects that came later', async () => {
		await using catFile = git.openCatFile('contents');
		const first = await store('x'.repeat(300_000));
		const [long, absent] = await Promise.all([catFile.ask(first), catFile.ask(ABSENT)]);
		const later = await catFile.ask(await store('hostname zürich\n'));

		expect(long.content.length).toBe(300_000);
		expect(absent).toMatchObject({ type: 'missing' });
		expect(String(later.content)).toBe('hostname zürich\n');
	});

	it('is killed with the run, and says so', async () => {
		const cancel = new AbortController();
		const cancelled = openGit({ cwd: folder, environment: userEnvironment(), signal: cancel.signal });
		await using catFile = cancelled.openCatFile('sizes');
		await catFile.ask(ABSENT);

		cancel.abort();

		await expect(catFile.ask(ABSENT)).rejects.toMatchObject({ kind: 'cancelled' });
	});

	it.each(['stay', 'end'])(
		'says where too many files are open, and answers once they are not: processes that %s',
		async (way) => {
			const asker = [process.execPath, ASKER, folder, way];
			const { stdout } = await run('sh', ['-c', 'ulimit -n 100 && exec "$0" "$@"', ...asker]);

			expect(stdout).toBe('too-many-files\ntoo-many-files\nmissing\n');
		},
	);

	it('says what is wrong where git cannot answer, each time', async () => {
		const lost = openGit({ cwd: folder, environment: { ...userEnvironment(), GIT_DIR: join(folder, 'nowhere') } });
		await using catFile = lost.openCatFile('sizes');

		await expect(catFile.ask(ABSENT)).rejects.toMatchObject({
			kind: 'failed',
			message: expect.stringContaining('not a git repository'),
		});
		await expect(catFile.ask(ABSENT)).rejects.toMatchObject({ kind: 'failed' });
	});

	it('says that git is not installed', async () => {
		const missing = openGit({ cwd: folder, environment: { PATH: folder } });
		await using catFile = missing.openCatFile('sizes');

		await expect(catFile.ask(ABSENT)).rejects.toMatchObject({ kind: 'not-installed' });
	});

	it('gives up a git that keeps silent while somebody waits, and takes no other signal', async () => {
		const environment = { PATH: await deafGit() };
		await using catFile = openCatFile({ cwd: folder, environment, answers: 'sizes', silenceMs: 50 });

		await expect(catFile.ask(ABSENT)).rejects.toMatchObject({ kind: 'timed-out' });
	});

	it('does not wait for ever for a git that ignores the end of its input', async () => {
		const environment = { PATH: await deafGit('read object; echo "$object missing"') };
		const catFile = openCatFile({ cwd: folder, environment, answers: 'sizes', silenceMs: 50 });
		await catFile.ask(ABSENT);

		await expect(catFile[Symbol.asyncDispose]()).resolves.toBeUndefined();
	});
});

describe('BlobReader', () => {
	it('reads files, refuses what is none, and leaves alone what is too large', async () => {
		await using blobs = new BlobReader(git);
		const file = await store('abcd');
		const tree = (await git.text(['mktree'], `100644 blob ${file}\ta\n`)).trim();

		const read = await Promise.allSettled([file, file, tree, ABSENT].map((object) => blobs.read(object, 4)));

		expect(read.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
		expect(read[0]).toMatchObject({ value: { kind: 'content', content: Buffer.from('abcd') } });
		expect(await blobs.read(file, 3)).toEqual({ kind: 'too-large', sizeBytes: 4 });
	});
});
