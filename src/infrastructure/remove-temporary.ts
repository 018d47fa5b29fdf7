import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Times between tries. One and a half seconds altogether: a job that is cancelled has no more than a few. */
const PAUSES_MS = [50, 50, 100, 200, 400, 700];

/**
 * Removes a temporary folder with what is in it. Never throws: whatever a run found out and stored stays true when a folder
 * stays behind, which the post step of the Action or the owner of the machine's temporary files takes away.
 *
 * A killed git may leave a child that still writes for a moment. The tries are counted here since `maxRetries` of `rm`
 * starts anew in every folder below, which takes minutes where a file stays busy, as on NFS.
 */
export async function removeTemporary(folder: string): Promise<void> {
	for (const pauseMs of PAUSES_MS) {
		if (await isRemoved(folder)) return;
		await sleep(pauseMs);
	}
	await isRemoved(folder);
}

async function isRemoved(folder: string): Promise<boolean> {
	return rm(folder, { recursive: true, force: true }).then(
		() => true,
		() => false,
	);
}
