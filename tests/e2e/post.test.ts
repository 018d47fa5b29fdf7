import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SimulatedFleet, startSimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { scheduleEvent } from '../support/e2e/events.ts';
import { fleetYml, intendedPath, LOGIN } from '../support/e2e/fleet-yml.ts';
import { type Hosting, REPOSITORY, startHosting } from '../support/e2e/hosting.ts';
import { iosConfig } from '../support/e2e/ios-config.ts';
import { proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';
import { simulatedDevice } from '../support/simulated-device.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const POST = fileURLToPath(new URL('../../dist/post.js', import.meta.url));
const run = promisify(execFile);

it('takes away what a killed run has left in RUNNER_TEMP, and nothing else', async () => {
	await using fleet = await startTwoDevices();
	await using hosting = await startHosting();
	await using temporary = await temporaryFolder('post-');
	await proposeSmallChange(hosting, fleet);
	const folder = temporary.path;
	const clones = async (): Promise<readonly string[]> =>
		(await readdir(folder)).filter((name) => name.startsWith('fleet-drift-git-'));
	await mkdir(join(folder, 'fleet-drift-fleet'));
	await writeFile(join(folder, 'of-another-action'), '');
	await writeFile(join(folder, 'fleet-drift-details-0123456789abcdef'), '');

	await hosting.run({
		eventName: 'schedule',
		event: scheduleEvent,
		env: { ...LOGIN, RUNNER_TEMP: folder },
		onStart: async (action) => {
			while ((await clones()).length === 0) await sleep(5);
			action.kill('SIGKILL');
		},
	});
	expect(await clones()).not.toEqual([]);
	await run(process.execPath, [POST], { env: { RUNNER_TEMP: folder } });

	expect((await readdir(folder)).toSorted()).toEqual(['fleet-drift-fleet', 'of-another-action']);
});

describe('the check of a run', () => {
	const hanging = simulatedDevice({ name: 'edge-1', runningConfig: iosConfig('edge-1'), fault: 'hang' });
	let fleet: SimulatedFleet;
	let hosting: Hosting;

	beforeAll(async () => {
		fleet = await startSimulatedFleet({ devices: [hanging] });
		hosting = await startHosting();
		const defaults = { credentials: 'lab', timeouts: { command: '100s', device: '100s' } };
		await hosting.checkout.commit({
			'fleet.yml': fleetYml(fleet, [hanging], { defaults }),
			[intendedPath('edge-1')]: iosConfig('edge-1'),
		});
	});
	afterAll(async () => {
		await hosting?.[Symbol.asyncDispose]();
		await fleet?.[Symbol.asyncDispose]();
	});

	/** Ends a run once its check is open, and returns what its last step is given. */
	const ended = async (signal: NodeJS.Signals): Promise<Readonly<Record<string, string>>> => {
		const { state } = await hosting.run({
			eventName: 'schedule',
			event: scheduleEvent,
			env: LOGIN,
			onStart: async (action, stateFile) => {
				while ((await readFile(stateFile, 'utf8')) === '') await sleep(5);
				action.kill(signal);
			},
		});
		return {
			...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
			'INPUT_GITHUB-TOKEN': hosting.github.token,
			GITHUB_REPOSITORY: REPOSITORY,
			GITHUB_API_URL: hosting.github.url,
		};
	};
	const lastCheck = () => hosting.github.state.checkRuns.at(-1);

	it('that was killed is concluded at the end of the job, once', async () => {
		const env = await ended('SIGKILL');
		expect(lastCheck()).toMatchObject({ status: 'in_progress' });

		const { stdout, stderr } = await run(process.execPath, [POST], { env });
		expect(stderr).toBe('');
		expect(stdout).not.toContain('::warning');
		expect(lastCheck()).toMatchObject({ status: 'completed', conclusion: 'cancelled' });

		const writes = (): number => hosting.github.requests.filter(({ method }) => method === 'PATCH').length;
		const before = writes();
		await run(process.execPath, [POST], { env });
		expect(writes()).toBe(before);
	});

	it('that ended by itself is left alone', async () => {
		const env = await ended('SIGTERM');
		expect(lastCheck()).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
		const before = hosting.github.requests.length;

		expect(await run(process.execPath, [POST], { env })).toEqual({ stdout: '', stderr: '' });
		expect(hosting.github.requests.length).toBe(before);
	});

	it('is named in a warning where GitHub does not let go of it', async () => {
		const env = { ...(await ended('SIGKILL')), 'INPUT_GITHUB-TOKEN': 'of-somebody-else' };

		const { stdout } = await run(process.execPath, [POST], { env });

		expect(stdout).toMatch(/^::warning::.*check run/mu);
	});
});

it('has nothing to do where there is no RUNNER_TEMP', async () => {
	expect(await run(process.execPath, [POST], { env: {} })).toEqual({ stdout: '', stderr: '' });
});
