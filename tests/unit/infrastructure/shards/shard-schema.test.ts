import { describe, expect, it } from 'vitest';
import { parseShardReport } from '../../../../src/infrastructure/shards/shard-schema.ts';
import { aManifest, aShardReport } from '../../../support/shards.ts';

describe('parseShardReport', () => {
	it('has a place to give way for every device, and keeps what it is told to keep of each', () => {
		const names = Array.from({ length: 50 }, (_, index) => `edge-${index}`);
		const shard = aShardReport(aManifest([names]), 1);
		const kept: string[] = [];

		const steps = parseShardReport(JSON.stringify(shard), (device) => {
			kept.push(device.name);
			return { ...device, message: 'kept' };
		});

		for (const name of names) {
			expect(steps.next().done).toBe(false);
			expect(kept).not.toContain(name);
		}
		const { value } = steps.next();
		expect(value).toMatchObject({
			shard: '1/1',
			report: { devices: names.map((name) => ({ name, message: 'kept' })) },
		});
	});
});
