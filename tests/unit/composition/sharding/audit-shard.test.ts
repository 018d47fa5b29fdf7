import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditShardOptions, auditShard } from '../../../../src/composition/sharding/audit-shard.ts';
import { type ShardedFolder, shardedFolder } from '../../../support/sharded-folder.ts';

describe('auditShard', () => {
	let folder: ShardedFolder;
	beforeAll(async () => {
		folder = await shardedFolder();
	});
	afterAll(() => folder[Symbol.asyncDispose]());

	/** Audits a shard and counts how many of which devices were under way at once. */
	async function audit(number: number, options: Partial<AuditShardOptions> = {}) {
		const asked: string[] = [];
		let underWay = 0;
		let atOnce = 0;
		const report = await auditShard({
			...folder.options,
			plan: folder.plan,
			shard: { number, count: 2 },
			progress: {
				started: ({ name }) => {
					asked.push(name);
					underWay += 1;
					atOnce = Math.max(atOnce, underWay);
				},
				finished: () => {
					underWay -= 1;
				},
				defect: (_, error) => {
					throw error;
				},
			},
			...options,
		});
		return { report, asked, atOnce };
	}

	it('keeps running configs for the merge where the fleet stores them, and nowhere else', async () => {
		await using silent = await shardedFolder({ history: {} });
		const kept: string[] = [];
		const keepConfig = (name: string): void => void kept.push(name);

		await audit(1, { ...silent.options, plan: silent.plan, keepConfig });
		expect(kept).toEqual([]);
		await audit(1, { keepConfig });
		expect(kept.toSorted()).toEqual(folder.plan.manifest.shards[0]);
	});

	it('asks the devices of its shard, with its part of the limits that all shards share', async () => {
		const { shards } = folder.plan.manifest;
		expect(shards.map(({ length }) => length)).toEqual([4, 4]);
		for (const number of [1, 2]) {
			const { report, asked, atOnce } = await audit(number);

			expect(asked.toSorted()).toEqual(shards[number - 1]);
			expect(report.report.devices.map(({ name, status }) => [name, status])).toEqual(
				shards[number - 1]?.map((name) => [name, 'in-sync']),
			);
			expect(atOnce).toBe(2);
		}
	});

	it('says which plan, inventory and key it had', async () => {
		const { report } = await audit(1);
		const [same, other] = [await audit(2), await audit(2, { fingerprintKey: 'a key of its own' })];

		expect(report).toMatchObject({
			manifest: folder.plan.hash,
			shard: '1/2',
			inventoryHash: folder.plan.manifest.inventoryHash,
			interrupted: false,
		});
		expect(same.report.keyCheck).toBe(report.keyCheck);
		expect(other.report.keyCheck).not.toBe(report.keyCheck);
		expect((await audit(1, { signal: AbortSignal.abort() })).report.interrupted).toBe(true);
	});

	it.each([
		{ number: 3, count: 2 },
		{ number: 1, count: 3 },
	])('asks nobody for a shard that the plan does not have: $number of $count', async (shard) => {
		await expect(audit(1, { shard })).rejects.toThrow(
			`the plan has 2 shards, and none is ${shard.number}/${shard.count}`,
		);
	});

	it('asks nobody for a plan that is not its own', async () => {
		const asked: string[] = [];
		const progress = { started: () => asked.push('one'), finished: () => {}, defect: () => {} };
		const manifest = { ...folder.plan.manifest, inventoryHash: 'c'.repeat(64) };

		await expect(audit(1, { plan: { ...folder.plan, manifest }, progress })).rejects.toThrow(
			'has changed since the shards were planned',
		);
		expect(asked).toEqual([]);
	});
});
