import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatedFleet } from '../../src/simulator/start-fleet.ts';
import { pullRequestEvent, scheduleEvent } from '../support/e2e/events.ts';
import { LOGIN } from '../support/e2e/fleet-yml.ts';
import { startHosting } from '../support/e2e/hosting.ts';
import { connectionsOf, proposeSmallChange, startTwoDevices } from '../support/e2e/small-change.ts';
import { spawnCli } from '../support/e2e/spawn-cli.ts';
import type { RunnerCommand } from '../support/github/runner-commands.ts';
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';

/** What is odd about the machine; FOLDER is one that can be written to, FILE a file. */
interface Oddity {
	readonly name: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** One for each warning. */
	readonly warnings: readonly RegExp[];
}

/** Where not even root can make anything. */
const NOWHERE = '/proc/nowhere';
const IN_FOLDER =
	/^RUNNER_TEMP \(.+\) takes no temporary folder \((?:ENOENT|ENOTDIR|EACCES|EPERM|EROFS)\), so they are made in /;
const NO_OUTPUTS = /^the outputs of the step could not be written to GITHUB_OUTPUT \(.+\): look at the disk/;
const NO_SUMMARY = /^the file of the job summary cannot be written/;

/** Under which a run ends with the verdict that it has elsewhere. */
const HARMLESS: readonly Oddity[] = [
	{
		name: 'RUNNER_TEMP, GITHUB_OUTPUT and HOME are missing',
		env: { RUNNER_TEMP: NOWHERE, GITHUB_OUTPUT: NOWHERE, HOME: NOWHERE },
		warnings: [IN_FOLDER, NO_OUTPUTS],
	},
	{
		name: 'RUNNER_TEMP is a file, GITHUB_STEP_SUMMARY missing and HOME not set',
		env: { RUNNER_TEMP: 'FILE', GITHUB_STEP_SUMMARY: NOWHERE, HOME: undefined },
		warnings: [IN_FOLDER, NO_SUMMARY],
	},
	{
		name: 'RUNNER_TEMP takes nothing, and GITHUB_OUTPUT is a folder',
		env: { RUNNER_TEMP: '/sys', GITHUB_OUTPUT: 'FOLDER' },
		warnings: [IN_FOLDER, NO_OUTPUTS],
	},
	{
		name: 'RUNNER_TEMP is not set, and GITHUB_STEP_SUMMARY a folder',
		env: { RUNNER_TEMP: undefined, GITHUB_STEP_SUMMARY: 'FOLDER' },
		warnings: [NO_SUMMARY],
	},
	{ name: 'RUNNER_TEMP is empty', env: { RUNNER_TEMP: '' }, warnings: [] },
	{ name: 'TMPDIR is missing', env: { TMPDIR: NOWHERE }, warnings: [] },
	{
		name: 'there is no temporary folder at all',
		env: { RUNNER_TEMP: NOWHERE, TMPDIR: NOWHERE },
		warnings: [
			/^RUNNER_TEMP .+, nor does \/proc\/nowhere$/,
			/^the report is incomplete: .+ cannot be written/,
			/^the history was not stored: no temporary folder can be made in \/proc\/nowhere/,
		],
	},
];

/** Under which no run is possible, and no device is asked. */
const HOPELESS = [
	{
		name: 'GITHUB_WORKSPACE is missing',
		env: { GITHUB_WORKSPACE: NOWHERE },
		says: /^fleet\.yml: there is no such file/,
	},
	{ name: 'GITHUB_WORKSPACE is a file', env: { GITHUB_WORKSPACE: 'FILE' }, says: /fleet\.yml/ },
	{
		name: 'GITHUB_EVENT_PATH is missing',
		env: { GITHUB_EVENT_PATH: NOWHERE },
		says: /the event's payload \(GITHUB_EVENT_PATH\) cannot be read/,
	},
	{
		name: 'GITHUB_EVENT_PATH is a folder',
		env: { GITHUB_EVENT_PATH: 'FOLDER' },
		says: /the event's payload \(GITHUB_EVENT_PATH\) cannot be read/,
	},
	{
		name: 'GITHUB_EVENT_PATH is no JSON',
		env: { GITHUB_EVENT_PATH: 'FILE' },
		says: /the event's payload \(GITHUB_EVENT_PATH\) cannot be read/,
	},
] as const;

describe('a runner on which something is odd', () => {
	let fleet: SimulatedFleet;
	let machine: TemporaryFolder;

	beforeAll(async () => {
		fleet = await startTwoDevices();
		machine = await temporaryFolder('odd-runner-');
		await mkdir(join(machine.path, 'folder'));
		await writeFile(join(machine.path, 'file'), '{"issue":');
	});
	afterAll(async () => {
		await fleet?.[Symbol.asyncDispose]();
		await machine?.[Symbol.asyncDispose]();
	});

	/** TMPDIR too: whatever falls back is to be found there. */
	const environment = (env: Oddity['env']): Oddity['env'] => {
		const places: Readonly<Record<string, string>> = {
			FOLDER: join(machine.path, 'folder'),
			FILE: join(machine.path, 'file'),
		};
		const filled = Object.entries(env).map(([name, value]) => [name, places[value ?? ''] ?? value]);
		return { ...LOGIN, TMPDIR: join(machine.path, 'folder'), ...Object.fromEntries(filled) };
	};

	it.concurrent.each(HARMLESS)('gives the same verdict and report: $name', async ({ env, warnings }) => {
		await using hosting = await startHosting();
		await proposeSmallChange(hosting, fleet);

		const run = await hosting.run({ eventName: 'schedule', event: scheduleEvent, env: environment(env) });

		expect([run.exitCode, run.stderr]).toEqual([1, '']);
		expect(dataOf(run.commands, 'warning')).toEqual(warnings.map((warning) => expect.stringMatching(warning)));
		expect(`${run.stdout}${run.summary}`).not.toContain('internal error');
		expect(`${run.summary}${run.stdout}`).toContain('timers 5 15');
		expect(hosting.github.state.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
		if (env.GITHUB_OUTPUT === undefined) expect(run.outputs).toMatchObject({ verdict: 'drifted' });
		if (env.TMPDIR === undefined || env.RUNNER_TEMP === undefined) {
			await expect(hosting.inRepository('show', 'drift-results:data/latest.json')).resolves.toContain('"edge-2"');
		}
	});

	it.each(HOPELESS)('says what is wrong before a device is asked: $name', async ({ env, says }) => {
		await using hosting = await startHosting();
		await proposeSmallChange(hosting, fleet);
		const before = connectionsOf(fleet);

		const run = await hosting.run({ eventName: 'schedule', event: scheduleEvent, env: environment(env) });

		expect([run.exitCode, run.stderr]).toEqual([2, '']);
		expect(dataOf(run.commands, 'error').join('\n')).toMatch(says);
		expect(run.stdout).not.toContain('internal error');
		expect(connectionsOf(fleet)).toBe(before);
	});

	it('checks a change with the temporary folder of the machine, and without any says so first', async () => {
		await using hosting = await startHosting();
		const event = pullRequestEvent(await proposeSmallChange(hosting, fleet));

		const fallenBack = await hosting.run({
			eventName: 'pull_request',
			event,
			env: environment({ RUNNER_TEMP: NOWHERE }),
		});
		const before = connectionsOf(fleet);
		const refused = await hosting.run({
			eventName: 'pull_request',
			event,
			env: environment({ RUNNER_TEMP: NOWHERE, TMPDIR: NOWHERE }),
		});

		expect([fallenBack.exitCode, fallenBack.outputs.verdict]).toEqual([1, 'drifted']);
		expect(refused.exitCode).toBe(2);
		expect(dataOf(refused.commands, 'error').join('\n')).toMatch(/^no temporary folder can be made in .+ Set TMPDIR/);
		expect(connectionsOf(fleet)).toBe(before);
		expect(hosting.github.state.checkRuns.filter(({ status }) => status !== 'completed')).toEqual([]);
	});

	it('is told by the demo, too', async () => {
		const { exitCode, stderr } = await spawnCli(['demo', '--out', join(machine.path, 'demo')], {
			cwd: fileURLToPath(new URL('../..', import.meta.url)),
			env: { TMPDIR: NOWHERE },
		});

		expect(exitCode).toBe(2);
		expect(stderr).toMatch(/no temporary folder can be made in \/proc\/nowhere \(ENOENT\)\. Set TMPDIR/);
	});
});

function dataOf(commands: readonly RunnerCommand[], name: string): readonly string[] {
	return commands.flatMap((command) => (command.name === name ? [command.data] : []));
}
