import { DriftAuditError } from '../errors.ts';
import type { Device } from './device.ts';
import type { DeviceStatus, FleetSummary } from './fleet-report.ts';

/** What became of one device. */
export interface Outcome {
	readonly name: string;
	readonly status: DeviceStatus;
	readonly reachable: boolean;
}

/**
 * Scores a fleet. Health = in-sync ÷ reachable × 100; coverage = judged ÷ all × 100; two decimals. It knows the fleet and
 * refuses to score when a device has no outcome, two, or does not belong to it: a device that was lost on the way can
 * not make a fleet look healthy.
 */
export class FleetHealthScorer {
	readonly #names: ReadonlySet<string>;

	constructor(fleet: readonly Pick<Device, 'name'>[]) {
		this.#names = new Set(fleet.map(({ name }) => name));
		if (this.#names.size !== fleet.length) throw new DriftAuditError('ERR_SCORE', 'the fleet names a device twice');
	}

	/** @throws DriftAuditError `ERR_SCORE` that names the device whose outcome is missing, doubled, foreign or impossible */
	score(outcomes: readonly Outcome[]): FleetSummary {
		this.#checkCompleteness(outcomes);
		const count = (test: (outcome: Outcome) => boolean): number => outcomes.filter(test).length;
		const devices = outcomes.length;
		const reachable = count((outcome) => outcome.reachable);
		const inSync = count(({ status }) => status === 'in-sync');
		const drifted = count(({ status }) => status === 'drifted');
		return {
			devices,
			reachable,
			inSync,
			drifted,
			unknown: devices - inSync - drifted,
			health: percentageOf(inSync, reachable),
			coverage: percentageOf(inSync + drifted, devices),
		};
	}

	#checkCompleteness(outcomes: readonly Outcome[]): void {
		const seen = new Set<string>();
		for (const { name, status, reachable } of outcomes) {
			if (!this.#names.has(name))
				throw new DriftAuditError('ERR_SCORE', `${name} has an outcome but is not in the fleet`);
			if (seen.has(name)) throw new DriftAuditError('ERR_SCORE', `${name} has two outcomes`);
			// Without this a judged device that nobody reached could lift health above 100.
			if (status !== 'unknown' && !reachable) {
				throw new DriftAuditError('ERR_SCORE', `${name} was judged without having been reached`);
			}
			seen.add(name);
		}
		const lost = [...this.#names].find((name) => !seen.has(name));
		if (lost !== undefined) throw new DriftAuditError('ERR_SCORE', `${lost} has no outcome`);
	}
}

/** Two decimals; 100 only where it is exact: 99.999 % in sync must not read as 100. */
export function percentageOf(part: number, whole: number): number | null {
	if (whole === 0) return null;
	const rounded = Math.round((part * 10_000) / whole) / 100;
	return part < whole ? Math.min(rounded, 99.99) : rounded;
}
