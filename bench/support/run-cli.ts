import { readFileSync } from 'node:fs';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { type FleetFolder, fleetEnvironment } from './fleet-folder.ts';
import { type MeasuredRun, runMeasured } from './run-measured.ts';

export interface MeasuredReport {
	readonly run: MeasuredRun;
	readonly report: FleetReport;
}

/** Whether a run came to a verdict, whatever it is; 2 and above 3 are mistakes of ours. */
const VERDICTS: readonly number[] = [0, 1, 3];

export interface RunOptions {
	/** Loaded in front of the CLI. */
	readonly preload?: string;
	/** Added to what fleet.yml needs. */
	readonly env?: NodeJS.ProcessEnv;
}

export async function runPreflight(
	cli: string,
	folder: FleetFolder,
	options: RunOptions = {},
): Promise<MeasuredReport> {
	const run = await runCli(folder, [cli, 'preflight', '--base', 'base', '--json', '-'], options);
	return { run, report: JSON.parse(run.stdout) };
}

export async function runAudit(cli: string, folder: FleetFolder, options: RunOptions = {}): Promise<MeasuredReport> {
	const run = await runCli(folder, [cli, 'audit', '--json', 'report.json'], options);
	return { run, report: JSON.parse(readFileSync(`${folder.path}/report.json`, 'utf8')) };
}

/** Runs a command of the tool in the folder of a fleet. @param args - the file of the CLI first */
export function runCli(
	folder: FleetFolder,
	args: readonly string[],
	{ preload, env = {} }: RunOptions,
): Promise<MeasuredRun> {
	const options = { cwd: folder.path, env: { ...fleetEnvironment, ...env }, expected: VERDICTS };
	return runMeasured([process.execPath, ...(preload === undefined ? [] : ['--import', preload]), ...args], options);
}
