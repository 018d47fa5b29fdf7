import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** As `mkdtemp` names temporary clones and spooled configs; the report's folder is for later steps and stays. */
const OURS = /^fleet-drift-(?:git|configs)-\w{6}$/u;

/**
 * Removes temporary folders that a killed run has left behind. A run that ends by itself removes its own.
 *
 * @param folder - the runner's own, RUNNER_TEMP: nobody else's runs have theirs there
 */
export async function removeLeftovers(folder: string): Promise<void> {
	const names = await readdir(folder);
	// A killed git may leave a child that still writes for a moment.
	const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 } as const;
	await Promise.all(names.filter((name) => OURS.test(name)).map((name) => rm(join(folder, name), options)));
}
