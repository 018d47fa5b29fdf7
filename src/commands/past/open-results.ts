import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { ConfigurationError, DriftAuditError } from '../../errors.ts';
import { basicCredentials } from '../../infrastructure/git/git-environment.ts';
import { GitFailure } from '../../infrastructure/git/git-failure.ts';
import { isRemote, originUrl } from '../../infrastructure/git/origin-url.ts';
import { remoteBranches } from '../../infrastructure/git/remote-branches.ts';
import { makeTemporary } from '../../infrastructure/make-temporary.ts';
import { removeTemporary } from '../../infrastructure/remove-temporary.ts';
import { openPast, type Past } from '../../infrastructure/results-branch/open-past.ts';
import { didYouMean } from '../../settings/findings/closest.ts';
import type { CommandLine } from '../command-line.ts';

/** Which results branch a user means; without a remote that of the repository around. */
export interface ResultsRemote {
	readonly remote?: string | undefined;
	readonly branch: string;
}

/** A results branch in a temporary clone, for reading. */
export interface Results extends AsyncDisposable {
	/** Throws a `DriftAuditError` where the remote cannot be read. */
	read<Told>(ask: (past: Past) => Promise<Told>): Promise<Told>;
}

/**
 * Opens a results branch. Throws a `ConfigurationError` where there is none, and a `DriftAuditError` where the remote cannot
 * be read.
 */
export async function openResults({ remote, branch }: ResultsRemote, line: CommandLine): Promise<Results> {
	const remoteUrl = await findRemote(remote, line);
	const token = line.env.FLEET_GIT_TOKEN ?? null;
	if (token !== null) line.log.registerSecrets([token, basicCredentials(token)]);
	const tempDir = await makeTemporary(tmpdir(), 'fleet-drift-');
	const remove = (): Promise<void> => removeTemporary(tempDir);
	const asked = <Told>(work: Promise<Told>): Promise<Told> =>
		work.catch((error: unknown) => {
			if (!(error instanceof GitFailure)) throw error;
			throw new DriftAuditError('ERR_HISTORY', `${remoteUrl} cannot be read: ${explain(error, remoteUrl)}`, {
				cause: error,
			});
		});
	try {
		const access = { remoteUrl, token, tempDir, signal: line.signal };
		const past = await asked(openPast({ ...access, branch }));
		if (past !== null) {
			return {
				read: (ask) => asked(ask(past)),
				async [Symbol.asyncDispose]() {
					await past[Symbol.asyncDispose]();
					await remove();
				},
			};
		}
		throw ConfigurationError.of(
			`there is no branch ${branch} at ${remoteUrl}`,
			`${didYouMean(branch, await asked(remoteBranches(access)))}An audit by the Action creates it (input results-branch); --branch and --remote name another`,
		);
	} catch (error) {
		await remove();
		throw error;
	}
}

/** Opens a results branch for one question. */
export async function readResults<Told>(
	remote: ResultsRemote,
	line: CommandLine,
	ask: (past: Past) => Promise<Told>,
): Promise<Told> {
	await using results = await openResults(remote, line);
	return await results.read(ask);
}

async function findRemote(remote: string | undefined, { cwd, signal }: CommandLine): Promise<string> {
	if (remote !== undefined) return isRemote(remote) ? remote : resolve(cwd, remote);
	const url = await originUrl(cwd, signal);
	if (url !== null) return url;
	throw ConfigurationError.of(
		`${cwd} is not in a repository with a remote "origin"`,
		'Name the repository with --remote',
	);
}

function explain({ kind, message }: GitFailure, remoteUrl: string): string {
	const told = message.replace(/\.+$/u, '');
	if (kind === 'unreachable') return `${told}. Check the address, and that this machine may reach it`;
	if (kind !== 'login-refused' && kind !== 'not-found' && kind !== 'not-permitted') return told;
	return /^https?:/iu.test(remoteUrl)
		? `${told}. For a private repository set FLEET_GIT_TOKEN to a token that may read it`
		: `${told}. Name the repository with --remote`;
}
