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
			'Run all jobs again, the plan among them: what an earlier attempt found is not how the fleet is now',
		);
	}
	if (manifest.inventoryHash !== inventory) {
		throw ConfigurationError.of(
			'fleet.yml, or what it takes its devices from, is not as it was when the shards were planned',
			'Check the same commit out in every job, and plan again',
		);
	}
}
