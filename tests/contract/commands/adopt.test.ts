import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adoptCommand } from '../../../src/commands/adopt.ts';
import { folderOfFleet } from '../../support/folder-of-fleet.ts';
import { runCommand } from '../../support/run-command.ts';

const config = (...lines: readonly string[]): string => ['version 17.9', 'hostname R1', ...lines, 'end', ''].join('\n');
const PLAIN = config();
const WITH_VLAN = config('vlan 10', ' name a');

const adopt = (cwd: string, ...args: readonly string[]) =>
	runCommand(adoptCommand, [...args, '--running-dir', 'running'], { cwd });

describe('adopt', () => {
	it('writes what devices run, and says so', async () => {
		await using folder = await folderOfFleet({
			intended: { 'edge-01': PLAIN, 'edge-02': PLAIN },
			running: { 'edge-01': WITH_VLAN, 'edge-02': PLAIN },
		});

		const { exitCode, stdout, stderr } = await adopt(folder.path, '*');

		expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
		expect(stderr).toContain('edge-01: adopted 2 changes in intended/edge-01.cfg');
		expect(stderr).not.toContain('nothing to adopt');
		expect(await readFile(join(folder.path, 'intended/edge-01.cfg'), 'utf8')).toContain('vlan 10\n name a\n');
	});

	it('prints a patch and writes nothing with --dry-run', async () => {
		await using folder = await folderOfFleet({ intended: { 'edge-01': PLAIN }, running: { 'edge-01': WITH_VLAN } });

		const { exitCode, stdout, stderr } = await adopt(folder.path, 'edge-01', '--dry-run');

		expect(exitCode).toBe(0);
		expect(stdout).toContain('+vlan 10\n');
		expect(stderr).toContain('edge-01: would adopt 2 changes');
		expect(await readFile(join(folder.path, 'intended/edge-01.cfg'), 'utf8')).toBe(PLAIN);
	});

	it('says that there is nothing to adopt where all that could be asked is in sync', async () => {
		await using folder = await folderOfFleet({ intended: { 'edge-01': PLAIN }, running: { 'edge-01': PLAIN } });

		const { exitCode, stderr } = await adopt(folder.path, 'edge-01');

		expect(exitCode).toBe(0);
		expect(stderr).toContain('nothing to adopt: no matching drift');
	});

	it('does not say so of a device that could not be asked', async () => {
		await using folder = await folderOfFleet({ intended: { 'edge-01': PLAIN } });

		const { exitCode, stderr } = await adopt(folder.path, 'edge-01');

		expect(exitCode).toBe(3);
		expect(stderr).toContain('edge-01: ');
		expect(stderr).not.toContain('nothing to adopt');
	});

	it('ends with 1 where a change is left for people to write', async () => {
		await using folder = await folderOfFleet({
			intended: { 'edge-01': config('banner motd ^C', 'a', '^C') },
			running: { 'edge-01': config('banner motd ^C', 'a\u0007b', '^C') },
		});

		const { exitCode, stderr } = await adopt(folder.path, 'edge-01');

		expect(stderr).toContain('edge-01: not adopted, it ');
		expect(stderr).not.toContain('adopted 0');
		expect(exitCode).toBe(1);
	});

	it('names what may be meant where there is no such device', async () => {
		await using folder = await folderOfFleet({ intended: { 'edge-01': PLAIN } });

		await expect(adopt(folder.path, 'edge-01', 'edge-1')).rejects.toMatchObject({
			message: expect.stringMatching(/there is no device "edge-1" in the fleet.*edge-01/s),
		});
	});
});
