import { resolve } from 'node:path';
import { Option } from 'commander';
import type { RunningSource } from '../../composition/run/run-options.ts';
import type { CommandLine } from '../command-line.ts';

/** Options of commands that can read running-configs from disk. */
export interface RunningDirOptions {
	readonly runningDir?: string;
}

/** For the commands that can do without asking devices. */
export function runningDirOption(): Option {
	return new Option(
		'--running-dir <path>',
		'take running configs from PATH/<device>.*, or from a file of fetch --json, instead of fetching them',
	);
}

/** Where running configs come from, as the user says. */
export function runningSource({ runningDir }: RunningDirOptions, { cwd }: CommandLine): RunningSource {
	return runningDir === undefined ? { from: 'devices' } : { from: 'folder', path: resolve(cwd, runningDir) };
}
