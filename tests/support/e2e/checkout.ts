import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../temporary-folder.ts';

const execute = promisify(execFile);

/** Contents by path; null removes the file. */
export type Files = Readonly<Record<string, string | null>>;

/** A clone that a test commits to, and that the Action finds checked out. */
export interface Checkout extends AsyncDisposable {
	readonly folder: string;
	/** Changes files, commits and pushes the branch that is checked out. Returns the commit's SHA. */
	commit(files: Files): Promise<string>;
	/** Starts a branch at the commit that is checked out. */
	branch(name: string): Promise<void>;
	/** Runs git in the folder and returns what it prints. */
	git(...args: readonly string[]): Promise<string>;
}

/**
 * @param remote - path of a bare repository without commits, or null for a repository of its own
 * @param parent - the folder in which it is made
 */
export async function createCheckout(remote: string | null, parent = tmpdir()): Promise<Checkout> {
	const temporary = await temporaryFolder('checkout-', parent);
	const folder = temporary.path;
	const git = async (...args: readonly string[]): Promise<string> =>
		(await execute('git', args, { cwd: folder, env: ENVIRONMENT, maxBuffer: 1 << 26 })).stdout.trim();
	await git('init', '--quiet', '--initial-branch=main');
	if (remote !== null) await git('remote', 'add', 'origin', remote);
	return {
		folder,
		git,
		async commit(files) {
			await writeFiles(folder, files);
			await git('add', '--all');
			await git('commit', '--quiet', '--allow-empty', '--message', 'change');
			if (remote !== null) await git('push', '--quiet', 'origin', 'HEAD');
			return git('rev-parse', 'HEAD');
		},
		async branch(name) {
			await git('checkout', '--quiet', '-b', name);
		},
		[Symbol.asyncDispose]: () => temporary[Symbol.asyncDispose](),
	};
}

/** Writes files below a folder, with the folders that they need. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
	for (const [path, content] of Object.entries(files)) {
		const target = join(folder, path);
		if (content === null) {
			await rm(target);
			continue;
		}
		await mkdir(dirname(target), { recursive: true });
		await writeFile(target, content);
	}
}

/** Nothing of the machine's configuration; somebody has to have written the commits. */
const ENVIRONMENT = {
	PATH: process.env.PATH ?? '',
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_NOSYSTEM: '1',
	GIT_AUTHOR_NAME: 'Anna',
	GIT_AUTHOR_EMAIL: 'anna@example.com',
	GIT_COMMITTER_NAME: 'Anna',
	GIT_COMMITTER_EMAIL: 'anna@example.com',
};
