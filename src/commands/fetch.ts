import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { type PreparedRun, setUpRun } from '../composition/set-up-run.ts';
import type { Device } from '../domain/device.ts';
import { redactedText } from '../domain/masking/redacted-text.ts';
import { DeviceError } from '../errors.ts';
import { fetchRunning } from '../use-cases/fetch-running.ts';
import { runLimited } from '../use-cases/run-limited.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { learningHostKeys, localRunOptions } from './local-run-options.ts';
import { refuseUnknownDevices } from './refuse-unknown-devices.ts';

interface FetchOptions {
	readonly fleet: string;
	readonly write?: boolean;
}

export function fetchCommand(line: CommandLine, exit: (code: ExitCode) => void): Command {
	return new Command('fetch')
		.description('fetch running configs, without volatile lines and with <removed> in place of every secret')
		.argument('<device...>', 'names or globs: edge-01 "ams-*"')
		.option('--fleet <file>', 'the fleet', 'fleet.yml')
		.option('--write', 'write them to where the intended configs belong: how a team starts')
		.addHelpText('after', '\nExample:\n  fleet-drift fetch "*" --write')
		.action(async (names: readonly string[], options: FetchOptions) => exit(await fetchDevices(names, options, line)));
}

async function fetchDevices(names: readonly string[], options: FetchOptions, line: CommandLine): Promise<ExitCode> {
	const fleetPath = resolve(line.cwd, options.fleet);
	const root = dirname(fleetPath);
	await using prepared = await setUpRun({
		...localRunOptions(options.fleet, line),
		...learningHostKeys(options.fleet, line),
		select: `name=${names.join(',')}`,
		source: { from: 'devices' },
	});
	refuseUnknownDevices(names, prepared.run.devices);
	const fetched = await runLimited(
		prepared.run.devices.map((device) => ({
			limits: prepared.run.limitsOf(device),
			run: () => fetchOne(device, { prepared, line }),
		})),
		prepared.run.limits,
	);
	for (const warning of (await prepared.run.conclude?.()) ?? []) line.log.warning(warning);
	for (const [index, text] of fetched.entries()) {
		const device = prepared.run.devices[index];
		if (text === null || device === undefined) continue;
		if (options.write === true) await writeIntended(device, text, { prepared, root, line });
		else line.stdout.write(text);
	}
	return fetched.includes(null) ? 3 : 0;
}

/** The text that may be kept; null where it could not be fetched, which has been said by then. */
async function fetchOne(
	device: Device,
	{ prepared, line }: { readonly prepared: PreparedRun; readonly line: CommandLine },
): Promise<string | null> {
	try {
		const { running } = await fetchRunning(device, prepared.tools, prepared.run.signal);
		return line.log.redact(redactedText(running));
	} catch (error) {
		if (!(error instanceof DeviceError)) throw error;
		line.log.error(`${device.name}: ${error.reason}: ${error.message}`);
		return null;
	}
}

async function writeIntended(
	device: Device,
	text: string,
	{ prepared, root, line }: { readonly prepared: PreparedRun; readonly root: string; readonly line: CommandLine },
): Promise<void> {
	const path = prepared.tools.intended.pathOf(device);
	if (path.startsWith('..'))
		throw new Error(`the intended config of ${device.name} would lie outside of the repository`);
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), text);
	line.log.info(`${device.name}: wrote ${path}`);
}
