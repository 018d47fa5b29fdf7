import type { Git } from './git.ts';

/**
 * The names of files as objects, by one process, which reads them itself.
 *
 * @param options - `-w`: puts them into the repository
 */
export async function hashFiles(
	git: Git,
	paths: readonly string[],
	options: readonly string[] = [],
): Promise<readonly string[]> {
	if (paths.length === 0) return [];
	const lines = `${paths.join('\n')}\n`;
	return (await git.text(['hash-object', '--no-filters', ...options, '--stdin-paths'], lines)).trim().split('\n');
}
