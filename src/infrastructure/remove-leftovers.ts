import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeTemporary } from './remove-temporary.ts';

/**
 * Temporary clones and spooled configs as `mkdtemp` names them, and the file of a report's details, which has a name for no
 * longer than it takes to open it. The report's folder is for later steps and stays.
 */
const OURS = /^fleet-drift-(?:(?:git|configs)-\w{6}|details-[\da-f]{16})$/u;

/**
 * Removes temporary folders and files that a killed run has left behind. A run that ends by itself removes its own.
 *
 * @param folder - the runner's own, RUNNER_TEMP: nobody else's runs have theirs there
 */
export async function removeLeftovers(folder: string): Promise<void> {
	// A job is not to fail for what cannot be tidied up after it.
	const names = await readdir(folder).catch(() => []);
	await Promise.all(names.filter((name) => OURS.test(name)).map((name) => removeTemporary(join(folder, name))));
}
