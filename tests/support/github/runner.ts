import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../temporary-folder.ts';
import { parseFileCommands } from './file-commands.ts';
import { commandsIn, type RunnerCommand } from './runner-commands.ts';

export interface ActionRun {
	/** By the names of action.yml. */
	readonly inputs: Readonly<Record<string, string>>;
	readonly eventName: string;
	/** The payload; a string is written as it is, so that it can be malformed. */
	readonly event: unknown;
	/** The folder of the checkout. */
	readonly workspace: string;
	/** GITHUB_API_URL and whatever else differs from a run on github.com; undefined takes a variable away. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/**
	 * Called when the process has started: to cancel it as the runner would.
	 *
	 * @param stateFile - where it leaves what the last step of the job is to know
	 */
	readonly onStart?: (process: { kill(signal: NodeJS.Signals): void }, stateFile: string) => void;
}

export interface FinishedAction {
	/** null when a signal ended it. */
	readonly exitCode: number | null;
	readonly stdout: string;
	readonly stderr: string;
	readonly outputs: Readonly<Record<string, string>>;
	/** What the last step of the job is given, as `STATE_*`. */
	readonly state: Readonly<Record<string, string>>;
	/** What stands in the job summary. */
	readonly summary: string;
	/** What the runner would do because of the log. */
	readonly commands: readonly RunnerCommand[];
}

const ENTRY = fileURLToPath(new URL('../../../dist/action.js', import.meta.url));

/** Runs the shipped Action as a runner does: inputs and context as variables, results in files, nothing else to go by. */
export async function runAction(run: ActionRun): Promise<FinishedAction> {
	await using temporary = await temporaryFolder('runner-');
	const folder = temporary.path;
	const files = await createFiles(folder, run.event);
	const action = spawn(process.execPath, [ENTRY], {
		cwd: run.workspace,
		env: { ...contextOf(run, folder), ...inputsOf(run.inputs), ...files, ...run.env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	run.onStart?.(action, files.GITHUB_STATE);
	const [stdout, stderr, [exitCode]] = await Promise.all([
		text(action.stdout),
		text(action.stderr),
		once(action, 'close'),
	]);
	return {
		exitCode,
		stdout,
		stderr,
		outputs: parseFileCommands(await readFile(files.GITHUB_OUTPUT, 'utf8')),
		state: parseFileCommands(await readFile(files.GITHUB_STATE, 'utf8')),
		summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
		commands: [...commandsIn(stdout), ...commandsIn(stderr)],
	};
}

/** The runner upper-cases names and puts underscores for spaces; hyphens stay. */
function inputsOf(inputs: ActionRun['inputs']): Record<string, string> {
	const named = Object.entries(inputs).map(([name, value]) => [
		`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
		value,
	]);
	return Object.fromEntries(named);
}

async function createFiles(folder: string, event: unknown) {
	const files = {
		GITHUB_OUTPUT: join(folder, 'output'),
		GITHUB_STATE: join(folder, 'state'),
		GITHUB_ENV: join(folder, 'env'),
		GITHUB_PATH: join(folder, 'path'),
		GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
		GITHUB_EVENT_PATH: join(folder, 'event.json'),
	};
	await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
	await writeFile(files.GITHUB_EVENT_PATH, typeof event === 'string' ? event : JSON.stringify(event));
	await mkdir(join(folder, 'temp'));
	await mkdir(join(folder, 'home'));
	return files;
}

/** A small environment: what a test inherits must not help. */
function contextOf({ eventName, workspace }: ActionRun, folder: string): Record<string, string> {
	return {
		PATH: process.env.PATH ?? '',
		HOME: join(folder, 'home'),
		CI: 'true',
		GITHUB_ACTIONS: 'true',
		GITHUB_ACTION: 'audit',
		GITHUB_ACTOR: 'anna',
		GITHUB_API_URL: 'https://api.github.com',
		GITHUB_EVENT_NAME: eventName,
		GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
		GITHUB_JOB: 'audit',
		GITHUB_REF: 'refs/heads/main',
		GITHUB_REPOSITORY: 'octo/network',
		GITHUB_REPOSITORY_OWNER: 'octo',
		GITHUB_RUN_ATTEMPT: '1',
		GITHUB_RUN_ID: '9000',
		GITHUB_RUN_NUMBER: '7',
		GITHUB_SERVER_URL: 'https://github.com',
		GITHUB_SHA: '1'.repeat(40),
		GITHUB_WORKFLOW: 'audit',
		GITHUB_WORKSPACE: workspace,
		RUNNER_ARCH: 'X64',
		RUNNER_NAME: 'test',
		RUNNER_OS: 'Linux',
		RUNNER_TEMP: join(folder, 'temp'),
	};
}
