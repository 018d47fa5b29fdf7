import type { FleetReport } from '../../domain/fleet-report.ts';
import { acceptShards } from '../../domain/sharding/accept-shards.ts';
import { inventoryHash } from '../../domain/sharding/inventory-hash.ts';
import { findShardConfigs } from '../../infrastructure/shards/config-files.ts';
import { readPlan } from '../../infrastructure/shards/manifest-file.ts';
import { readShardReports } from '../../infrastructure/shards/report-files.ts';
import type { Fleet } from '../../settings/settings.ts';
import { mergeShards } from '../../use-cases/merge-shards.ts';
import type { RunOptions } from '../run/run-options.ts';
import { setUpRun } from '../run/set-up-run.ts';
import { checkPlan } from './check-plan.ts';

/** A run that reads what shards have found, and contacts no device. */
export interface MergeOptions extends Omit<RunOptions, 'source' | 'select' | 'intendedOnDisk'> {
	/** Folders in which the manifest and the reports of the shards lie, at any depth. */
	readonly folders: readonly string[];
}

/** One report of all shards, and the fleet that it is judged by. */
export interface MergedFleet {
	readonly report: FleetReport;
	readonly fleet: Fleet;
	/** Paths of redacted running configs by device name, where fleet.yml wants them in the history. */
	readonly configs: ReadonlyMap<string, string>;
}

/**
 * Reads the reports of the shards and makes one of them; no device is contacted and no login is needed. Throws a
 * `ConfigurationError` for a plan that is not of this version, run and inventory.
 */
export async function mergeFleet(options: MergeOptions): Promise<MergedFleet> {
	const plan = await readPlan(options.folders);
	await using prepared = await setUpRun({
		...options,
		select: plan.manifest.select,
		source: { from: 'nowhere' },
		intendedOnDisk: true,
	});
	const { fleet, fleetDigest, tools, run } = prepared;
	checkPlan(plan, { runId: options.runId, inventory: inventoryHash(fleetDigest, fleet.devices) });
	const received = await readShardReports(options.folders, options.keepReport);
	const report = mergeShards({
		run: { ...run, runId: plan.manifest.runId },
		intended: tools.intended,
		features: tools.features,
		plan,
		received,
	});
	if (!fleet.history.storeConfigs) return { report, fleet, configs: new Map() };
	const { accepted } = acceptShards(plan, received);
	return { report, fleet, configs: await findShardConfigs(options.folders, accepted.values()) };
}
