import { resolve } from 'node:path';
import { type Git, openGit } from './git.ts';
import { userEnvironment } from './git-environment.ts';
import { GitFailure } from './git-failure.ts';

/** The URL of `origin`, or its whole path, of the repository around a folder; null where there is none. */
export async function originUrl(cwd: string, signal?: AbortSignal): Promise<string | null> {
	const git = openGit({ cwd, environment: userEnvironment(), ...(signal && { signal }) });
	try {
		const url = (await git.text(['config', '--get', 'remote.origin.url'])).trim();
		if (isRemote(url)) return url;
		return resolve(cwd, (await git.text(['rev-parse', '--show-toplevel'])).trim(), url);
	} catch (error) {
		// exit code 1: there is no such setting, in a repository or out of one
		if (error instanceof GitFailure && error.exitCode === 1) return await refuseUntrusted(git);
		throw error;
	}
}

/** The settings of a repository that git does not trust are none to it, and it says no word about that. */
async function refuseUntrusted(git: Git): Promise<null> {
	try {
		await git.text(['rev-parse', '--git-dir']);
	} catch (error) {
		if (error instanceof GitFailure && error.kind === 'not-trusted') throw error;
	}
	return null;
}

/** A URL, or ssh in short (`git@host:path`): anything else is a path, which means something only where it was written. */
export function isRemote(url: string): boolean {
	return /^[a-z][a-z\d+.-]*:\/\//iu.test(url) || /^[^/:]{2,}:/u.test(url);
}
