import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasDetailsElsewhere } from '../../../../src/domain/device-details.ts';
import { findShardConfigs, writeShardConfigs } from '../../../../src/infrastructure/shards/config-files.ts';
import { readPlan, writeManifest } from '../../../../src/infrastructure/shards/manifest-file.ts';
import { readShardReports, writeShardReport } from '../../../../src/infrastructure/shards/report-files.ts';
import { SpooledDetails } from '../../../../src/infrastructure/spooled-details.ts';
import { aChange, aDevice } from '../../../support/report-fixtures.ts';
import { aManifest, aShardReport } from '../../../support/shards.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const manifest = aManifest([['a'], ['b']]);
const temporary = () => temporaryFolder('shards-');

describe('the folder of the shards', () => {
	it('gives back what was written into it, however deep artifacts were unpacked', async () => {
		await using folder = await temporary();
		const first = aShardReport(manifest, 1);
		const path = await writeManifest(join(folder.path, 'plan'), manifest);
		await writeManifest(join(folder.path, 'copy/of/it'), manifest);
		await writeShardReport(join(folder.path, 'artifact-1/deep'), first);

		const plan = await readPlan([folder.path]);
		const [received, ...others] = await readShardReports([folder.path]);

		expect(plan.manifest).toEqual(manifest);
		expect(plan.hash).toBe(
			createHash('sha256')
				.update(await readFile(path))
				.digest('hex'),
		);
		expect(received?.report).toEqual(first);
		expect(received?.source).toMatch(/artifact-1\/deep\/shard-1-of-2\.json$/);
		expect(received?.source).not.toContain(tmpdir());
		expect(others).toEqual([]);
	});

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

	it('writes and reads details that lie on disk, one device after the other', async () => {
		await using folder = await temporary();
		const whole = aShardReport(manifest, 1);
		const devices = whole.report.devices.map((device) => aDevice({ name: device.name, changes: [aChange()] }));
		const shard = { ...whole, report: { ...whole.report, devices } };
		using spool = new SpooledDetails({
			folder: folder.path,
			memoryBytes: 0,
			redact: (details) => details,
			warn: () => expect.unreachable(),
		});
		const spooled = { ...shard, report: { ...shard.report, devices: devices.map(spool.keep) } };

		const path = await writeShardReport(join(folder.path, 'shards'), spooled);
		const [received] = await readShardReports([join(folder.path, 'shards')], spool.keep);

		expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(shard);
		expect(received?.report).toEqual(shard);
		expect(received?.report?.report.devices.map(hasDetailsElsewhere)).toEqual(devices.map(() => true));
	});

	it('leaves nothing half-written', async () => {
		await using folder = await temporary();
		await writeManifest(folder.path, manifest);
		await writeShardReport(folder.path, aShardReport(manifest, 2));

		expect((await readdir(folder.path)).toSorted()).toEqual(['shard-2-of-2.json', 'shard-manifest.json']);
	});

	it.each([
		['cut short', JSON.stringify(aShardReport(manifest, 1)).slice(0, 200)],
		['empty', ''],
		['another kind of JSON', '[]'],
		['of a later schema', JSON.stringify({ ...aShardReport(manifest, 1), schemaVersion: 2 })],
		['with a device that is none', withDevice({ name: 'edge-01' })],
		['with a report that is none', JSON.stringify({ ...aShardReport(manifest, 1), report: { devices: [] } })],
	])('hands on a report that is %s as one that cannot be read', async (_, text) => {
		await using folder = await temporary();
		await writeFile(join(folder.path, 'shard-1-of-2.json'), text);

		expect(await readShardReports([folder.path])).toEqual([{ source: expect.any(String), report: null }]);
	});

	it('follows no link', async () => {
		await using folder = await temporary();
		await using elsewhere = await temporary();
		await mkdir(join(folder.path, 'in'));
		await symlink(
			await writeShardReport(elsewhere.path, aShardReport(manifest, 1)),
			join(folder.path, 'in/shard-1-of-2.json'),
		);
		await symlink(elsewhere.path, join(folder.path, 'linked'));

		expect(await readShardReports([folder.path])).toEqual([]);
	});

	it.each([
		['no manifest', {}, /^there is no shard-manifest\.json in .*Plan the shards first/],
		['a manifest that is none', { 'shard-manifest.json': '{}' }, /is not a manifest of this version/],
		[
			'two manifests',
			{
				'a/shard-manifest.json': JSON.stringify(manifest),
				'b/shard-manifest.json': JSON.stringify({ ...manifest, runId: '4711-2' }),
			},
			/^there are 2 different manifests: .*a\/shard-manifest\.json, .*b\/shard-manifest\.json\. Pass on only that of this run/,
		],
	])('refuses %s', async (_, files, message) => {
		await using folder = await temporary();
		for (const [path, text] of Object.entries(files)) {
			await mkdir(join(folder.path, path, '..'), { recursive: true });
			await writeFile(join(folder.path, path), text);
		}

		await expect(readPlan([folder.path])).rejects.toThrow(message);
	});

	it('says which folder is not there', async () => {
		await expect(readShardReports(['/no/such/folder'])).rejects.toThrow(
			'/no/such/folder is not there. Plan the shards first',
		);
	});
});

function withDevice(device: object): string {
	const shard = aShardReport(manifest, 1);
	return JSON.stringify({ ...shard, report: { ...shard.report, devices: [device] } });
}
