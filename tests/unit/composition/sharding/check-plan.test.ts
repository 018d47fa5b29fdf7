import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../../src/composition/sharding/check-plan.ts';
import { VERSION } from '../../../../src/version.ts';
import { aManifest, PLAN_HASH } from '../../../support/shards.ts';

const manifest = aManifest([['a']], { toolVersion: VERSION });
const here = { runId: manifest.runId, inventory: manifest.inventoryHash };

describe('checkPlan', () => {
	it('takes the plan of this version, run and inventory', () => {
		expect(() => checkPlan({ manifest, hash: PLAN_HASH }, here)).not.toThrow();
		// On the command line there is no run to compare with.
		expect(() => checkPlan({ manifest, hash: PLAN_HASH }, { ...here, runId: undefined })).not.toThrow();
	});

	it.each([
		['another version', { toolVersion: '0.0.1' }, `version 0.0.1 planned the shards, and this is ${VERSION}`],
		['another run', { runId: '4710-1' }, 'the shards were planned for run 4710-1, and this is 4711-1'],
		['another inventory', { inventoryHash: 'c'.repeat(64) }, 'has changed since the shards were planned'],
	])('refuses that of %s', (_, other, message) => {
		expect(() => checkPlan({ manifest: { ...manifest, ...other }, hash: PLAN_HASH }, here)).toThrow(message);
	});
});
