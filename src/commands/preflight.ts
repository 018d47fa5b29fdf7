import { tmpdir } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { followChange, followedBase } from '../composition/fleet/follow-change.ts';
import type { RunOptions } from '../composition/run/run-options.ts';
import { setUpRun } from '../composition/run/set-up-run.ts';
import { spoolDetails } from '../composition/run/spool-details.ts';
import type { FleetReport } from '../domain/fleet-report.ts';
import { openLocalRevisions } from '../infrastructure/git/local-revisions.ts';
import { duration } from '../settings/input-parsers.ts';
import { preflight } from '../use-cases/preflight.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { localRunOptions } from './options/local-run-options.ts';
import { parsed } from './options/parsed.ts';
import { type ReportOptions, withReportOptions } from './options/report-options.ts';
import { selectOption } from './options/select-option.ts';
import { checkOutputs } from './output/check-outputs.ts';
import { concludeRun } from './output/conclude-run.ts';
import { openPastOfAudit } from './past/past-of-audit.ts';
import { type PastOptions, withPastOptions } from './past/past-options.ts';

interface PreflightOptions extends ReportOptions, PastOptions {
	readonly base: string;
	readonly head: string;
	readonly fleet: string;
	readonly select: string;
	readonly deadline: number;
}

const HEAD = 'HEAD';

export function preflightCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	const command = withReportOptions(new Command('preflight'))
		.description('ask the devices whose intended config changes between two commits, and compare three ways')
		.requiredOption('--base <ref>', 'what the change is made against: a branch, tag or commit')
		.option('--head <ref>', 'the change', HEAD)
		.option(
			'--fleet <file>',
			'the fleet; read from the merge base, like everything but the intended configs',
			'fleet.yml',
		)
		.addOption(selectOption())
		.addOption(
			new Option('--deadline <time>', 'for the whole check; devices not done by then are unknown')
				.argParser(parsed(duration))
				.default(30_000, '30s'),
		);
	return withPastOptions(command, 'how long devices have drifted and which configs lost most of their lines')
		.addHelpText('after', examples('fleet-drift preflight --base main'))
		.action(async (options: PreflightOptions) => exit(await check(options, line)));
}

async function check(options: PreflightOptions, line: CommandLine): Promise<ExitCode> {
	const signal = AbortSignal.any([line.signal, AbortSignal.timeout(options.deadline)]);
	await checkOutputs(options, line);
	const fleetPath = resolve(line.cwd, options.fleet);
	const folder = dirname(fleetPath);
	await using revisions = await openLocalRevisions({ cwd: folder, base: options.base, head: options.head, signal });
	await using past = openPastOfAudit(options, line);
	const files = followedBase(revisions);
	using details = spoolDetails(tmpdir(), line.log);
	const runOptions: RunOptions = {
		...localRunOptions(options.fleet, line),
		lastSizes: past.lastSizes,
		keepReport: details.keep,
		// Files of commits are told by their paths from the top of the repository.
		shownRoot: '',
		fleetFile: `${revisions.prefix}${basename(fleetPath)}`,
		trusted: files,
		select: options.select,
		source: { from: 'devices' },
		signal,
	};
	await using prepared = await setUpRun(runOptions);
	const { run, tools } = await followChange(prepared, { ...runOptions, revisions, files });
	const report = await past.tellSince(await preflight(run, tools, revisions));
	const nextStep = ({ devices }: FleetReport): string | null =>
		devices.length === 0 && options.head === HEAD ? 'commit what is missing here: only commits are compared' : null;
	return await concludeRun(report, { policy: prepared.fleet.policy, options, line, past: past.page, nextStep });
}
