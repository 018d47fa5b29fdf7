import { makeFolder } from '../output-file.ts';
import { openGit } from './git.ts';
import { userEnvironment } from './git-environment.ts';

/** Makes an empty bare repository where there is none yet; one that is there keeps what it holds. */
export async function createBareRepository(path: string): Promise<void> {
	await makeFolder(path);
	await openGit({ cwd: path, environment: userEnvironment() }).text(['init', '--bare', '--quiet', '.']);
}
