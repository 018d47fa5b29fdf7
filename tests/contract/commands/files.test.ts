import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { devicesCommand } from '../../../src/commands/devices.ts';
import { diffCommand } from '../../../src/commands/diff.ts';
import { maskCommand } from '../../../src/commands/mask.ts';
import { mergeCommand } from '../../../src/commands/merge.ts';
import { folderOfFleet } from '../../support/folder-of-fleet.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const CONFIG = 'version 17.9\nhostname R1\nenable secret 9 $9$fictive\nend\n';

describe('devices', () => {
	it('lists the names of the fleet, without the logins and files that an audit would need', async () => {
		await using folder = await folderOfFleet({ intended: { 'edge-01': CONFIG, 'ams-01': CONFIG } });

		expect(await runCommand(devicesCommand, [], { cwd: folder.path })).toMatchObject({
			exitCode: 0,
			stdout: 'ams-01\nedge-01\n',
			stderr: '',
		});
		expect((await runCommand(devicesCommand, ['--select', 'name=ams-*'], { cwd: folder.path })).stdout).toBe(
			'ams-01\n',
		);
	});
});

it('names files as they are seen from where it was started', async () => {
	await using folder = await folderOfFleet({ intended: { 'edge-01': CONFIG }, more: 'nonsense: true' });
	const cwd = dirname(folder.path);

	await expect(
		runCommand(devicesCommand, ['--fleet', join(basename(folder.path), 'fleet.yml')], { cwd }),
	).rejects.toThrow(`${basename(folder.path)}/fleet.yml:5:1: unknown key "nonsense"`);
});

it('refuses a report that has no place before it reads the shards', async () => {
	await using folder = await temporaryFolder('merge-');

	await expect(runCommand(mergeCommand, ['shards', '--json', 'folder/'], { cwd: folder.path })).rejects.toThrow(
		'is the name of a folder',
	);
});

describe('diff', () => {
	const diff = async (intended: string, running: string, ...args: readonly string[]) => {
		await using folder = await temporaryFolder('diff-');
		await writeFile(join(folder.path, 'a.cfg'), intended);
		await writeFile(join(folder.path, 'backup.1.txt'), running);
		return await runCommand(diffCommand, ['a.cfg', 'backup.1.txt', '--platform', 'cisco_ios', ...args], {
			cwd: folder.path,
		});
	};

	it('ends with 1 where the files differ, and calls the device as its file', async () => {
		const { exitCode, stdout } = await diff(CONFIG, CONFIG.replace('R1', 'R2'), '--json');

		expect(exitCode).toBe(1);
		expect(JSON.parse(stdout)).toMatchObject({ name: 'backup.1', status: 'drifted', changes: [{ kind: 'changed' }] });
	});

	it('ends with 0 where they do not', async () => {
		expect(await diff(CONFIG, CONFIG)).toMatchObject({ exitCode: 0, stderr: '' });
	});

	it('reads a document beside an empty file as the API that gives it', async () => {
		const document = '<config>\n  <hostname>R1</hostname>\n</config>\n';

		for (const [intended, running] of [
			[document, ''],
			['', document],
		] as const) {
			const { exitCode, stdout } = await diff(intended, running, '--platform', 'paloalto_panos');
			expect(exitCode).toBe(1);
			expect(stdout).toContain('<hostname>R1</hostname>');
		}
	});

	it('warns of a running config that may have been cut short', async () => {
		const { exitCode, stderr } = await diff(CONFIG, CONFIG.replace(/end\n$/, ''));

		expect(exitCode).toBe(0);
		expect(stderr).toMatch(/^warning: backup\.1\.txt may have been cut short: /);
	});
});

describe('mask', () => {
	const mask = async (...args: readonly string[]) => {
		await using folder = await folderOfFleet({
			intended: { r: CONFIG },
			more: 'masks:\n  - { id: ours, kind: volatile, platforms: [cisco_ios], pattern: "^never here", reason: a counter }',
		});
		await writeFile(join(folder.path, 'r.txt'), CONFIG);
		return await runCommand(maskCommand, ['r.txt', '--platform', 'cisco_ios', '--fleet', 'fleet.yml', ...args], {
			cwd: folder.path,
		});
	};

	it('shows the config without its secrets', async () => {
		const { exitCode, stdout } = await mask();

		expect(exitCode).toBe(0);
		expect(stdout).toMatch(/^version 17\.9\nhostname R1\nenable secret 9 <secret:[\da-f]+>\nend\n$/);
	});

	it('names the own masks that hit nothing, and with --unused all others, too', async () => {
		const [own, all] = [(await mask('--explain')).stdout, (await mask('--explain', '--unused')).stdout];

		expect(own).toContain('ours');
		expect(own).not.toContain('secret/ios-vtp');
		expect(all).toContain('secret/ios-vtp');
	});

	it('refuses --unused alone', async () => {
		await expect(mask('--unused')).rejects.toThrow('--unused has no effect without --explain');
	});
});
