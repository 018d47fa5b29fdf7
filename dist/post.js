import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
// src/infrastructure/remove-temporary.ts
/** Times between tries. One and a half seconds altogether: a job that is cancelled has no more than a few. */
const PAUSES_MS = [
	50,
	50,
	100,
	200,
	400,
	700
];
/**
* Removes a temporary folder with what is in it. Never throws: whatever a run found out and stored stays true when a folder
* stays behind, which the post step of the Action or the owner of the machine's temporary files takes away.
*
* A killed git may leave a child that still writes for a moment. The tries are counted here since `maxRetries` of `rm`
* starts anew in every folder below, which takes minutes where a file stays busy, as on NFS.
*/
async function removeTemporary(folder) {
	for (const pauseMs of PAUSES_MS) {
		if (await isRemoved(folder)) return;
		await setTimeout(pauseMs);
	}
	await isRemoved(folder);
}
async function isRemoved(folder) {
	return rm(folder, {
		recursive: true,
		force: true
	}).then(() => true, () => false);
}
// src/infrastructure/remove-leftovers.ts
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
async function removeLeftovers(folder) {
	const names = await readdir(folder).catch(() => []);
	await Promise.all(names.filter((name) => OURS.test(name)).map((name) => removeTemporary(join(folder, name))));
}
// src/post.ts
/** The Action's last word in a job: takes away what a run that was killed could not. */
const { RUNNER_TEMP } = process.env;
if (RUNNER_TEMP) await removeLeftovers(RUNNER_TEMP);
export {};
