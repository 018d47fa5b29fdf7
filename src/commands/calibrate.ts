import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { type PreparedRun, setUpRun } from '../composition/run/set-up-run.ts';
import type { Device } from '../domain/device.ts';
import { ConfigurationError, DeviceError } from '../errors.ts';
import { type DeviceProposals, renderProposals } from '../reporting/render-proposals.ts';
import { parseDuration } from '../settings/duration.ts';
import { calibrateDevice } from '../use-cases/calibrate-device.ts';
import { askForEach } from './asking/ask-devices.ts';
import { refuseUnknownDevices } from './asking/refuse-unknown-devices.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { examples } from './options/examples.ts';
import { learningHostKeys, localRunOptions } from './options/local-run-options.ts';

interface CalibrateOptions {
	readonly fleet: string;
	readonly interval: string;
}

export function calibrateCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('calibrate')
		.description('fetch running configs twice and propose masks for the lines that changed by themselves')
		.argument('<device...>', 'names or globs: edge-01 "ams-*"')
		.option('--fleet <file>', 'the fleet', 'fleet.yml')
		.option('--interval <time>', 'how long to wait between the two: 10s, 2m', '10s')
		.addHelpText('after', examples('fleet-drift calibrate edge-01 --interval 30s'))
		.action(async (names: readonly string[], options: CalibrateOptions) => exit(await calibrate(names, options, line)));
}

async function calibrate(names: readonly string[], options: CalibrateOptions, line: CommandLine): Promise<ExitCode> {
	const intervalMs = readInterval(options.interval);
	await using prepared = await setUpRun({
		...localRunOptions(options.fleet, line),
		...learningHostKeys(options.fleet, line),
		select: `name=${names.join(',')}`,
		source: { from: 'devices' },
	});
	refuseUnknownDevices(names, prepared);
	const found = await askForEach(prepared, line, (device) => calibrateOne(device, { prepared, intervalMs }));
	const proposals = found.map(({ answer }) => answer);
	line.stdout.write(line.log.redact(renderProposals(proposals, options.interval)));
	return found.length < prepared.run.devices.length ? 3 : 0;
}

function readInterval(text: string): number {
	const interval = parseDuration(text);
	if (interval !== null) return interval;
	const message = `--interval cannot be ${JSON.stringify(text)}`;
	throw ConfigurationError.of(message, 'Write a number with a unit, such as 10s, 2m or 500ms');
}

async function calibrateOne(
	device: Device,
	{ prepared: { tools, run }, intervalMs }: { readonly prepared: PreparedRun; readonly intervalMs: number },
): Promise<DeviceProposals> {
	try {
		const wait = async (): Promise<void> => {
			await sleep(intervalMs, undefined, { signal: run.signal });
		};
		const proposals = await calibrateDevice(device, tools, { signal: run.signal, wait });
		return { device: device.name, platform: device.platform, proposals };
	} catch (error) {
		if (!run.signal.aborted) throw error;
		throw new DeviceError(device.name, 'ERR_CANCELLED', 'the run was cancelled before it was asked twice', {
			cause: error,
		});
	}
}
