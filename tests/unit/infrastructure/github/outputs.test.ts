import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeOutputs } from '../../../../src/infrastructure/github/outputs.ts';
import { parseFileCommands } from '../../../support/github/file-commands.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
});

describe('writeOutputs', () => {
	it('writes strings that the runner reads back, whatever is in them', async () => {
		await using folder = await temporaryFolder('outputs-');
		const file = join(folder.path, 'output');
		await writeFile(file, '');
		vi.stubEnv('GITHUB_OUTPUT', file);

		writeOutputs({ verdict: 'drifted', health: 66.67, 'comment-url': null, 'report-path': 'a\nb=c<<d' });

		expect(parseFileCommands(await readFile(file, 'utf8'))).toEqual({
			verdict: 'drifted',
			health: '66.67',
			'comment-url': '',
			'report-path': 'a\nb=c<<d',
		});
	});

	it.each([
		['missing', '/proc/nowhere', 'there is no such file'],
		['a folder', '/proc', 'EISDIR'],
	])('says why where the runner’s file is %s', (_, file, why) => {
		vi.stubEnv('GITHUB_OUTPUT', file);

		const write = (): void => writeOutputs({ verdict: 'drifted' });

		expect(write).toThrow(
			expect.objectContaining({ code: 'ERR_PUBLISH', message: expect.stringContaining(`(${why})`) }),
		);
	});

	it('writes nothing, not even a command, where there is no runner', () => {
		vi.stubEnv('GITHUB_OUTPUT', '');
		const write = vi.spyOn(process.stdout, 'write');

		writeOutputs({ verdict: 'drifted' });

		expect(write).not.toHaveBeenCalled();
	});
});
