import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pieces } from '../../domain/text/pieces.ts';
import { makeTemporary } from '../make-temporary.ts';
import { removeTemporary } from '../remove-temporary.ts';
import { piecesInTurns } from '../turns.ts';
import { checkRemoteUrl } from './check-remote-url.ts';
import { type Git, openGit } from './git.ts';
import { basicCredentials, type GitSetting, isolatedEnvironment, userEnvironment } from './git-environment.ts';
import { GitFailure } from './git-failure.ts';

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

	/** Puts a text of any length into the repository, by way of the disk, and returns the name of the object. */
	async store(content: Pieces): Promise<string> {
		const path = join(this.#folder, `content-${randomBytes(8).toString('hex')}`);
		try {
			await writeFile(path, piecesInTurns(content), { mode: 0o600 });
			return (await this.git.text(['hash-object', '-w', '--no-filters', path])).trim();
		} finally {
			await rm(path, { force: true });
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
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
