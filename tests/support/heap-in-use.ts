import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/**
 * V8 compiles beside us, and holds on to what that works on, the text of a call that is long over included, until the event
 * loop had its turn and some collections have passed (tried).
 */
const COLLECTIONS = 8;
const PAUSE_MS = 30;

/** Bytes of what is alive. */
export async function heapInUse(): Promise<number> {
	for (let collection = 0; collection < COLLECTIONS; collection++) {
		await sleep(PAUSE_MS);
		collectGarbage();
	}
	return process.memoryUsage().heapUsed;
}
