import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasDetailsElsewhere } from '../../../../src/domain/device-details.ts';
import { readShardReports, writeShardReport } from '../../../../src/infrastructure/shards/report-files.ts';
import { SpooledDetails } from '../../../../src/infrastructure/spooled-details.ts';
import { aChange, aDevice } from '../../../support/report-fixtures.ts';
import { aManifest, aShardReport } from '../../../support/shards.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const manifest = aManifest([['a'], ['b']]);
const temporary = () => temporaryFolder('shards-');

describe('writeShardReport', () => {
	it('leaves nothing half-written', async () => {
		await using folder = await temporary();
		await writeShardReport(folder.path, aShardReport(manifest, 2));

		expect(await readdir(folder.path)).toEqual(['shard-2-of-2.json']);
	});
});

describe('readShardReports', () => {
	it('gives back what was written, however deep artifacts were unpacked', async () => {
		await using folder = await temporary();
		const first = aShardReport(manifest, 1);
		await writeShardReport(join(folder.path, 'artifact-1/deep'), first);

		const [received, ...others] = await readShardReports([folder.path]);

		expect(received?.report).toEqual(first);
		expect(received?.source).toMatch(/artifact-1\/deep\/shard-1-of-2\.json$/);
		expect(received?.source).not.toContain(tmpdir());
		expect(others).toEqual([]);
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
