import { resolve } from 'node:path';
import { Command } from 'commander';
import { setUpRun } from '../composition/set-up-run.ts';
import { triggerFleetAudit } from '../use-cases/audit-fleet.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { learningHostKeys, localRunOptions } from './local-run-options.ts';
import { concludeRun, type ReportOptions, withReportOptions } from './report-options.ts';

interface AuditOptions extends ReportOptions {
	readonly fleet: string;
	readonly select: string;
	readonly runningDir?: string;
}

export function auditCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return withReportOptions(new Command('audit'))
		.description('fetch running configs and compare them with the intended ones')
		.option('--fleet <file>', 'the fleet', 'fleet.yml')
		.option('--select <expression>', 'which devices: "site=ams,fra role=edge !edge-07"', '')
		.option('--running-dir <folder>', 'take running configs from FOLDER/<device>.* instead of fetching them')
		.addHelpText(
			'after',
			'\nExamples:\n  fleet-drift audit --select site=ams\n  fleet-drift audit --running-dir backups --json -',
		)
		.action(async (options: AuditOptions) => exit(await audit(options, line)));
}

async function audit(options: AuditOptions, line: CommandLine): Promise<ExitCode> {
	await using prepared = await setUpRun({
		...localRunOptions(options.fleet, line),
		...learningHostKeys(options.fleet, line),
		intendedOnDisk: true,
		select: options.select,
		source:
			options.runningDir === undefined
				? { from: 'devices' }
				: { from: 'folder', path: resolve(line.cwd, options.runningDir) },
	});
	const report = await triggerFleetAudit(prepared.run, prepared.tools);
	return concludeRun(report, { policy: prepared.fleet.policy, options, line });
}
