import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FleetReport } from '../../src/domain/fleet-report.ts';
import { benchFleet } from '../support/bench-fleet.ts';
import { createFleetFolder, type FleetFolder } from '../support/fleet-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { watched } from '../support/watched.ts';
import type { WholeRun } from './whole-run.ts';
import type { WholeFleet } from './whole-runs.ts';

const SHARDS = 8;
const REPORTS = ['--json', 'report.json', '--markdown', 'report.md', '--html', 'report.html'];
const env = { FLEET_FINGERPRINT_KEY: 'the same for every shard of the bench' };

/** What comes behind the last device where all of a fleet drift: an audit of files, and the merge of its shards. */
export async function* fileRuns({ devices: count, lines }: WholeFleet): AsyncGenerator<WholeRun> {
	using folder = createFilesFolder({ count, lines });
	yield await runOnFiles(folder, 'audit of files, all drifted', ['audit', '--running-dir', 'running']);

	await runFleetDrift(folder, ['plan', '--shards', String(SHARDS)]);
	for (let shard = 1; shard <= SHARDS; shard += 1)
		await runFleetDrift(folder, ['audit', '--shard', `${shard}/${SHARDS}`, '--running-dir', 'running']);
	yield await runOnFiles(folder, `merge of ${SHARDS} shards, all drifted`, ['merge', 'shards']);
}

/** The repository of a fleet of which every device runs twenty lines that nobody wrote down, with what runs in files. */
function createFilesFolder({ count, lines }: { readonly count: number; readonly lines: number }): FleetFolder {
	const devices = benchFleet({ kind: 'uniform', count, lines, latencyMs: 0, commandMs: 0, driftedPercent: 100 });
	const ports = Object.fromEntries(devices.map(({ simulated }) => [simulated.name, 22]));
	const folder = createFleetFolder(devices, { ports, concurrency: 50 });
	mkdirSync(join(folder.path, 'running'));
	for (const { simulated } of devices)
		writeFileSync(join(folder.path, 'running', `${simulated.name}.cfg`), simulated.runningConfig);
	return folder;
}

async function runOnFiles(folder: FleetFolder, what: string, command: readonly string[]): Promise<WholeRun> {
	const { delay } = await watched((watching) =>
		runFleetDrift(folder, [...command, ...REPORTS], { ...watching, env: { ...env, ...watching.env } }),
	);
	const { fleet }: FleetReport = JSON.parse(readFileSync(join(folder.path, 'report.json'), 'utf8'));
	if (fleet.drifted !== fleet.devices) throw new Error(`only ${fleet.drifted} of ${fleet.devices} devices drifted`);
	return { what, devices: fleet.devices, unknown: fleet.unknown, asks: false, delay };
}

function runFleetDrift(
	folder: FleetFolder,
	args: readonly string[],
	options: Parameters<typeof runCli>[2] = { env },
): ReturnType<typeof runCli> {
	return runCli(folder, [resolve('dist/cli.js'), ...args], options);
}
