import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchCommand } from '../../../src/commands/fetch/fetch.ts';
import { folderOfFleet } from '../../support/folder-of-fleet.ts';
import { runCommand } from '../../support/run-command.ts';

const RUNNING = 'version 17.9\nhostname R1\nend\n';
const INTENDED = 'version 17.9\nhostname R2\nend\n';

const fetchInto = (cwd: string, ...args: readonly string[]) =>
	runCommand(fetchCommand, ['*', '--running-dir', 'running', ...args], { cwd });
const intendedOf = (folder: string, name: string): Promise<string> =>
	readFile(join(folder, `intended/${name}.cfg`), 'utf8');

describe('fetch --write', () => {
	it('writes what is not there, and leaves what somebody wrote', async () => {
		await using folder = await folderOfFleet({
			intended: { 'edge-01': INTENDED, 'edge-02': RUNNING },
			running: { 'edge-01': RUNNING, 'edge-02': RUNNING, 'edge-03': RUNNING },
		});

		const { exitCode, stderr } = await fetchInto(folder.path, '--write');

		expect(exitCode).toBe(2);
		expect(stderr).toContain('edge-01: intended/edge-01.cfg already exists with other content and was left as it is');
		expect(stderr).toContain('edge-02: intended/edge-02.cfg is unchanged');
		expect(stderr).toContain('1 of 3 configs written');
		expect(await intendedOf(folder.path, 'edge-01')).toBe(INTENDED);
		expect(await intendedOf(folder.path, 'edge-03')).toBe(RUNNING);
	});

	it('overwrites it where that is said', async () => {
		await using folder = await folderOfFleet({ intended: { 'edge-01': INTENDED }, running: { 'edge-01': RUNNING } });

		expect((await fetchInto(folder.path, '--write', '--force')).exitCode).toBe(0);
		expect(await intendedOf(folder.path, 'edge-01')).toBe(RUNNING);
	});

	it('ends with 3 where a device could not be asked', async () => {
		await using folder = await folderOfFleet({ intended: { 'edge-01': INTENDED }, running: { 'edge-02': RUNNING } });

		const { exitCode, stderr } = await fetchInto(folder.path, '--write');

		expect(exitCode).toBe(3);
		expect(stderr).toMatch(/^.*edge-01: \S+: /m);
		expect(await intendedOf(folder.path, 'edge-01')).toBe(INTENDED);
	});
});

describe('fetch', () => {
	it('prints configs in the order of their devices', async () => {
		await using folder = await folderOfFleet({ running: { a: RUNNING, b: INTENDED } });

		const { exitCode, stdout } = await fetchInto(folder.path);

		expect(exitCode).toBe(0);
		expect(stdout.match(/^hostname .*/gm)).toEqual(['hostname R1', 'hostname R2']);
	});

	it('refuses an option that says nothing without another', async () => {
		await using folder = await folderOfFleet({ running: { a: RUNNING } });

		await expect(fetchInto(folder.path, '--force')).rejects.toThrow('--force has no effect without --write');
	});

	it('refuses a file that two options name, and a folder', async () => {
		await using folder = await folderOfFleet({ running: { a: RUNNING } });

		await expect(fetchInto(folder.path, '--json', 'folder/')).rejects.toThrow('is the name of a folder');
	});
});
