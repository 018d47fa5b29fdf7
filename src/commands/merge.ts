import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { spoolDetails } from '../composition/run/spool-details.ts';
import { mergeFleet } from '../composition/sharding/merge-fleet.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { localRunOptions } from './options/local-run-options.ts';
import { type ReportOptions, withReportOptions } from './options/report-options.ts';
import { checkOutputs } from './output/check-outputs.ts';
import { concludeRun } from './output/conclude-run.ts';

interface MergeOptions extends ReportOptions {
	readonly fleet: string;
}

export function mergeCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return withReportOptions(new Command('merge'))
		.description('combine the reports of the shards into one; a device that no shard reported is unknown')
		.argument('<folder...>', 'where the manifest and the reports of the shards are, at any depth')
		.option('--fleet <file>', 'the fleet', 'fleet.yml')
		.addHelpText('after', examples('fleet-drift merge shards --html report.html'))
		.action(async (folders: readonly string[], options: MergeOptions) => {
			await checkOutputs(options, line);
			using details = spoolDetails(tmpdir(), line.log);
			const { report, fleet } = await mergeFleet({
				...localRunOptions(options.fleet, line),
				keepReport: details.keep,
				folders: folders.map((folder) => resolve(line.cwd, folder)),
			});
			exit(await concludeRun(report, { policy: fleet.policy, options, line }));
		});
}
