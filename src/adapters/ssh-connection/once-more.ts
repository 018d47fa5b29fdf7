import { setTimeout as sleep } from 'node:timers/promises';
import { SshFailure } from './ssh-failure.ts';

const PAUSE_MS = 200;
const JITTER_MS = 400;

/**
 * Tries again, once, what ended before anything was negotiated: a device short of vty lines or a sshd at MaxStartups resets
 * new connections for a moment. Nothing else is repeated, a refused login least of all.
 */
export async function onceMoreAfterReset<T>(attempt: () => Promise<T>, signal: AbortSignal): Promise<T> {
	try {
		return await attempt();
	} catch (error) {
		if (!(error instanceof SshFailure) || !error.retryable) throw error;
	}
	// Many devices are reset together; they should not come back together.
	await sleep(PAUSE_MS + Math.random() * JITTER_MS, undefined, { signal });
	return attempt();
}
