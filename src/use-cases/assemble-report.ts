import type { Feature } from '../domain/features/feature.ts';
import { summariseFeatures } from '../domain/features/summarise-features.ts';
import type { DeviceReport, FleetReport } from '../domain/fleet-report.ts';
import { FleetHealthScorer } from '../domain/health.ts';
import { maskWarnings } from '../domain/masking/mask-warnings.ts';
import type { Steps } from '../domain/steps.ts';
import type { FleetRun } from './audit-fleet.ts';

/** What a run came to, device by device. */
export interface Findings extends Pick<FleetReport, 'mode' | 'startedAt' | 'durationMs'> {
	/** Left out where fleet.yml names none. */
	readonly features?: readonly Feature[] | undefined;
	/** One of each device of the run, in its order. */
	readonly devices: readonly DeviceReport[];
	/** Whether the run was cancelled, or its time was over, before the last device was done. */
	readonly interrupted: boolean;
}

/**
 * Scores what was found and says what people should know about it. Throws `ERR_SCORE` for findings of another fleet. A step
 * behind whatever looks at every device: of a large fleet each takes some milliseconds, and the last device was judged just
 * before.
 */
export function* assembleInSteps(
	run: Pick<FleetRun, 'devices' | 'selected' | 'runId' | 'toolVersion' | 'warnings' | 'userMasks'>,
	{ mode, startedAt, durationMs, features, devices, interrupted }: Findings,
): Steps<FleetReport> {
	const fleet = new FleetHealthScorer(run.devices).score(devices);
	yield;
	const names = features?.map(({ name }) => name);
	const summaries = names === undefined ? undefined : summariseFeatures(names, devices);
	const hidden = devices.reduce((sum, { secretsNotCompared = 0 }) => sum + secretsNotCompared, 0);
	yield;
	// A pull request touches a few devices: what hits none of them may be needed by all others.
	const ofMasks = maskWarnings(devices, mode === 'audit' ? (run.userMasks ?? []) : []);
	yield;
	return {
		schemaVersion: 1,
		tool: { name: 'fleet-drift-audit', version: run.toolVersion },
		mode,
		...(run.selected === true && mode === 'audit' ? { selected: true } : {}),
		runId: run.runId,
		startedAt,
		durationMs,
		fleet,
		...(summaries === undefined ? {} : { features: summaries }),
		...(hidden === 0 ? {} : { secretsNotCompared: hidden }),
		devices,
		warnings: [
			...run.warnings,
			...(interrupted ? unfinished(devices) : []),
			...devices.flatMap(({ name, remarks = [] }) => remarks.map((remark) => `${name}: ${remark}`)),
			...ofMasks,
		],
	};
}

function unfinished(devices: readonly DeviceReport[]): readonly string[] {
	const tell = (what: string, open: number): readonly string[] =>
		open === 0
			? []
			: [`the run ${what} before all devices were done: ${open} of ${devices.length} are unknown for that reason`];
	// What is over by its deadline is not cancelled, and the other way round.
	const cancelled = devices.filter((device) => device.cancelled === true).length;
	if (cancelled > 0) return tell('was cancelled', cancelled);
	return tell('ended', devices.filter(({ reason }) => reason === 'timed-out').length);
}
