import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlan, writeManifest } from '../../../../src/infrastructure/shards/manifest-file.ts';
import { aManifest } from '../../../support/shards.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const manifest = aManifest([['a'], ['b']]);
const temporary = () => temporaryFolder('shards-');

describe('writeManifest', () => {
	it('leaves nothing half-written', async () => {
		await using folder = await temporary();
		await writeManifest(folder.path, manifest);

		expect(await readdir(folder.path)).toEqual(['shard-manifest.json']);
	});
});

describe('readPlan', () => {
	it('gives back what was written, however deep artifacts were unpacked, and of copies one', async () => {
		await using folder = await temporary();
		const path = await writeManifest(join(folder.path, 'plan'), manifest);
		await writeManifest(join(folder.path, 'copy/of/it'), manifest);

		const plan = await readPlan([folder.path]);

		expect(plan.manifest).toEqual(manifest);
		expect(plan.hash).toBe(
			createHash('sha256')
				.update(await readFile(path))
				.digest('hex'),
		);
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
});
