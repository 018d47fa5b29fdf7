import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditShard } from '../../../../src/composition/sharding/audit-shard.ts';
import { mergeFleet } from '../../../../src/composition/sharding/merge-fleet.ts';
import { writeShardConfigs } from '../../../../src/infrastructure/shards/config-files.ts';
import { writeShardReport } from '../../../../src/infrastructure/shards/report-files.ts';
import { type ShardedFolder, shardedFolder } from '../../../support/sharded-folder.ts';

describe('mergeFleet', () => {
	let folder: ShardedFolder;
	beforeAll(async () => {
		folder = await shardedFolder();
		const config = join(folder.options.root, 'running', 'edge-0.cfg');
		for (const number of [1, 2]) {
			const shard = await auditShard({ ...folder.options, plan: folder.plan, shard: { number, count: 2 } });
			await writeShardReport(join(folder.shards, `${number}`), shard);
			await writeShardConfigs(join(folder.shards, `${number}`), {
				shard: shard.shard,
				configs: new Map(shard.report.devices.map(({ name }) => [name, config])),
			});
		}
	});
	afterAll(() => folder[Symbol.asyncDispose]());

	const merge = () => mergeFleet({ ...folder.options, folders: [folder.shards] });

	it('makes one report of the devices that were picked, with the features of the fleet', async () => {
		const { report, configs } = await merge();

		expect(report.fleet).toMatchObject({ devices: 8, inSync: 8, unknown: 0 });
		expect(report.features?.map(({ name }) => name)).toEqual(['names']);
		expect([...configs.keys()].toSorted()).toEqual(folder.plan.manifest.shards.flat().toSorted());
	});

	it('makes none of a plan for another run', async () => {
		await expect(mergeFleet({ ...folder.options, runId: 'another', folders: [folder.shards] })).rejects.toThrow(
			'the shards were planned for run',
		);
	});

	it('takes no config of a shard whose report it does not take', async () => {
		await writeFile(join(folder.shards, '2', 'shard-2-of-2.json'), '{ "schemaVersion": 1');

		const { report, configs } = await merge();

		expect(report.fleet).toMatchObject({ devices: 8, inSync: 4, unknown: 4 });
		expect([...configs.keys()].toSorted()).toEqual(folder.plan.manifest.shards[0]?.toSorted());
	});
});
