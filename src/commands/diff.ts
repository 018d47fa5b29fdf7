import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { readPlatforms } from '../composition/fleet/read-platforms.ts';
import { randomKey } from '../composition/run/random-key.ts';
import { compareConfigs } from '../domain/compare/calculate-diff.ts';
import { SCOPES, type Scope } from '../domain/compare/scope.ts';
import { secretsNotCompared } from '../domain/compare/secrets-not-compared.ts';
import { scanWhole } from '../domain/config/completeness.ts';
import { prepareConfig } from '../domain/config/prepare-config.ts';
import { saysSomething } from '../domain/config/says-something.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import { compileMasks } from '../domain/masking/registry.ts';
import type { Platform } from '../domain/platform/platform.ts';
import type { DeviceTransport } from '../domain/platform/transports.ts';
import { remediate } from '../domain/remediation/remediate.ts';
import { gradeChanges } from '../domain/severity/grade-changes.ts';
import type { Sides } from '../domain/sides.ts';
import { atOnce } from '../domain/steps.ts';
import { ConfigurationError } from '../errors.ts';
import { renderDeviceDiff } from '../reporting/terminal/render-device-diff.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { fleetOfMasks, transportOption } from './options/platform-options.ts';
import { readConfigs } from './options/read-configs.ts';

interface CompareOptions {
	readonly platform: string;
	readonly fleet?: string;
	readonly transport?: DeviceTransport;
	readonly json?: boolean;
	readonly remediation?: boolean;
	readonly scope: Scope;
}

export function diffCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('diff')
		.description('compare two files the way a platform reads them; nothing is contacted')
		.argument('<intended>', 'what should run')
		.argument('<running>', 'what runs')
		.requiredOption('--platform <name>', 'as listed by fleet-drift platforms')
		.addOption(fleetOfMasks())
		.addOption(transportOption())
		.addOption(
			new Option('--scope <scope>', 'declared: only what the intended file speaks about')
				.choices(SCOPES)
				.default('full'),
		)
		.option('--remediation', 'also print the commands that would turn the running config into the intended one')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', examples('fleet-drift diff intended-configs/edge-01.cfg backup.txt --platform arista_eos'))
		.action(async (intended: string, running: string, options: CompareOptions) =>
			exit(await compareFiles({ intended, running }, options, line)),
		);
}

async function compareFiles(
	files: Sides<string>,
	{ platform: name, fleet, transport, json = false, remediation = false, scope }: CompareOptions,
	line: CommandLine,
): Promise<ExitCode> {
	const start = performance.now();
	const { platforms, masks: userMasks } = await readPlatforms(fleet, line);
	const read = await readConfigs([files.intended, files.running], { name, transport, platforms, line });
	const { platform } = read;
	const [intended = '', running = ''] = read.texts;
	const masks = compileMasks(platform, { userMasks, fingerprintKey: randomKey() });
	const configs = { intended: prepareConfig(intended, masks), running: prepareConfig(running, masks) };
	if (scope === 'declared' && !saysSomething(configs.intended.lines, platform.syntax)) {
		throw ConfigurationError.of(
			`${files.intended} says nothing, and with --scope declared only what it says counts`,
			'Write the config into it',
		);
	}
	const drift = compareConfigs(configs, masks, { scope });
	const drifted = drift.changes.length > 0;
	const hidden = secretsNotCompared(configs);
	const remarks = [...drift.remarks, ...cutShort({ intended, running }, { platform, file: files.running })];
	const device: DeviceReport = {
		name: basename(files.running).replace(/\.[^.]+$/, ''),
		platform: platform.name,
		site: null,
		role: null,
		status: drifted ? 'drifted' : 'in-sync',
		reason: null,
		message: null,
		reachable: true,
		durationMs: Math.round(performance.now() - start),
		fingerprint: drift.fingerprint,
		intendedPath: files.intended,
		changes: gradeChanges(drift.changes, platform),
		diff: drift.diff,
		remediation: remediate(configs, drift.changes, platform),
		...(remarks.length === 0 ? {} : { remarks }),
		...(hidden === 0 ? {} : { secretsNotCompared: hidden }),
		ignored: drift.ignored.length,
		masked: drift.masked,
		metadata: drift.metadata,
	};
	for (const remark of remarks) line.stderr.write(`warning: ${remark}\n`);
	line.stdout.write(
		json ? `${JSON.stringify(device, null, 2)}\n` : renderDeviceDiff(device, { ...line.stdout, remediation }),
	);
	return drifted ? 1 : 0;
}

/** What somebody else has fetched may have lost its end. Parts of configs are compared here, too: neither side has one then. */
function cutShort(
	{ intended, running }: Sides<string>,
	{ platform, file }: { readonly platform: Platform; readonly file: string },
): readonly string[] {
	const { incompleteness } = atOnce(scanWhole(running, platform));
	if (incompleteness === null || atOnce(scanWhole(intended, platform)).incompleteness !== null) return [];
	return [`${file} may have been cut short: ${incompleteness}. What is missing may be missing in the file alone`];
}
