import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { examineGitHub } from '../composition/examine-github.ts';
import { trustedFiles } from '../composition/fleet/trusted-files.ts';
import { setUpRun } from '../composition/run/set-up-run.ts';
import type { DiagnosedStep, Diagnosis } from '../domain/diagnosis.ts';
import { ConfigurationError } from '../errors.ts';
import { rememberFailures } from '../reporting/group-failures.ts';
import { renderDiagnosis, renderHostKeys, renderSteps } from '../reporting/terminal/render-diagnosis.ts';
import { renderNextStep } from '../reporting/terminal/render-next-step.ts';
import { diagnoseDevice } from '../use-cases/diagnose-device.ts';
import { askDevices } from './asking/ask-devices.ts';
import { refuseUnknownDevices } from './asking/refuse-unknown-devices.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { learningHostKeys, localRunOptions } from './options/local-run-options.ts';
import { refuseIdle } from './options/refuse-idle.ts';

interface DoctorOptions {
	readonly fleet: string;
	readonly json?: boolean;
	readonly github?: boolean;
	readonly repository?: string;
}

export function doctorCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	const command = new Command('doctor')
		.description('check every step on the way to each device, and say what to fix')
		.argument('[device...]', 'names or globs: edge-01 "ams-*"; none means the whole fleet')
		.option('--fleet <file>', 'the fleet', 'fleet.yml')
		.option(
			'--github',
			'instead of devices, check what the token in GITHUB_TOKEN can read and what workflows may write',
		)
		.option('--repository <name>', 'with --github: owner/name (default: that of the remote "origin")')
		.option('--json', 'print the result as JSON')
		.addHelpText(
			'after',
			examples('fleet-drift doctor', 'fleet-drift doctor edge-01 --json', 'fleet-drift doctor --github'),
		)
		.action(async (names: readonly string[], options: DoctorOptions) =>
			exit(await (options.github === true ? examineRepository(names, options, line) : examine(names, options, line))),
		);
	return refuseIdle(command, { '--repository': '--github' });
}

async function examineRepository(
	names: readonly string[],
	options: DoctorOptions,
	line: CommandLine,
): Promise<ExitCode> {
	if (names.length > 0) {
		throw ConfigurationError.of(
			`--github examines no devices, so ${names.map((name) => JSON.stringify(name)).join(', ')} cannot be given with it`,
			'Leave one of the two out',
		);
	}
	const { env, cwd, signal, log } = line;
	const root = dirname(resolve(cwd, options.fleet));
	const examined = await examineGitHub({
		env,
		cwd: root,
		files: trustedFiles(root),
		repository: options.repository ?? null,
		signal,
		registerSecrets: log.registerSecrets,
	});
	const steps = redactSteps(examined, log);
	const shown =
		options.json === true ? `${JSON.stringify(steps, null, 2)}\n` : renderSteps('GitHub', steps, line.stdout);
	line.stdout.write(log.redact(shown));
	return steps.every(({ status }) => status === 'passed') ? 0 : 3;
}

/** Asks each device as an audit would, with the limits of the fleet, and nothing else of it. */
async function examine(names: readonly string[], options: DoctorOptions, line: CommandLine): Promise<ExitCode> {
	await using prepared = await setUpRun({
		...localRunOptions(options.fleet, line),
		...learningHostKeys(options.fleet, line),
		showsHostKeys: true,
		select: names.length === 0 ? '' : `name=${names.join(',')}`,
		source: { from: 'devices' },
	});
	const { run, tools } = prepared;
	refuseUnknownDevices(names, prepared);
	const firstLike = rememberFailures();
	const print = (diagnosis: Diagnosis | null): void => {
		if (diagnosis === null) return;
		const failed = diagnosis.steps.find(({ status }) => status === 'failed');
		const like =
			failed === undefined ? null : firstLike({ ...diagnosis, name: diagnosis.device, message: failed.detail });
		if (options.json !== true) line.stdout.write(line.log.redact(renderDiagnosis(diagnosis, { ...line.stdout, like })));
	};
	const answers = await askDevices(prepared, line, {
		ask: async (device) => {
			const diagnosis = await diagnoseDevice(device, tools, run.signal);
			return diagnosis && { ...diagnosis, steps: redactSteps(diagnosis.steps, line.log) };
		},
		tell: print,
	});
	const diagnoses = answers.filter((answer) => answer !== null);
	const open = answers.length - diagnoses.length;
	if (options.json === true) line.stdout.write(`${line.log.redact(JSON.stringify(diagnoses, null, 2))}\n`);
	else {
		const keys = renderHostKeys(diagnoses, line.stdout);
		const next = open > 0 ? '' : renderNextStep(diagnoses, { isWhole: names.length === 0, width: line.stdout.width });
		line.stdout.write(line.log.redact(`${keys}${next}`));
	}
	if (open > 0) line.log.error(`interrupted: ${open} of ${answers.length} devices were not fully examined`);
	return open > 0 || diagnoses.some(({ status }) => status === 'ill') ? 3 : 0;
}

/** Before it is laid out: a secret of several words may be broken over two lines, and is not known in them. */
function redactSteps<Name extends string>(
	steps: readonly DiagnosedStep<Name>[],
	{ redact }: CommandLine['log'],
): readonly DiagnosedStep<Name>[] {
	return steps.map((step) => ({ ...step, detail: redact(step.detail) }));
}
