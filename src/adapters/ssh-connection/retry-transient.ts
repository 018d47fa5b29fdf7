import { setTimeout as sleep } from 'node:timers/promises';
import { SshFailure, type Transient } from './ssh-failure.ts';

/** How often to try in all. A handshake that takes too long has taken its time already. */
const TRIES: Readonly<Record<Transient, number>> = { reset: 3, refused: 3, 'handshake-timeout': 2 };

/** Before the second try; each further one waits twice as long. */
const PAUSE_MS = 400;

/** What waits of a fleet have in common. */
export interface Patience {
	/** Numbers in [0, 1): many devices are reset together, and should not come back together. */
	readonly random: () => number;
	readonly signal: AbortSignal;
}

/**
 * Tries again what ended before anything was negotiated, a little later each time: a device short of vty lines, one that is
 * too busy to listen, or a sshd at MaxStartups sends people away for a moment. Nothing else is repeated, a refused login
 * least of all.
 */
export async function retryTransient<T>(attempt: () => Promise<T>, { random, signal }: Patience): Promise<T> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await attempt();
		} catch (error) {
			if (!(error instanceof SshFailure) || error.transient === null || tries >= TRIES[error.transient]) throw error;
		}
		// Half of the pause is sure, and the other half is chance.
		await sleep(PAUSE_MS * 2 ** (tries - 1) * (0.5 + random() / 2), undefined, { signal });
	}
}
