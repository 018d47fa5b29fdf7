import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileDeviceAdapter } from '../../../../src/adapters/file/file-device-adapter.ts';
import type { Device } from '../../../../src/domain/device.ts';
import { ConfigurationError, DeviceError, formatProblem } from '../../../../src/errors.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function device(name: string): Device {
	return aFleetDevice({ name });
}

/** A folder of running configs, gone at the end of the test. */
async function withFolder(files: Readonly<Record<string, string | Buffer>>) {
	const folder = await temporaryFolder('running-');
	for (const [name, content] of Object.entries(files)) await writeFile(join(folder.path, name), content);
	return folder;
}

const never = new AbortController().signal;

describe('FileDeviceAdapter', () => {
	it('reads the file of a device, whatever its extension', async () => {
		await using folder = await withFolder({ 'edge-1.cfg': 'hostname edge-1\n', 'edge-2.txt': 'hostname edge-2\n' });
		await using adapter = await FileDeviceAdapter.open(folder.path);

		expect(await adapter.fetchConfig(device('edge-2'), never)).toEqual({
			text: 'hostname edge-2\n',
			session: { handshakes: 0, commands: 0 },
		});
	});

	it('tells devices apart whose names hold dots', async () => {
		await using folder = await withFolder({ 'edge.cfg': 'hostname edge\n', 'edge.lab.cfg': 'hostname edge.lab\n' });
		await using adapter = await FileDeviceAdapter.open(folder.path);

		expect((await adapter.fetchConfig(device('edge'), never)).text).toBe('hostname edge\n');
		expect((await adapter.fetchConfig(device('edge.lab'), never)).text).toBe('hostname edge.lab\n');
	});

	it('reads a file without an extension, as Oxidized and RANCID write it', async () => {
		const files = {
			edge: 'hostname edge\n',
			'edge.lab': 'hostname edge.lab\n',
			'.git': 'x',
			core: 'a',
			'core.cfg': 'b',
		};
		await using folder = await withFolder(files);
		await using adapter = await FileDeviceAdapter.open(folder.path);

		expect((await adapter.fetchConfig(device('edge'), never)).text).toBe('hostname edge\n');
		expect((await adapter.fetchConfig(device('edge.lab'), never)).text).toBe('hostname edge.lab\n');
		await expect(adapter.fetchConfig(device('core'), never)).rejects.toThrow('both core and core.cfg could be');
	});

	it('takes no file of another device whose name is a letter longer', async () => {
		await using folder = await withFolder({ 'edge-11': 'hostname edge-11\n' });
		await using adapter = await FileDeviceAdapter.open(folder.path);

		await expect(adapter.fetchConfig(device('edge-1'), never)).rejects.toMatchObject({ code: 'ERR_UNREACHABLE' });
	});

	it('reads UTF-16, which PowerShell writes', async () => {
		await using folder = await withFolder({ 'r1.cfg': Buffer.from('\uFEFFhostname r1\r\n', 'utf16le') });
		await using adapter = await FileDeviceAdapter.open(folder.path);

		expect((await adapter.fetchConfig(device('r1'), never)).text).toBe('hostname r1\r\n');
	});

	it('takes lines that are not UTF-8 as latin1', async () => {
		const latin = Buffer.from('! Z\xfcrich\n', 'latin1');
		await using folder = await withFolder({ 'r1.cfg': Buffer.concat([Buffer.from('! Genève\n'), latin]) });
		await using adapter = await FileDeviceAdapter.open(folder.path);

		expect((await adapter.fetchConfig(device('r1'), never)).text).toBe('! Genève\n! Zürich\n');
	});

	it.each([
		['nothing', {}, 'unreachable', false, /^the file \/\S+\/r1\.\* is missing$/],
		[
			'two files',
			{ 'r1.cfg': 'a', 'r1.txt': 'b' },
			'unreachable',
			false,
			/^both r1\.cfg and r1\.txt could be its running/,
		],
		['an empty file', { 'r1.cfg': '\n' }, 'incomplete', true, /^r1\.cfg is empty$/],
		['NUL bytes', { 'r1.cfg': 'a\0' }, 'parse-error', true, /^r1\.cfg holds a NUL byte$/],
	])('finds %s', async (_, files, reason, reachable, message) => {
		await using folder = await withFolder(files);
		await using adapter = await FileDeviceAdapter.open(folder.path);

		const failure = await adapter.fetchConfig(device('r1'), never).catch((error: unknown) => error);

		expect(failure).toBeInstanceOf(DeviceError);
		expect(failure).toMatchObject({ device: 'r1', reason, reachable, message: expect.stringMatching(message) });
	});

	it('does not take a folder for a file', async () => {
		await using folder = await withFolder({});
		await mkdir(join(folder.path, 'r1.d'));
		await using adapter = await FileDeviceAdapter.open(folder.path);

		await expect(adapter.fetchConfig(device('r1'), never)).rejects.toThrow(/r1\.\* is missing/);
	});

	it.each([
		['its deadline', new DOMException('', 'TimeoutError'), 'ERR_TIMEOUT'],
		['a cancel', new DOMException('', 'AbortError'), 'ERR_CANCELLED'],
	])('stops at %s', async (_, reason, code) => {
		await using folder = await withFolder({ 'r1.cfg': 'hostname r1\n' });
		await using adapter = await FileDeviceAdapter.open(folder.path);

		await expect(adapter.fetchConfig(device('r1'), AbortSignal.abort(reason))).rejects.toMatchObject({ code });
	});

	it('says that a folder cannot be read before anything else is done', async () => {
		const failure = await FileDeviceAdapter.open('/no/such/folder').catch((error: unknown) => error);

		expect(failure).toBeInstanceOf(ConfigurationError);
		expect((failure as ConfigurationError).problems.map(formatProblem)).toEqual([
			'/no/such/folder: there is no such file or folder to take running configs from. Name a folder that holds one file per device, such as edge-01.cfg, or a file of "fleet-drift fetch --json"',
		]);
	});
});
