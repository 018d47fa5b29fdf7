import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { benchFleet } from '../support/bench-fleet.ts';
import { createFleetFolder, type FleetFolder } from '../support/fleet-folder.ts';
import { runCli } from '../support/run-cli.ts';

const env = { FLEET_FINGERPRINT_KEY: 'the same for every command of the bench' };

/** The repository of a fleet of which every device runs twenty lines that nobody wrote down, with what runs in files. */
export function createFilesFolder({ count, lines }: { readonly count: number; readonly lines: number }): FleetFolder {
	const devices = benchFleet({ kind: 'uniform', count, lines, latencyMs: 0, commandMs: 0, driftedPercent: 100 });
	const ports = Object.fromEntries(devices.map(({ simulated }) => [simulated.name, 22]));
	const folder = createFleetFolder(devices, { ports, concurrency: 50 });
	mkdirSync(join(folder.path, 'running'));
	for (const { simulated } of devices)
		writeFileSync(join(folder.path, 'running', `${simulated.name}.cfg`), simulated.runningConfig);
	return folder;
}

/** Runs a command of the tool in such a folder. */
export function runFleetDrift(
	folder: FleetFolder,
	args: readonly string[],
	{ env: more = {}, ...options }: Parameters<typeof runCli>[2] = {},
): ReturnType<typeof runCli> {
	return runCli(folder, [resolve('dist/cli.js'), ...args], { ...options, env: { ...env, ...more } });
}
