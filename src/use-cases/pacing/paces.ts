import { setTimeout as sleep } from 'node:timers/promises';
import type { DeviceReport } from '../../domain/fleet-report.ts';
import type { Clock } from '../ports.ts';
import { DOUBLING_MS, Pace } from './pace.ts';
import type { Pacing } from './run-limited.ts';

/** Time per device of those that start together. */
const PER_DEVICE_MS = 10;

/** By what the tasks that a pace lets start together are held apart. */
export interface Chance {
	/** Numbers in [0, 1). */
	readonly random: () => number;
	/** Nobody waits in a run that is over. */
	readonly signal: AbortSignal;
}

/** A pace for every limit of a run: a bastion that has no room slows down what goes through it, and nothing else. */
export class Paces implements Pacing {
	readonly #clock: Clock;
	readonly #paces: ReadonlyMap<string, Pace>;
	readonly #chance: Chance | null;

	/** @param chance - null: what may start together does so in one moment */
	constructor(limits: ReadonlyMap<string, number>, clock: Clock, chance: Chance | null = null) {
		this.#clock = clock;
		this.#chance = chance;
		const now = clock.elapsed();
		this.#paces = new Map([...limits].map(([name, limit]) => [name, new Pace(limit, now)]));
	}

	allowed(limit: string): number {
		return this.#paces.get(limit)?.allowed(this.#clock.elapsed()) ?? Number.POSITIVE_INFINITY;
	}

	growsInMs(): number | null {
		const now = this.#clock.elapsed();
		const waits = [...this.#paces.values()].map((pace) => pace.growsInMs(now)).filter((ms) => ms !== null);
		return waits.length === 0 ? null : Math.min(...waits);
	}

	/** Sixteen logins in one millisecond are more than an AAA server or a bastion expects; they are done when more may start. */
	apart(together: number): Promise<void> | null {
		const spanMs = Math.min((together - 1) * PER_DEVICE_MS, DOUBLING_MS);
		if (this.#chance === null || spanMs <= 0) return null;
		const { random, signal } = this.#chance;
		// A run that is over is told device by device, not by a throw.
		return sleep(random() * spanMs, undefined, { signal }).catch(() => undefined);
	}

	/** @param limits - that the device counts against */
	ended(report: DeviceReport, limits: readonly string[]): void {
		const how = isTroubled(report) ? 'troubled' : 'well';
		for (const limit of limits) this.#paces.get(limit)?.ended(how, this.#clock.elapsed());
	}
}

/** Whether somebody on the way to the device may have been asked too much. */
function isTroubled({ reachable, reason, metadata }: DeviceReport): boolean {
	return Number(metadata.resets ?? 0) > 0 || (!reachable && (reason === 'unreachable' || reason === 'timed-out'));
}
