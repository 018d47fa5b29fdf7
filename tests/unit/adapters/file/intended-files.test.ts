import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IntendedFiles } from '../../../../src/adapters/file/intended-files.ts';
import type { Device } from '../../../../src/domain/device.ts';
import { DeviceError, formatProblem } from '../../../../src/errors.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function device(name: string, facts: Partial<Device> = {}): Device {
	return aFleetDevice({ name, platform: 'cisco_ios', ...facts });
}

/** A repository with one good config and a file outside of it; gone at the end of the test. */
async function withRepository() {
	const folder = await temporaryFolder('intended-');
	const root = join(folder.path, 'repository');
	await mkdir(join(root, 'configs'), { recursive: true });
	await mkdir(join(root, '.git'));
	await writeFile(join(root, '.git', 'config'), 'extraheader = hunter2\n');
	await writeFile(join(folder.path, 'outside.cfg'), 'hunter2\n');
	await writeFile(join(root, 'configs', 'good.cfg'), 'hostname good\n');
	return { root, folder, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

function refusalOf(reading: () => unknown): unknown {
	try {
		return reading();
	} catch (error) {
		return error;
	}
}

describe('IntendedFiles', () => {
	it('puts what it knows of a device into the path', () => {
		const intended = new IntendedFiles({
			root: '/r',
			folder: 'net',
			template: '{site}/{role}/{platform}-{device}.cfg',
		});

		expect(intended.pathOf(device('r1', { site: 'ams', role: 'edge' }))).toBe('net/ams/edge/cisco_ios-r1.cfg');
	});

	it('prefers the template of the device', () => {
		const templateOf = new Map([['r1', '../golden/{role}.cfg']]);
		const intended = new IntendedFiles({ root: '/r', folder: 'net', template: '{device}.cfg', templateOf });

		expect(intended.pathOf(device('r1', { role: 'edge' }))).toBe('golden/edge.cfg');
		expect(intended.pathOf(device('r2'))).toBe('net/r2.cfg');
	});

	it('reads what stands beside the folder of the fleet, and nothing outside of the repository', async () => {
		await using repository = await withRepository();
		await mkdir(join(repository.root, 'net'));
		await symlink('../../outside.cfg', join(repository.root, 'configs', 'linked.cfg'));
		const root = join(repository.root, 'net');
		const read = (template: string): unknown =>
			refusalOf(() => new IntendedFiles({ root, boundary: repository.root, template }).read(device('good')));

		expect(read('../configs/{device}.cfg')).toEqual({ path: '../configs/good.cfg', text: 'hostname good\n' });
		for (const template of ['../../outside.cfg', '../configs/linked.cfg', '../.git/config'])
			expect(read(template)).toMatchObject({ code: 'ERR_NO_INTENDED', message: expect.stringContaining('leads out') });
	});

	it('reads the file without a byte order mark', async () => {
		await using repository = await withRepository();
		await writeFile(join(repository.root, 'configs', 'r1.cfg'), '\uFEFFhostname r1\r\n! Zürich\n');

		const intended = new IntendedFiles({ root: repository.root, template: 'configs/{device}.cfg' });

		expect(intended.read(device('r1'))).toEqual({ path: 'configs/r1.cfg', text: 'hostname r1\r\n! Zürich\n' });
		expect(await intended.checkIntended([device('r1'), device('good')])).toEqual([]);
	});

	it('follows links that stay in the repository', async () => {
		await using repository = await withRepository();
		await symlink('good.cfg', join(repository.root, 'configs', 'r1.cfg'));

		const intended = new IntendedFiles({ root: repository.root, template: 'configs/{device}.cfg' });

		expect(intended.read(device('r1')).text).toBe('hostname good\n');
	});

	it('tells every file that cannot be used at once, and reads none of them', async () => {
		await using repository = await withRepository();
		const { root } = repository;
		const file = (name: string) => join(root, 'configs', `${name}.cfg`);
		await writeFile(file('empty'), ' \n\n');
		await writeFile(file('latin'), Buffer.from('hostname x\n! Z\xfcrich\n', 'latin1'));
		await writeFile(file('nul'), 'a\nb\nc\0\n');
		await writeFile(file('wide'), Buffer.from('\uFEFFhostname x\n', 'utf16le'));
		await mkdir(file('folder'));
		await using socket = createServer().listen(file('socket'));
		await once(socket, 'listening');
		await symlink('../../outside.cfg', file('link'));
		await symlink('../.git/config', file('token'));
		await symlink('loop.cfg', file('loop'));
		await symlink('nowhere.cfg', file('dangling'));
		const names = [
			'good',
			'missing',
			'empty',
			'latin',
			'nul',
			'wide',
			'folder',
			'socket',
			'link',
			'token',
			'loop',
			'dangling',
		];
		const templateOf = new Map([
			['up', '../outside.cfg'],
			['inner', 'configs/../../outside.cfg'],
		]);
		const intended = new IntendedFiles({ root, template: 'configs/{device}.cfg', templateOf });
		const devices = [...names, 'up', 'inner'].map((name) => device(name));

		const problems = (await intended.checkIntended(devices)).map(formatProblem);

		const outside = 'leads out of the repository. Keep the file inside, and do not link to a place outside';
		const missing = (name: string): string =>
			`the intended config of ${name} does not exist. Add the file, or make it from what the device runs: fleet-drift fetch ${name} --write`;
		expect(problems).toEqual([
			`configs/missing.cfg: ${missing('missing')}`,
			'configs/empty.cfg:1:1: the intended config of empty is empty. Write the config into it',
			'configs/latin.cfg:2:1: the intended config of latin is not in UTF-8. Save it as UTF-8',
			'configs/nul.cfg:3:1: the intended config of nul holds a NUL byte. Save it as a text in UTF-8',
			'configs/wide.cfg:1:1: the intended config of wide is in UTF-16. Save it as UTF-8',
			'configs/folder.cfg: the intended config of folder is not a file. Put the config there as a file',
			'configs/socket.cfg: the intended config of socket is not a file. Put the config there as a file',
			`configs/link.cfg: the intended config of link ${outside}`,
			`configs/token.cfg: the intended config of token ${outside}`,
			'configs/loop.cfg: the intended config of loop cannot be read (ELOOP). Check its permissions and links',
			`configs/dangling.cfg: ${missing('dangling')}`,
			`../outside.cfg: the intended config of up, inner ${outside}`,
		]);
		for (const name of ['link', 'token', 'up', 'empty', 'missing']) {
			const refusal = refusalOf(() => intended.read(device(name)));

			expect(refusal).toBeInstanceOf(DeviceError);
			expect(refusal).toMatchObject({ device: name, code: 'ERR_NO_INTENDED', reason: 'no-intended', reachable: false });
			expect((refusal as DeviceError).message).not.toContain('hunter2');
		}
	});

	it('knows before a device is asked whether there is a file, and where one is in use', async () => {
		await using repository = await withRepository();
		const { root } = repository;
		await writeFile(join(root, 'configs', 'empty.cfg'), '\n');
		await symlink('../../outside.cfg', join(root, 'configs', 'link.cfg'));
		const intended = new IntendedFiles({ root, template: 'configs/{device}.cfg' });
		const check = (name: string) => () => intended.check(device(name));

		expect(check('good')).not.toThrow();
		expect(refusalOf(check('r1'))).toMatchObject({
			code: 'ERR_NO_INTENDED',
			message:
				'its intended config configs/r1.cfg does not exist. Add the file, or make it from what the device runs: fleet-drift fetch r1 --write',
		});
		expect(check('link')).toThrow('configs/link.cfg leads out of the repository');
		expect(refusalOf(() => intended.read(device('empty')))).toMatchObject({ code: 'ERR_NO_INTENDED', line: 1 });
		const many = Array.from({ length: 70 }, (_, index) => device(`r${index}`));
		expect(await intended.hasAny([...many, device('empty'), device('link')])).toBe(false);
		expect(await intended.hasAny([...many, device('good')])).toBe(true);
	});

	it('tells of a folder that is not there instead of everything that should be in it', async () => {
		await using repository = await withRepository();
		const misspelt = new IntendedFiles({ root: repository.root, template: 'confgis/{site}/{device}.cfg' });

		const problems = await misspelt.checkIntended(['r1', 'r2', 'r3', 'r4'].map((name) => device(name)));

		expect(problems.map(formatProblem)).toEqual([
			'confgis: the folder of the intended configs does not exist (r1, r2, r3 and 1 more). Correct intended in fleet.yml, or make the files from what the devices run: fleet-drift fetch "*" --write',
		]);
	});

	it('tells in one sentence that many files are missing, and how to make them', async () => {
		await using repository = await withRepository();
		const intended = new IntendedFiles({ root: repository.root, template: 'configs/{device}.cfg' });

		const problems = await intended.checkIntended(['good', 'r1', 'r2', 'r3', 'r4', 'r5'].map((name) => device(name)));

		expect(problems.map(formatProblem)).toEqual([
			`5 intended configs do not exist: configs/r1.cfg, configs/r2.cfg, configs/r3.cfg and 2 more. Add the files, or make them from what the devices run: fleet-drift fetch DEVICE… --write`,
		]);
	});

	it('names a file that devices share once', async () => {
		await using repository = await withRepository();
		const intended = new IntendedFiles({ root: repository.root, template: 'configs/{role}.cfg' });
		const devices = ['r1', 'r2', 'r3', 'r4', 'r5'].map((name) => device(name, { role: 'edge' }));

		const problems = await intended.checkIntended(devices);

		expect(problems.map(({ message }) => message)).toEqual([
			'the intended config of r1, r2, r3 and 2 more does not exist',
		]);
	});
});
