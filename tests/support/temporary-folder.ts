import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder extends AsyncDisposable {
	readonly path: string;
}

/**
 * Makes a folder of its own for a test, which goes with what is in it.
 *
 * @param prefix - begins its name, which says who left it should it ever stay: `doctor-`
 * @param parent - the folder in which it is made
 */
export async function temporaryFolder(prefix: string, parent = tmpdir()): Promise<TemporaryFolder> {
	const path = await mkdtemp(join(parent, prefix));
	return { path, [Symbol.asyncDispose]: () => removeFolder(path) };
}

/**
 * Removes a folder with what is in it. A process that a test has killed may leave a child, git's most of all, that still
 * writes for a moment: what it adds between the listing and the removal is taken with the next try.
 */
export async function removeFolder(path: string): Promise<void> {
	await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
