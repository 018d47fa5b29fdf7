import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdir, readdir, readlink, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Each has more to tell than may stay in memory of all of them. */
const NAMES = ['core-01', 'core-02'];
const LINES = 20_000;

const config = (name: string, lines: number): string => {
	const routes = Array.from(
		{ length: lines },
		(_, n) => `ip route 10.${n >> 8}.${n & 255}.0 255.255.255.0 192.0.2.1\n`,
	);
	return `hostname ${name}\n${routes.join('')}end\n`;
};

it('leaves nothing of a run that is killed while its details lie on disk', async () => {
	await using folder = await temporaryFolder('killed-spooling-');
	const inFolder = (...path: readonly string[]): string => join(folder.path, ...path);
	await Promise.all(['intended', 'running', 'tmp'].map((name) => mkdir(inFolder(name))));
	const devices = NAMES.map((name) => `  ${name}: { host: 192.0.2.1, platform: cisco_ios }\n`).join('');
	await writeFile(inFolder('fleet.yml'), `version: 1\nintended: intended/{device}.cfg\ndevices:\n${devices}`);
	for (const name of NAMES) {
		await writeFile(inFolder('intended', `${name}.cfg`), config(name, 0));
		await writeFile(inFolder('running', `${name}.cfg`), config(name, LINES));
	}
	// Nobody reads from it: the run comes as far as its report, and no further.
	execFileSync('mkfifo', [inFolder('report.json')]);

	let cli: ChildProcess | undefined;
	using leftovers = new DisposableStack();
	leftovers.defer(() => cli?.kill('SIGKILL'));
	const run = spawnCli(['audit', '--running-dir', 'running', '--json', 'report.json'], {
		cwd: folder.path,
		env: { TMPDIR: inFolder('tmp') },
		onStart: (started) => {
			cli = started;
		},
	});
	const open = `/proc/${cli?.pid}/fd`;
	const spool = await vi.waitFor(
		async () => {
			const links = await Promise.all((await readdir(open)).map((fd) => linkOf(join(open, fd))));
			// Between being opened and taken out of its folder it has a name for a moment.
			const found = links.find(({ target }) => /fleet-drift-details-.* \(deleted\)$/u.test(target));
			if (found === undefined || (await stat(found.fd)).size === 0) throw new Error('nothing was spooled yet');
			return found;
		},
		{ timeout: 60_000, interval: 25 },
	);
	expect(spool.target).toMatch(/\/tmp\/fleet-drift-details-[\da-f]{16} \(deleted\)$/u);
	expect(await readdir(inFolder('tmp'))).toEqual([]);

	cli?.kill('SIGKILL');

	expect((await run).exitCode).toBeNull();
	expect(await readdir(inFolder('tmp'))).toEqual([]);
}, 90_000);

/** What a descriptor stands for; nothing, where it has been closed in between. */
async function linkOf(fd: string): Promise<{ readonly fd: string; readonly target: string }> {
	return { fd, target: await readlink(fd).catch(() => '') };
}
