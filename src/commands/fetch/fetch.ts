import { Command, Option } from 'commander';
import { setUpRun } from '../../composition/run/set-up-run.ts';
import { refuseUnknownDevices } from '../asking/refuse-unknown-devices.ts';
import type { CommandLine, ExitCode } from '../command-line.ts';
import { examples } from '../options/examples.ts';
import { learningHostKeys, localRunOptions } from '../options/local-run-options.ts';
import { refuseIdle } from '../options/refuse-idle.ts';
import { type RunningDirOptions, runningDirOption, runningSource } from '../options/running-dir-option.ts';
import { checkOutputs } from '../output/check-outputs.ts';
import { type FetchContext, fetchConfigs } from './fetch-configs.ts';
import { printConfigs } from './print-configs.ts';
import { writeCaptures } from './write-captures.ts';
import { writeIntended } from './write-intended.ts';

interface FetchOptions extends RunningDirOptions {
	readonly fleet: string;
	readonly write?: boolean;
	readonly force?: boolean;
	readonly json?: string;
}

export function fetchCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	const command = new Command('fetch')
		.description('fetch running configs, without volatile lines and with <removed> in place of every secret')
		.argument('<device...>', 'names or globs: edge-01 "ams-*"')
		.option('--fleet <file>', 'the fleet', 'fleet.yml')
		.addOption(runningDirOption())
		.addOption(new Option('--write', 'write them where the intended configs belong, to get started').conflicts('json'))
		.addOption(new Option('--force', 'with --write: also overwrite existing files that differ').conflicts('json'))
		.option('--json <file>', 'write them unchanged, except for secrets, to one file for --running-dir; - for stdout')
		.addHelpText(
			'after',
			examples(
				'fleet-drift fetch "*" --write',
				'fleet-drift fetch "*" --json monday.json',
				'fleet-drift fetch "*" --write --running-dir backups',
			),
		)
		.action(async (names: readonly string[], options: FetchOptions) => exit(await fetchDevices(names, options, line)));
	return refuseIdle(command, { '--force': '--write' });
}

async function fetchDevices(names: readonly string[], options: FetchOptions, line: CommandLine): Promise<ExitCode> {
	await checkOutputs({ json: options.json }, line);
	await using prepared = await setUpRun({
		...localRunOptions(options.fleet, line),
		...learningHostKeys(options.fleet, line),
		select: `name=${names.join(',')}`,
		source: runningSource(options, line),
	});
	refuseUnknownDevices(names, prepared);
	const { fetched, refused } = await fetchAndKeep(options, { prepared, line });
	if (refused) return 2;
	return fetched < prepared.run.devices.length ? 3 : 0;
}

/** What came of a fetch: how many configs could be had, and whether one of them could not be kept. */
interface Kept {
	readonly fetched: number;
	readonly refused: boolean;
}

async function fetchAndKeep({ json, write, force, fleet }: FetchOptions, context: FetchContext): Promise<Kept> {
	if (json !== undefined) return { fetched: await writeCaptures(json, context), refused: false };
	const configs = await fetchConfigs(context);
	const fetched = configs.length;
	if (write === true)
		return { fetched, refused: await writeIntended(configs, { ...context, fleet, force: force === true }) };
	printConfigs(configs, context);
	return { fetched, refused: false };
}
