import { type RemoteAccess, TemporaryRepository } from './temporary-repository.ts';

const HEADS = '\trefs/heads/';

/** The names of all branches of a remote. Throws a `GitFailure` where it does not answer. */
export async function remoteBranches(remote: RemoteAccess): Promise<readonly string[]> {
	await using repository = await TemporaryRepository.create(remote);
	const lines = (await repository.git.text(['ls-remote', '--heads', 'origin'])).split('\n');
	return lines.filter((line) => line.includes(HEADS)).map((line) => line.slice(line.indexOf(HEADS) + HEADS.length));
}
