import type { Device } from '../domain/device.ts';
import type { Feature } from '../domain/features/feature.ts';
import type { DeviceReport, FleetReport } from '../domain/fleet-report.ts';
import { acceptShards, missingShards, type Plan, type ReceivedShard } from '../domain/sharding/accept-shards.ts';
import { formatShard } from '../domain/sharding/shard.ts';
import type { ShardManifest } from '../domain/sharding/shard-manifest.ts';
import type { ShardReport } from '../domain/sharding/shard-report.ts';
import { atOnce } from '../domain/steps.ts';
import { DeviceError } from '../errors.ts';
import { assembleInSteps } from './assemble-report.ts';
import type { FleetRun } from './audit-fleet.ts';
import type { IntendedConfigs } from './ports.ts';
import { blankReport, failedReport } from './unknown-report.ts';

/** The fleet as the merge itself read it, and what came of the shards. */
export interface ShardsToMerge {
	readonly run: Pick<FleetRun, 'devices' | 'selected' | 'runId' | 'toolVersion' | 'warnings' | 'userMasks'>;
	readonly intended: Pick<IntendedConfigs, 'pathOf'>;
	readonly features?: readonly Feature[] | undefined;
	readonly plan: Plan;
	readonly received: readonly ReceivedShard[];
}

/**
 * Makes one report of those of the shards. Every device that no shard reported is `unknown: not-reported`, so that a job
 * that was lost is never taken for devices that are in sync. The order of the reports has no influence.
 */
export function mergeShards({ run, intended, features, plan, received }: ShardsToMerge): FleetReport {
	const shards = acceptShards(plan, received);
	const { manifest } = plan;
	const accepted = [...shards.accepted].toSorted(([one], [other]) => one - other).map(([, shard]) => shard);
	const found = new Map(
		accepted.flatMap(({ report }) => report.devices.map((device) => [device.name, device] as const)),
	);
	const shardOf = shardByDevice(manifest);
	const assembling = assembleInSteps(
		{
			...run,
			warnings: [
				...run.warnings,
				...lost(missingShards(manifest, shards)),
				...shards.refusals,
				...differentKeys(accepted),
			],
		},
		{
			mode: 'audit',
			...spanOf(accepted, manifest),
			features,
			devices: run.devices.map(
				(device) => found.get(device.name) ?? notReported(device, intended.pathOf(device), shardOf.get(device.name)),
			),
			interrupted: accepted.some(({ interrupted }) => interrupted),
		},
	);
	return atOnce(assembling);
}

function notReported(device: Device, intendedPath: string, shard: string | undefined): DeviceReport {
	const error = new DeviceError(
		device.name,
		'ERR_NOT_REPORTED',
		`shard ${shard ?? '?'}, which had to audit it, did not report. Look at the log of that job, then run all jobs again`,
	);
	return failedReport(error, blankReport(device, intendedPath));
}

function shardByDevice({ shards }: ShardManifest): ReadonlyMap<string, string> {
	return new Map(
		shards.flatMap((names, index) => {
			const shard = formatShard({ number: index + 1, count: shards.length });
			return names.map((name) => [name, shard] as const);
		}),
	);
}

function lost(missing: readonly string[]): readonly string[] {
	if (missing.length === 0) return [];
	const [which, many] = missing.length === 1 ? ['shard', 'its'] : ['shards', 'their'];
	return [`${which} ${missing.join(', ')} did not report: ${many} devices are unknown`];
}

/** Whether secrets are equal is judged within a device, so its status is right all the same. */
function differentKeys(accepted: readonly ShardReport[]): readonly string[] {
	if (new Set(accepted.map(({ keyCheck }) => keyCheck)).size <= 1) return [];
	return [
		'the shards had different fingerprint keys: a secret that two of them show has two fingerprints. Give all of them the same fingerprint-key (FLEET_FINGERPRINT_KEY for commands)',
	];
}

/** From the start of the first to the end of the last. */
function spanOf(
	accepted: readonly ShardReport[],
	{ plannedAt }: ShardManifest,
): Pick<FleetReport, 'startedAt' | 'durationMs'> {
	if (accepted.length === 0) return { startedAt: plannedAt, durationMs: 0 };
	const starts = accepted.map(({ report }) => Date.parse(report.startedAt));
	const ends = accepted.map(({ report }) => Date.parse(report.startedAt) + report.durationMs);
	const start = Math.min(...starts);
	return { startedAt: new Date(start).toISOString(), durationMs: Math.max(...ends) - start };
}
