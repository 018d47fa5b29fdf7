import type { Clock } from '../use-cases/ports.ts';

/** The machine's time. */
export const systemClock: Clock = {
	now: () => Date.now(),
	elapsed: () => performance.now(),
};

/** The day of a moment as ISO date, UTC. */
export function dayOf(epochMs: number): string {
	return new Date(epochMs).toISOString().slice(0, 10);
}
