import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findShardConfigs, writeShardConfigs } from '../../../../src/infrastructure/shards/config-files.ts';
import { aManifest, aShardReport } from '../../../support/shards.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const manifest = aManifest([['a'], ['b']]);
const temporary = () => temporaryFolder('shards-');

describe('writeShardConfigs', () => {
	it('leaves no part of the configs where one cannot be written, and says why', async () => {
		await using folder = await temporary();
		const configs = new Map([
			['a', join(folder.path, 'spooled')],
			['b', join(folder.path, 'gone')],
		]);
		await writeFile(join(folder.path, 'spooled'), 'hostname a\n');

		const writing = writeShardConfigs(folder.path, { shard: '1/2', configs });

		await expect(writing).rejects.toMatchObject({ code: 'ERR_OUTPUT', message: expect.stringContaining('b.cfg') });
		expect(await readdir(folder.path)).toEqual(['spooled']);
	});
});

describe('findShardConfigs', () => {
	it('gives back configs of a shard’s own devices, and none of which there are two', async () => {
		await using folder = await temporary();
		const [first, second] = [aShardReport(manifest, 1), aShardReport(manifest, 2)];
		const [own = '', other = ''] = first.report.devices.map(({ name }) => name);
		const foreign = second.report.devices[0]?.name ?? '';
		const source = join(folder.path, 'spooled');
		await writeFile(source, 'hostname x\n');
		const write = (artifact: string, ...names: readonly string[]): Promise<void> =>
			writeShardConfigs(join(folder.path, artifact), {
				shard: first.shard,
				configs: new Map(names.map((name) => [name, source])),
			});
		await write('artifact-1', own, other, foreign);
		await write('artifact-2', other);

		const found = await findShardConfigs([folder.path], [first, second]);

		expect([...found]).toEqual([[own, join(folder.path, 'artifact-1/shard-1-of-2-configs', `${own}.cfg`)]]);
		expect(await readFile(found.get(own) ?? '', 'utf8')).toBe('hostname x\n');
	});
});
