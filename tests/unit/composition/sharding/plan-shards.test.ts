import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { trustedFiles } from '../../../../src/composition/fleet/trusted-files.ts';
import { type PlanOptions, planShards } from '../../../../src/composition/sharding/plan-shards.ts';
import type { ShardManifest } from '../../../../src/domain/sharding/shard-manifest.ts';
import { writeFiles } from '../../../support/e2e/checkout.ts';
import { type TemporaryFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

const NAMES = ['ams-1', 'ams-2', 'fra-1', 'fra-2'];
/** A fleet.yml that takes its devices from another file, and whose groups and limits a test may add to. */
const fleetYml = (more: object = {}): string =>
	stringify({
		version: 1,
		intended: 'intended/{device}.cfg',
		defaults: { platform: 'cisco_ios', credentials: 'lab' },
		credentials: { lab: { username: `\${NAME}`, password: `\${WORD}` } },
		inventory: [{ from: 'csv', file: 'devices.csv' }],
		...more,
	});
const csv = (site: string): string =>
	['name,host,site', ...NAMES.map((name) => `${name},192.0.2.1,${site}`)].join('\n');
/** What an earlier audit measured. */
const took = (durationMs: number): PlanOptions['measured'] => NAMES.map((name) => ({ name, durationMs, reason: null }));
const HOUR_MS = 3_600_000;

describe('planShards', () => {
	let folder: TemporaryFolder;
	beforeAll(async () => {
		folder = await temporaryFolder('plan-');
		await writeFiles(
			folder.path,
			Object.fromEntries(NAMES.map((name) => [join('intended', `${name}.cfg`), `hostname ${name}\n`])),
		);
	});
	afterAll(() => folder[Symbol.asyncDispose]());

	async function plan(
		{ fleet = fleetYml(), devices = csv('ams') }: { readonly fleet?: string; readonly devices?: string },
		options: Partial<PlanOptions> = {},
	): Promise<ShardManifest> {
		await writeFiles(folder.path, { 'fleet.yml': fleet, 'devices.csv': devices });
		return planShards({
			fleetFile: 'fleet.yml',
			trusted: trustedFiles(folder.path),
			root: folder.path,
			select: '',
			env: {},
			clock: { now: () => 0, elapsed: () => 0 },
			signal: new AbortController().signal,
			registerSecrets: () => {},
			shards: 'auto',
			measured: [],
			...options,
		});
	}

	it('has as many shards as make five minutes each, with what one runner does at once', async () => {
		// A runner does 50 devices at once, or one.
		expect((await plan({}, { measured: took(HOUR_MS) })).shards).toHaveLength(1);
		const oneByOne = fleetYml({ concurrency: { fleet: 1 } });
		expect((await plan({ fleet: oneByOne }, { measured: took(150_000) })).shards).toHaveLength(2);
		expect((await plan({ fleet: oneByOne }, { measured: took(HOUR_MS) })).shards).toHaveLength(4);
	});

	it('keeps to limits that devices count against, and to no others', async () => {
		const concurrency = { fleet: 1, 'per-group': { tacacs: 2, elsewhere: 1 } };
		const inGroup = { platform: 'cisco_ios', credentials: 'lab', groups: ['tacacs'] };

		const { shards } = await plan({ fleet: fleetYml({ concurrency, defaults: inGroup }) }, { measured: took(HOUR_MS) });

		expect(shards).toHaveLength(2);
	});

	it('knows the inventory by every file that it is made of', async () => {
		const planned = (await plan({})).inventoryHash;

		expect((await plan({})).inventoryHash).toBe(planned);
		expect((await plan({ devices: csv('fra') })).inventoryHash).not.toBe(planned);
		expect((await plan({ fleet: `${fleetYml()}# another letter\n` })).inventoryHash).not.toBe(planned);
	});

	it('balances by what was measured', async () => {
		const measured = took(1_000).map((device) => (device.name === 'fra-2' ? { ...device, durationMs: 9_000 } : device));

		const { shards } = await plan({}, { shards: 2, measured });

		expect(shards.find((names) => names.includes('fra-2'))).toEqual(['fra-2']);
	});

	it('hands on which devices were picked', async () => {
		const { select, shards } = await plan({}, { select: 'name=fra-*' });

		expect(select).toBe('name=fra-*');
		expect(shards.flat().toSorted()).toEqual(['fra-1', 'fra-2']);
	});
});
