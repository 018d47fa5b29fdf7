import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pieces } from '../../domain/text/pieces.ts';
import { makeTemporary } from '../make-temporary.ts';
import { removeTemporary } from '../remove-temporary.ts';
import { TextOnDisk } from '../text-on-disk.ts';
import { piecesInTurns } from '../turns.ts';
import { checkRemoteUrl } from './check-remote-url.ts';
import { type Git, openGit } from './git.ts';
import { basicCredentials, type GitSetting, isolatedEnvironment, userEnvironment } from './git-environment.ts';
import { GitFailure } from './git-failure.ts';
import { hashFiles } from './hash-files.ts';

/** A repository on a server, and what it takes to read or write it. */
export interface RemoteAccess {
	/** https, ssh or file URL, or the path of a repository; without credentials. */
	readonly remoteUrl: string;
	readonly token: string | null;
	/** An existing folder in which the repository gets a folder of its own. */
	readonly tempDir: string;
	readonly signal?: AbortSignal;
}

/** How the user's git gets out to the network. Nothing that logs in, rewrites URLs, runs programs or weakens TLS. */
const TRANSPORT_SETTINGS =
	'^http\\.(.+\\.)?(proxy|proxyauthmethod|proxysslcert|proxysslkey|proxysslcainfo|sslbackend|sslcainfo|sslcapath|sslcert|sslkey|schannelcheckrevoke|schannelusesslcainfo)$';

/** A bare repository in a folder of its own, with the remote as `origin`. Disposing of it removes the folder. */
export class TemporaryRepository implements AsyncDisposable {
	readonly git: Git;
	readonly #folder: string;
	readonly #opened: TextOnDisk[] = [];

	private constructor(folder: string, git: Git) {
		this.#folder = folder;
		this.git = git;
	}

	static async create({ remoteUrl, token, tempDir, signal }: RemoteAccess): Promise<TemporaryRepository> {
		checkRemoteUrl(remoteUrl);
		const folder = await makeTemporary(tempDir, 'fleet-drift-git-');
		try {
			const secrets = token === null ? [] : [token, basicCredentials(token)];
			const config = await transportSettings(folder, signal);
			const environment = isolatedEnvironment({ remoteUrl, token, home: folder, config });
			const repository = new TemporaryRepository(
				folder,
				openGit({ cwd: folder, environment, secrets, ...(signal && { signal }) }),
			);
			await repository.git.text(['init', '--bare', '--initial-branch=main', '.']);
			return repository;
		} catch (error) {
			await removeTemporary(folder);
			throw error;
		}
	}

	/** Puts texts of any length into the repository, by way of the disk, and returns the names of the objects. */
	async store(contents: readonly Pieces[]): Promise<readonly string[]> {
		const paths: string[] = [];
		try {
			for (const content of contents) {
				const path = join(this.#folder, `content-${randomBytes(8).toString('hex')}`);
				paths.push(path);
				await writeFile(path, piecesInTurns(content), { mode: 0o600 });
			}
			return await hashFiles(this.git, paths, ['-w']);
		} finally {
			await Promise.all(paths.map((path) => rm(path, { force: true })));
		}
	}

	/** A text of any length that is in the repository, by way of the disk; it can be read until this is disposed of. */
	async open(object: string): Promise<TextOnDisk> {
		const name = (await this.git.text(['unpack-file', object])).trim();
		const text = TextOnDisk.takeOver(join(this.#folder, name));
		this.#opened.push(text);
		return text;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const text of this.#opened.splice(0)) text[Symbol.dispose]();
		await removeTemporary(this.#folder);
	}
}

async function transportSettings(cwd: string, signal?: AbortSignal): Promise<readonly GitSetting[]> {
	const git = openGit({ cwd, environment: userEnvironment(), ...(signal && { signal }) });
	try {
		const output = await git.text(['config', '--null', '--get-regexp', TRANSPORT_SETTINGS]);
		return output
			.split('\0')
			.filter((entry) => entry !== '')
			.map(settingOf);
	} catch (error) {
		// exit code 1: the user has no such setting
		if (error instanceof GitFailure && error.exitCode === 1) return [];
		throw error;
	}
}

function settingOf(entry: string): GitSetting {
	const end = entry.indexOf('\n');
	return end === -1 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)];
}
