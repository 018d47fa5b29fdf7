import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAdoption } from '../../../../src/composition/adopting/write-adoption.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import type { DeviceAdoption } from '../../../../src/use-cases/adopt-drift.ts';
import { platformOf } from '../../../support/platform-of.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const adoption: DeviceAdoption = {
	device: 'edge-1',
	path: 'edge-1.cfg',
	before: 'hostname a\n',
	after: 'hostname b\n',
	masks: compileMasks(platformOf('cisco_ios'), { fingerprintKey: 'test' }),
	adopted: [
		{
			kind: 'changed',
			lineage: [],
			line: 'hostname a',
			runningText: 'hostname b',
			intendedLine: 1,
			runningLine: 1,
			class: null,
		},
	],
	isWritten: true,
	refused: [],
};

describe('writeAdoption', () => {
	it.each([
		['as it was compared', 'hostname a\n', 'hostname b\n'],
		['behind a byte order mark', '\uFEFFhostname a\n', '\uFEFFhostname b\n'],
		['already, for another device', 'hostname b\n', 'hostname b\n'],
	])('writes a file that is %s', async (_, found, expected) => {
		await using folder = await temporaryFolder('adoption-');
		const file = join(folder.path, adoption.path);
		await writeFile(file, found);

		expect(await writeAdoption(adoption, folder.path)).toEqual(adoption);
		expect(await readFile(file, 'utf8')).toBe(expected);
	});

	it('never has half a file there: a full disk would leave it so', async () => {
		await using folder = await temporaryFolder('adoption-');
		const file = join(folder.path, adoption.path);
		await writeFile(file, 'hostname a\n');
		await using before = await open(file);

		await writeAdoption(adoption, folder.path);

		// Another file has taken its place.
		expect(await before.readFile('utf8')).toBe('hostname a\n');
		expect(await readFile(file, 'utf8')).toBe('hostname b\n');
	});

	it('leaves a file that somebody has saved meanwhile as it is, and says so', async () => {
		await using folder = await temporaryFolder('adoption-');
		const file = join(folder.path, adoption.path);
		await writeFile(file, 'hostname a\nntp server 192.0.2.1\n');

		const { adopted, refused } = await writeAdoption(adoption, folder.path);

		expect(adopted).toEqual([]);
		expect(refused.map(({ change, reason }) => [change.line, reason])).toEqual([
			['hostname a', 'is in a file that has changed since it was compared: run it again'],
		]);
		expect(await readFile(file, 'utf8')).toBe('hostname a\nntp server 192.0.2.1\n');
	});

	it('does not bring a file back that somebody has taken away meanwhile', async () => {
		await using folder = await temporaryFolder('adoption-');

		const { adopted, refused } = await writeAdoption(adoption, folder.path);

		expect([adopted.length, refused.length]).toEqual([0, 1]);
		await expect(readFile(join(folder.path, adoption.path))).rejects.toThrow('ENOENT');
	});
});
