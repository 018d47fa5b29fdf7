import { tmpdir } from 'node:os';
import { Command } from 'commander';
import { setUpRun } from '../composition/run/set-up-run.ts';
import { spoolDetails } from '../composition/run/spool-details.ts';
import type { Shard } from '../domain/sharding/shard.ts';
import { ConfigurationError, NOWHERE } from '../errors.ts';
import { shard } from '../settings/input-parsers.ts';
import { triggerFleetAudit } from '../use-cases/audit-fleet.ts';
import { auditOneShard } from './audit-shard.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { learningHostKeys, localRunOptions } from './options/local-run-options.ts';
import { parsed } from './options/parsed.ts';
import { refuseIdle } from './options/refuse-idle.ts';
import { type ReportOptions, withReportOptions } from './options/report-options.ts';
import { type RunningDirOptions, runningDirOption, runningSource } from './options/running-dir-option.ts';
import { selectOption } from './options/select-option.ts';
import { checkOutputs } from './output/check-outputs.ts';
import { concludeRun } from './output/conclude-run.ts';
import { openPastOfAudit } from './past/past-of-audit.ts';
import { type PastOptions, withPastOptions } from './past/past-options.ts';

interface AuditOptions extends ReportOptions, PastOptions, RunningDirOptions {
	readonly fleet: string;
	readonly select: string;
	readonly shard?: Shard;
	readonly manifest: string;
}

export function auditCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	const command = withReportOptions(new Command('audit'))
		.description('fetch running configs and compare them with the intended ones')
		.option('--fleet <file>', 'the fleet', 'fleet.yml')
		.addOption(selectOption())
		.addOption(runningDirOption())
		.option(
			'--shard <i/n>',
			'audit this part of a plan, such as 2/4, and write its report beside the manifest',
			parsed(shard),
		)
		.option('--manifest <file>', 'the plan, for --shard', 'shards/shard-manifest.json');
	return withPastOptions(
		refuseIdle(command, { '--manifest': '--shard' }),
		'how long devices have drifted and which configs lost most of their lines',
	)
		.addHelpText(
			'after',
			examples(
				'fleet-drift audit --select site=ams',
				'fleet-drift audit --running-dir backups --json -',
				'fleet-drift audit --results-branch drift-results',
			),
		)
		.action(async (options: AuditOptions, command: Command) => exit(await audit(options, { line, command })));
}

async function audit(
	options: AuditOptions,
	{ line, command }: { readonly line: CommandLine; readonly command: Command },
): Promise<ExitCode> {
	const source = runningSource(options, line);
	if (options.shard !== undefined) refuseBesideShard(command);
	await checkOutputs(options, line);
	await using past = openPastOfAudit(options, line);
	if (options.shard !== undefined) {
		return await auditOneShard({ ...options, shard: options.shard, source, lastSizes: past.lastSizes }, line);
	}
	using details = spoolDetails(tmpdir(), line.log);
	await using prepared = await setUpRun({
		...localRunOptions(options.fleet, line),
		lastSizes: past.lastSizes,
		...learningHostKeys(options.fleet, line),
		keepReport: details.keep,
		intendedOnDisk: true,
		select: options.select,
		source,
	});
	const report = await past.tellSince(await triggerFleetAudit(prepared.run, prepared.tools));
	return await concludeRun(report, { policy: prepared.fleet.policy, options, line, past: past.page });
}

/** A part of a fleet is nothing to judge or to show; the plan has said which devices. */
const BESIDE_SHARD: readonly string[] = ['fleet', 'shard', 'manifest', 'runningDir', 'resultsBranch', 'remote'];

function refuseBesideShard(command: Command): void {
	const refused = command.options.filter(
		(option) =>
			!BESIDE_SHARD.includes(option.attributeName()) && command.getOptionValueSource(option.attributeName()) === 'cli',
	);
	if (refused.length === 0) return;
	throw new ConfigurationError(
		refused.map(({ long }) => ({
			...NOWHERE,
			message: `${long} cannot be combined with --shard`,
			fix:
				long === '--select'
					? 'Give it to fleet-drift plan'
					: 'Give it to fleet-drift merge, which has the whole report',
		})),
	);
}
