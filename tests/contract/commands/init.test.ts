import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { initCommand } from '../../../src/commands/init/init.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const fleetIn = (folder: string): Promise<string> => readFile(join(folder, 'fleet.yml'), 'utf8');

describe('init', () => {
	it('asks a person, and writes what the answers say', async () => {
		await using folder = await temporaryFolder('init-');

		const { exitCode, asked } = await runCommand(initCommand, [], {
			cwd: folder.path,
			answers: ['none', 'edge-01=192.0.2.7', 'cisco_ios', '', 'y', 'no'],
		});

		expect(exitCode).toBe(0);
		expect(asked.at(-2)).toBe('Does "enable" ask for a password of its own? [no] ');
		expect(await fleetIn(folder.path)).toMatch(/edge-01:[^#]*192\.0\.2\.7[\s\S]*/);
		expect(await fleetIn(folder.path)).toContain(`enable: "\${FLEET_ENABLE}"`);
	});

	it('asks nothing of enable where no device has it', async () => {
		await using folder = await temporaryFolder('init-');

		const { exitCode, asked } = await runCommand(initCommand, [], {
			cwd: folder.path,
			answers: ['none', 'edge-01=192.0.2.7', 'vyos', '', '', 'no'],
		});

		expect(exitCode).toBe(0);
		expect(asked.filter((question) => question.includes('"enable"'))).toEqual([]);
	});

	it('asks nothing where the options say it, nor where nobody is there', async () => {
		await using folder = await temporaryFolder('init-');

		const told = await runCommand(initCommand, ['--device', 'edge-01=192.0.2.7', '--platform', 'cisco_ios'], {
			cwd: folder.path,
			answers: [],
		});
		const alone = await runCommand(initCommand, ['--force'], { cwd: folder.path, isWatched: true });
		const unseen = await runCommand(initCommand, ['--force'], { cwd: folder.path, answers: [], isWatched: false });

		expect(told).toMatchObject({ exitCode: 0, asked: [] });
		expect(alone).toMatchObject({ exitCode: 0, asked: [] });
		expect(unseen).toMatchObject({ exitCode: 0, asked: [] });
	});

	it('leaves a file that is there, and says so before it asks', async () => {
		await using folder = await temporaryFolder('init-');
		await writeFile(join(folder.path, 'fleet.yml'), 'ours\n');

		await expect(runCommand(initCommand, [], { cwd: folder.path, answers: [] })).rejects.toThrow(
			'this file already exists',
		);
		expect(await fleetIn(folder.path)).toBe('ours\n');
	});

	it('adds a workflow to a fleet.yml that is there, once', async () => {
		await using folder = await temporaryFolder('init-');
		const add = (...args: readonly string[]) => runCommand(initCommand, ['--workflow', ...args], { cwd: folder.path });
		await runCommand(initCommand, ['--device', 'a=192.0.2.7', '--platform', 'cisco_ios'], { cwd: folder.path });
		const fleet = await fleetIn(folder.path);

		expect(await add()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('for the existing fleet.yml') });
		await expect(add()).rejects.toThrow('already exists');
		expect((await add('--force')).exitCode).toBe(0);
		expect(await fleetIn(folder.path)).toBe(fleet);
	});

	it.each([
		[['--from', 'netbox'], 'netbox needs --url'],
		[['--from', 'netbox', '--url', ''], 'netbox needs --url'],
		[['--from', 'csv'], 'csv needs --file'],
		[['--from', 'csv', '--file', ''], 'csv needs --file'],
		[['--from', 'csv', '--file', 'a.csv', '--url', 'https://a.example'], '--url has no effect for csv'],
		[['--from', 'netbox', '--url', 'https://a.example', '--file', 'a'], '--file has no effect for netbox'],
		[['--copy'], '--copy has no effect without --from'],
	])('refuses what does not fit together: %j', async (args, says) => {
		await using folder = await temporaryFolder('init-');

		await expect(runCommand(initCommand, args, { cwd: folder.path })).rejects.toThrow(says);
	});

	it.each([
		['no inventory can be asked yet', ['--from', 'netbox', '--url', 'https://netbox.example']],
		['nothing in the inventory is understood', ['--from', 'csv', '--file', 'broken.csv']],
	])('logs in by what the API of the platform takes that is named, where %s', async (_case, source) => {
		await using folder = await temporaryFolder('init-');
		await writeFile(join(folder.path, 'broken.csv'), 'name,host\n"fw-01,192.0.2.1\n');

		const args = [...source, '--platform', 'fortinet', '--transport', 'rest'];
		expect((await runCommand(initCommand, args, { cwd: folder.path })).exitCode).toBe(0);

		expect(await fleetIn(folder.path)).toContain(`audit: { token: "\${FLEET_TOKEN}" }`);
	});

	it('copies no inventory that has mistakes', async () => {
		await using folder = await temporaryFolder('init-');
		await writeFile(join(folder.path, 'a.csv'), 'name,host\nedge-01,192.0.2.1\n');

		await expect(
			runCommand(initCommand, ['--from', 'csv', '--file', 'a.csv', '--copy'], { cwd: folder.path }),
		).rejects.toThrow('--copy only takes an inventory without mistakes');
	});
});
