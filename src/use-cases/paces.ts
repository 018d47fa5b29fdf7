import type { DeviceReport } from '../domain/fleet-report.ts';
import { Pace } from './pace.ts';
import type { Clock } from './ports.ts';
import type { Pacing } from './run-limited.ts';

/** A pace for every limit of a run: a bastion that has no room slows down what goes through it, and nothing else. */
export class Paces implements Pacing {
	readonly #clock: Clock;
	readonly #paces: ReadonlyMap<string, Pace>;

	constructor(limits: ReadonlyMap<string, number>, clock: Clock) {
		this.#clock = clock;
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
