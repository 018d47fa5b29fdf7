import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { IntendedFiles } from '../../../../src/adapters/file/intended-files.ts';
import { notCheckedOut } from '../../../../src/adapters/file/not-checked-out.ts';
import { formatProblem } from '../../../../src/errors.ts';
import { aFleetDevice } from '../../../support/a-fleet-device.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const execute = promisify(execFile);

/** A repository of git; gone at the end of the test. */
async function repositoryOf(...commands: readonly (readonly string[])[]) {
	const folder = await temporaryFolder('checkout-');
	for (const command of [['init', '--quiet'], ...commands]) await execute('git', command, { cwd: folder.path });
	return folder;
}

const FILE = 'intended-configs/edge-1.cfg';

describe('notCheckedOut', () => {
	it('says that a checkout is sparse', async () => {
		await using sparse = await repositoryOf(['sparse-checkout', 'set', 'docs']);

		expect(notCheckedOut(sparse.path, FILE)).toMatch(/^The checkout is sparse: name the folder in `sparse-checkout`/u);
	});

	it('says nothing of a whole one, or one that was sparse', async () => {
		await using whole = await repositoryOf();
		await using again = await repositoryOf(['sparse-checkout', 'set', 'docs'], ['sparse-checkout', 'disable']);

		for (const { path } of [whole, again]) expect(notCheckedOut(path, FILE)).toBeNull();
	});

	it('names the submodule that is not checked out, and none that is', async () => {
		await using whole = await repositoryOf();
		await writeFile(join(whole.path, '.gitmodules'), '[submodule "x"]\n\tpath = intended-configs\n\turl = ../x\n');
		await mkdir(join(whole.path, 'intended-configs'));

		expect(notCheckedOut(whole.path, FILE)).toMatch(/^It is in the submodule intended-configs, .*`submodules: true`/u);
		expect(notCheckedOut(whole.path, 'intended-configs-2/edge-1.cfg')).toBeNull();
		await writeFile(join(whole.path, 'intended-configs', '.git'), 'gitdir: ../.git/modules/x\n');
		expect(notCheckedOut(whole.path, FILE)).toBeNull();
	});

	it('is what is to be done about a missing intended config', async () => {
		await using sparse = await repositoryOf(['sparse-checkout', 'set', 'docs']);
		await mkdir(join(sparse.path, 'net'));
		const intended = new IntendedFiles({
			root: join(sparse.path, 'net'),
			boundary: sparse.path,
			template: '../intended-configs/{device}.cfg',
		});
		const device = aFleetDevice({ name: 'edge-1', platform: 'cisco_ios' });

		expect(() => intended.read(device)).toThrow(/does not exist\. The checkout is sparse/u);
		expect((await intended.checkIntended([device])).map(formatProblem)).toEqual([
			expect.stringMatching(/does not exist\. The checkout is sparse/u),
		]);
		const many = ['a', 'b', 'c', 'd'].map((name) => aFleetDevice({ name, platform: 'cisco_ios' }));
		expect((await intended.checkIntended(many)).map(({ fix }) => fix)).toEqual([
			expect.stringContaining('The checkout is sparse'),
		]);
	});
});
