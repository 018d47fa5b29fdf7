import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { pullRequestEvent, scheduleEvent } from '../support/e2e/events.ts';
import { LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting, type WorkflowRun } from '../support/e2e/hosting.ts';
import { proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('writes nothing outside RUNNER_TEMP and the files of the runner', async () => {
	await using fleet = await startTwoDevices();
	await using around = await temporaryFolder('around-');
	const folders = { HOME: join(around.path, 'home'), RUNNER_TEMP: join(around.path, 'temp') };
	await using hosting = await startHosting({ checkoutIn: around.path });
	for (const folder of Object.values(folders)) await mkdir(folder);
	const commits = await proposeSmallChange(hosting, fleet);
	const runs: readonly WorkflowRun[] = [
		{ eventName: 'schedule', event: scheduleEvent, env: { ...LOGIN, ...folders } },
		{ eventName: 'pull_request', event: pullRequestEvent(commits), env: { ...LOGIN, ...folders } },
	];

	for (const run of runs) {
		const before = await hashesIn(around.path, folders.RUNNER_TEMP);
		const { outputs } = await hosting.run(run);

		expect(outputs).toMatchObject({ devices: '2' });
		expect(await hashesIn(around.path, folders.RUNNER_TEMP)).toEqual(before);
	}
	expect([...(await hashesIn(around.path, folders.RUNNER_TEMP)).keys()].map(dirname)).toContain(
		hosting.checkout.folder,
	);
});

/** Every file and folder below one, with a digest of what it holds; without what stands in `except`. */
async function hashesIn(folder: string, except: string): Promise<ReadonlyMap<string, string>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
		.filter(({ path }) => !path.startsWith(`${except}/`));
	const digests = paths.map(
		async ({ path, isFile }): Promise<[string, string]> => [
			path,
			isFile
				? createHash('sha256')
						.update(await readFile(path))
						.digest('hex')
				: 'no file',
		],
	);
	return new Map(await Promise.all(digests));
}
