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

/** @param env - added to what fleet.yml needs */
export async function runPreflight(
	cli: string,
	folder: FleetFolder,
	env: NodeJS.ProcessEnv = {},
): Promise<MeasuredReport> {
	const run = await runCli(folder, [cli, 'preflight', '--base', 'base', '--json', '-'], env);
	return { run, report: JSON.parse(run.stdout) };
}

export interface AuditOptions {
	/** Loaded in front of the CLI. */
	readonly preload?: string;
	/** Added to what fleet.yml needs. */
	readonly env?: NodeJS.ProcessEnv;
}

export async function runAudit(cli: string, folder: FleetFolder, options: AuditOptions = {}): Promise<MeasuredReport> {
	const preload = options.preload === undefined ? [] : ['--import', options.preload];
	const run = await runCli(folder, [...preload, cli, 'audit', '--json', 'report.json'], options.env);
	return { run, report: JSON.parse(readFileSync(`${folder.path}/report.json`, 'utf8')) };
}

function runCli(folder: FleetFolder, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<MeasuredRun> {
	const options = { cwd: folder.path, env: { ...fleetEnvironment, ...env }, expected: VERDICTS };
	return runMeasured([process.execPath, ...args], options);
}
