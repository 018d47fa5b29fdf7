import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { spoolAdoptions } from '../composition/adopting/spool-adoptions.ts';
import { writeAdoption } from '../composition/adopting/write-adoption.ts';
import { setUpRun } from '../composition/run/set-up-run.ts';
import { filePatch } from '../domain/adopt/file-patch.ts';
import { parseSectionPath, type SectionPath } from '../domain/adopt/within.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import { plural } from '../domain/text/count-words.ts';
import { neutraliseLine } from '../reporting/escaping/neutralise.ts';
import { nameReason } from '../reporting/wording/describe-reason.ts';
import { adoptDrift, type DeviceAdoption } from '../use-cases/adopt-drift.ts';
import { refuseUnknownDevices } from './asking/refuse-unknown-devices.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { localRunOptions } from './options/local-run-options.ts';
import { type RunningDirOptions, runningDirOption, runningSource } from './options/running-dir-option.ts';
import { openPastOfAudit } from './past/past-of-audit.ts';
import { type PastOptions, withPastOptions } from './past/past-options.ts';

interface AdoptCommandOptions extends PastOptions, RunningDirOptions {
	readonly fleet: string;
	readonly within: readonly SectionPath[];
	readonly dryRun?: boolean;
}

export function adoptCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	const command = new Command('adopt')
		.description('write what devices run into their intended files, where it belongs; secrets become <removed>')
		.argument('<device...>', 'names or globs: edge-01 "ams-*"')
		.option('--fleet <file>', 'the fleet', 'fleet.yml')
		.addOption(runningDirOption())
		.addOption(
			new Option(
				'--within <path>',
				'only this section, headers or globs from the outermost one on: "router bgp * > vrf A"; can be given again',
			)
				.argParser((path, paths: readonly SectionPath[]) => [...paths, parseSectionPath(path)])
				.default([], 'the whole config'),
		)
		.option('--dry-run', 'write nothing and print a patch, in which secrets are hidden');
	return withPastOptions(command, 'which configs lost most of their lines')
		.addHelpText('after', examples('fleet-drift adopt edge-01 --within "interface *" --dry-run'))
		.action(async (names: readonly string[], options: AdoptCommandOptions) =>
			exit(await adoptDevices(names, options, line)),
		);
}

async function adoptDevices(
	names: readonly string[],
	options: AdoptCommandOptions,
	line: CommandLine,
): Promise<ExitCode> {
	await using past = openPastOfAudit(options, line);
	using spool = spoolAdoptions(tmpdir(), line.log);
	await using prepared = await setUpRun({
		...localRunOptions(options.fleet, line),
		keepReport: withoutDetails,
		lastSizes: past.lastSizes,
		select: `name=${names.join(',')}`,
		intendedOnDisk: true,
		source: runningSource(options, line),
	});
	const { run, tools } = prepared;
	refuseUnknownDevices(names, prepared);
	const wish = { within: options.within, redact: line.log.redact, putAside: spool.putAside };
	const { report, adoptions } = await adoptDrift(run, tools, wish);
	const root = dirname(resolve(line.cwd, options.fleet));
	let isAllAdopted = true;
	let found = 0;
	for (const wanted of adoptions) {
		await nextTurn();
		found += 1;
		const adoption = options.dryRun === true ? wanted : await writeAdoption(wanted, root);
		if (options.dryRun === true) line.stdout.write(line.log.redact(filePatch(adoption, adoption.masks)));
		tell(adoption, { line, written: options.dryRun !== true });
		isAllAdopted &&= adoption.refused.length === 0;
	}
	for (const device of report.devices.filter(({ status }) => status === 'unknown')) tellUnknown(device, line);
	if (found === 0 && report.fleet.unknown === 0) line.log.info('nothing to adopt: no matching drift');
	if (report.fleet.unknown > 0) return 3;
	return isAllAdopted ? 0 : 1;
}

/** What a device drifts by is told of its adoption. */
function withoutDetails(report: DeviceReport): DeviceReport {
	return { ...report, changes: [], diff: '', remediation: [] };
}

function tell(
	{ device, path, adopted, refused }: DeviceAdoption,
	{ line, written }: { readonly line: CommandLine; readonly written: boolean },
): void {
	const verb = written ? 'adopted' : 'would adopt';
	if (adopted.length > 0) line.log.info(`${device}: ${verb} ${plural(adopted.length, 'change')} in ${path}`);
	for (const { change, reason } of refused) {
		const place = [...change.lineage, change.runningText ?? change.line].map(neutraliseLine).join(' > ');
		line.log.warning(`${device}: not adopted, it ${reason}: ${place}`);
	}
}

function tellUnknown(report: DeviceReport, { log }: CommandLine): void {
	log.error(`${report.name}: ${nameReason(report)}: ${report.message}`);
}
