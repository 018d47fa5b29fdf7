import type { Plan } from '../../domain/sharding/accept-shards.ts';
import { ConfigurationError } from '../../errors.ts';
import { VERSION } from '../../version.ts';

/** Throws a `ConfigurationError` for a plan that was not made by this version, for this run and this inventory. */
export function checkPlan(
	{ manifest }: Plan,
	{ runId, inventory }: { readonly runId: string | undefined; readonly inventory: string },
): void {
	if (manifest.toolVersion !== VERSION) {
		throw ConfigurationError.of(
			`version ${manifest.toolVersion} planned the shards, and this is ${VERSION}`,
			'Use one version for plan, shards and merge: pin the Action by one commit',
		);
	}
	if (runId !== undefined && manifest.runId !== runId) {
		throw ConfigurationError.of(
			`the shards were planned for run ${manifest.runId}, and this is ${runId}`,
			'Run all jobs again, including the plan: what an earlier attempt found may have changed since',
		);
	}
	if (manifest.inventoryHash !== inventory) {
		throw ConfigurationError.of(
			'fleet.yml, or what it takes its devices from, has changed since the shards were planned',
			'Check out the same commit in every job, and plan again',
		);
	}
}
