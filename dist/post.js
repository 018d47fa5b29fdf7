import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
// src/infrastructure/remove-leftovers.ts
/** As `mkdtemp` names temporary clones and spooled configs; the report's folder is for later steps and stays. */
const OURS = /^fleet-drift-(?:git|configs)-\w{6}$/u;
/**
* Removes temporary folders that a killed run has left behind. A run that ends by itself removes its own.
*
* @param folder - the runner's own, RUNNER_TEMP: nobody else's runs have theirs there
*/
async function removeLeftovers(folder) {
	const names = await readdir(folder);
	const options = {
		recursive: true,
		force: true,
		maxRetries: 5,
		retryDelay: 50
	};
	await Promise.all(names.filter((name) => OURS.test(name)).map((name) => rm(join(folder, name), options)));
}
// src/post.ts
/** The Action's last word in a job: takes away what a run that was killed could not. */
const { RUNNER_TEMP } = process.env;
if (RUNNER_TEMP) await removeLeftovers(RUNNER_TEMP);
export {};
