import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { removeTemporary } from '../../../src/infrastructure/remove-temporary.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Makes files without a pause, as the child of a killed git does. */
const WRITER = 'while :; do i=$((i + 1)); : > $0$i; done';

describe('removeTemporary', () => {
	it('tries again while processes still write into the folder', async () => {
		await using folder = await temporaryFolder('removed-');
		const writers = ['a', 'b', 'c', 'd'].map((name) =>
			spawn('sh', ['-c', WRITER, name], { cwd: folder.path, stdio: 'ignore' }),
		);
		const gone = Promise.all(writers.map((writer) => once(writer, 'exit')));
		while (!writers.every(({ spawnargs }) => existsSync(join(folder.path, `${spawnargs.at(-1)}9`)))) await sleep(1);

		const removed = removeTemporary(folder.path);
		await sleep(100);
		for (const writer of writers) writer.kill('SIGKILL');
		await gone;
		await removed;

		expect(existsSync(folder.path)).toBe(false);
	});

	it('leaves alone what cannot be removed, and fails nobody', async () => {
		await using folder = await temporaryFolder('removed-');
		const file = join(folder.path, 'file');
		await writeFile(file, '');

		await expect(removeTemporary(join(file, 'below'))).resolves.toBeUndefined();
	});
});
