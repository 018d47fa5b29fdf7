import type { FleetReport } from '../../domain/fleet-report.ts';
import { inventoryHash } from '../../domain/sharding/inventory-hash.ts';
import { readPlan, readShardReports } from '../../infrastructure/shards/shard-folder.ts';
import type { Fleet } from '../../settings/settings.ts';
import { mergeShards } from '../../use-cases/merge-shards.ts';
import { type RunOptions, setUpRun } from '../set-up-run.ts';
import { checkPlan } from './check-plan.ts';

export interface MergeOptions extends Omit<RunOptions, 'source' | 'select' | 'intendedOnDisk'> {
	/** Folders in which the manifest and the reports of the shards lie, at any depth. */
	readonly folders: readonly string[];
}

/**
 * Reads the reports of the shards and makes one of them; no device is contacted and no login is needed. Throws a
 * `ConfigurationError` for a plan that is not of this version, run and inventory.
 */
export async function mergeFleet(
	options: MergeOptions,
): Promise<{ readonly report: FleetReport; readonly fleet: Fleet }> {
	const plan = await readPlan(options.folders);
	await using prepared = await setUpRun({
		...options,
		select: plan.manifest.select,
		source: { from: 'nowhere' },
		intendedOnDisk: true,
	});
	const { fleet, fleetText, tools, run } = prepared;
	checkPlan(plan, { runId: options.runId, inventory: inventoryHash(fleetText, fleet.devices) });
	const report = mergeShards({
		run: { ...run, runId: plan.manifest.runId },
		intended: tools.intended,
		features: tools.features,
		plan,
		received: await readShardReports(options.folders),
	});
	return { report, fleet };
}
